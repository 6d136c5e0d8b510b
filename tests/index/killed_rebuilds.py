"""Rebuilds that are killed at every single file they touch, one after another, in forks.

Run as `python killed_rebuilds.py HOME ENCODER`, where HOME holds a catalog; prints one JSON line a
kill. The parent never opens a release, so that each fork starts without threads.
"""

import json
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from data.catalog.catalog import Catalog
from index.rebuild import rebuild
from index.release import open_release
from index.release_id import FORM
from index.release_store import KEEP, ReleaseStore
from index.text_cache import TextCache
from index.workshop import Workshop

TOUCHING = {"os.rename", "os.mkdir", "os.link", "os.remove", "os.rmdir", "os.truncate"}
LEFT = ".building-20261123T000000Z-000000"  # by a rebuild killed before
START = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Silence:
    """Hears of progress and shows nothing."""

    def begin(self, step: object, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, units: int) -> None:
        """Say nothing."""


def main(home: Path, encoder: Path) -> None:
    """Rehearse, to learn what a rebuild touches; then kill one at each touch, and look around."""
    store = ReleaseStore(home / "releases")
    for minutes in range(KEEP + 1):
        _check(_in_fork(partial(_rebuild, home, encoder, minutes)) == 0, "a rebuild failed")
    listed = home / "touched"
    (home / "releases" / LEFT).mkdir()
    _check(_in_fork(lambda: _rehearse(listed, home, encoder)) == 0, "the rehearsal failed")
    for number, touch in enumerate(_one_a_folder(listed.read_text(encoding="utf-8")), start=1):
        (home / "releases" / LEFT).mkdir(exist_ok=True)
        before, minutes = store.current_id(), KEEP + 1 + number
        ended = _in_fork(partial(_killed_at, touch, home, encoder, minutes))
        _check(ended in {0, -signal.SIGKILL}, f"ended with {ended} at {touch}")
        switched = store.current_id() != before
        _check(_in_fork(lambda: _all_open(store)) == 0, f"a broken release after {touch}")
        left = sorted(path.name.split("-")[0] for path in (home / "releases").glob(".*-*"))
        told = {"touched": touch, "killed": ended != 0, "switched": switched, "left": left}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()  # or the next fork would write it once more
    _check(_in_fork(lambda: _rebuild(home, encoder, 999)) == 0, "the last rebuild failed")
    names = [path.name for path in (home / "releases").iterdir()]
    _check(not [n for n in names if n.startswith(".") and n != ".rebuild.lock"], str(names))


def _one_a_folder(touches: str) -> list[str]:
    """Return the first touch of each kind in each folder of the releases."""
    first: dict[tuple[str, str], str] = {}
    for touch in touches.splitlines():
        event, path, _ = touch.split()
        if path.startswith("releases/"):
            key = path if path.count("/") == 1 else path.rpartition("/")[0]
            first.setdefault((event, key), touch)
    return list(first.values())


def _rehearse(listed: Path, home: Path, encoder: Path) -> None:
    """Rebuild, and write down every change below `home`, in order."""
    names = _Touches(home, lambda name: os.write(written, f"{name}\n".encode()))
    written = os.open(listed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    sys.addaudithook(names.watch)
    _rebuild(home, encoder, KEEP + 1)


def _killed_at(touch: str, home: Path, encoder: Path, minutes: int) -> None:
    """Rebuild, and end without warning right before one change."""

    def end(name: str) -> None:
        if name == touch:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(_Touches(home, end).watch)
    _rebuild(home, encoder, minutes)


class _Touches:
    """Names each change below a folder, whatever the release is called, and counts it."""

    def __init__(self, home: Path, tell: Callable[[str], object]) -> None:
        self._home = home
        self._tell = tell
        self._seen: Counter[str] = Counter()

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        """Hear of what the process does."""
        if not _changes(event, arguments, self._home):
            return
        path = Path(str(arguments[0])).relative_to(self._home)
        name = f"{event} {FORM.sub('ID', str(path))}"
        self._seen[name] += 1
        self._tell(f"{name} {self._seen[name]}")


def _changes(event: str, arguments: tuple[object, ...], home: Path) -> bool:
    if event == "open":
        path, mode, flags = arguments
        is_writing = any(sign in mode for sign in "wax+") if isinstance(mode, str) else False
        is_change = is_writing or (isinstance(flags, int) and bool(flags & os.O_ACCMODE))
    else:
        path, is_change = arguments[0] if arguments else "", event in TOUCHING
    return is_change and str(path).startswith(str(home))


def _rebuild(home: Path, encoder: Path, minutes: int) -> None:
    catalog = Catalog.open(home / "catalog.db")
    shop = Workshop(
        catalog=catalog,
        store=ReleaseStore(home / "releases"),
        encoder_folder=encoder,
        cache=TextCache.open(home / "cache" / "vectors.db"),
        progress=Silence(),
        moment=START + timedelta(minutes=minutes),
    )
    rebuild(shop)


def _all_open(store: ReleaseStore) -> None:
    """Open every finished release; the one that serves must be among them."""
    opened = {open_release(store.folder_of(name)).release_id for name in store.release_ids()}
    _check(store.current_id() in opened, "what serves cannot be opened")


def _in_fork(work: Callable[[], None]) -> int:
    """Do it in a fork; return its exit status, negative for the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - told, and no test of the parent's goes on here
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _check(is_so: bool, words: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not is_so:
        raise SystemExit(words)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
