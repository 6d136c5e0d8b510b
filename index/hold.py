"""Hold: a shared lock on a release, so that nobody removes what somebody still serves from."""

import fcntl
import os
from pathlib import Path


class Hold:
    """Keeps a file locked until it is closed, or until nobody knows the hold any more."""

    def __init__(self, path: Path) -> None:
        """Lock `path`; raises OSError where there is no such file."""
        self._file: int | None = None
        self._file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def close(self) -> None:
        """Let go."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __del__(self) -> None:
        """Let go with the release that nobody serves any more."""
        self.close()


def is_held(path: Path) -> bool:
    """Tell whether any process holds `path`; nobody holds a file that is not there."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False
