"""The lock that lets one long piece of work run at a time; it falls with its process."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import ManabiError


@contextmanager
def work_lock(path: Path, running: Callable[[str], ManabiError]) -> Iterator[None]:
    """Hold the lock file for the length of the block, or raise `running(process)`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise running(file.read().strip() or "不明") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
