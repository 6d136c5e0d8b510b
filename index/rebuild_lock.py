"""The lock that lets one rebuild run at a time; it falls with the process that holds it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import RebuildRunning


@contextmanager
def rebuild_lock(path: Path) -> Iterator[None]:
    """Hold the lock file for the length of the block, or raise RebuildRunning."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise RebuildRunning(
                f"別の再構築が動いています(プロセス {file.read().strip() or '不明'})。",
                hint="終わるのを待ってから、もう一度実行してください。",
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
