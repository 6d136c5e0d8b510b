"""Building aside: a folder is made in a scratch beside its goal and appears there by one rename."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

SCRATCH: Final = ".preparing-"
ABANDONED: Final = 3600.0  # seconds; nothing is built aside for an hour, an older one is a corpse


@contextmanager
def built_aside(goal: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `goal` when the block ends well.

    What the block puts beside that folder goes with the scratch.
    """
    goal.parent.mkdir(parents=True, exist_ok=True)
    clear_abandoned(goal.parent, f"{SCRATCH}*", older_than=ABANDONED)
    with TemporaryDirectory(prefix=SCRATCH, dir=goal.parent) as scratch:
        building = Path(scratch) / "building"
        building.mkdir()
        yield building
        if goal.exists():
            goal.rename(Path(scratch) / "replaced")
        building.rename(goal)


def clear_abandoned(parent: Path, pattern: str, *, older_than: float) -> None:
    """Remove what killed processes left and nobody touched for `older_than` seconds."""
    for path in parent.glob(pattern):
        if time.time() - path.stat().st_mtime > older_than:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()
