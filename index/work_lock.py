"""The lock that lets one long piece of work run at a time; it falls with its process."""

import fcntl
import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from data.errors import ManabiError


@contextmanager
def work_lock(path: Path, running: Callable[[str], ManabiError]) -> Iterator[None]:
    """Hold the lock file for the length of the block, or raise `running(worker)`.

    The worker is told as staff would look for it: who, since when, and which process.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise running(file.read().strip() or "不明") from None
        file.truncate(0)
        file.write(f"{who()}、{datetime.now():%H時%M分}から、プロセス {os.getpid()}")  # noqa: DTZ005 - their clock
        file.flush()
        yield


def who() -> str:
    """Return the name of the account that works here, '' when the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
