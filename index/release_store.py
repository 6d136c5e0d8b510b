"""ReleaseStore: the folder of releases, and the one word that says which of them serves.

`releases/<id>/` is a finished release; `releases/.building-<id>/` is being built; the file
`releases/current` names the one that serves. Publishing and rolling back are the same atomic
replacement of that file.
"""

import os
import shutil
from pathlib import Path

from index.errors import ReleaseMissing
from index.manifest import Manifest
from index.release_id import is_release_id

BUILDING = ".building-"
KEEP = 3  # releases kept besides the current one being among them
REBUILD_HINT = "「manabi rebuild」で版を作って公開してください。"
LIST_HINT = "「manabi releases」で版の一覧を見られます。"


class ReleaseStore:
    """Finished releases below one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def lock_file(self) -> Path:
        """The file that a running rebuild holds locked."""
        return self._folder / ".rebuild.lock"

    def release_ids(self) -> list[str]:
        """Return the finished releases, newest first."""
        if not self._folder.is_dir():
            return []
        names = (path.name for path in self._folder.iterdir())
        return sorted(filter(is_release_id, names), reverse=True)

    def manifests(self) -> list[Manifest]:
        """Return the manifest of every finished release, newest first."""
        return [Manifest.read(self.folder_of(name)) for name in self.release_ids()]

    def current_id(self) -> str | None:
        """Return the published release's name, or None before the first."""
        try:
            return (self._folder / "current").read_text("utf-8").strip()
        except FileNotFoundError:
            return None

    def current_folder(self) -> Path:
        """Return the folder of the published release."""
        name = self.current_id()
        if name is None:
            raise ReleaseMissing("公開中の版がありません。", hint=REBUILD_HINT)
        return self.folder_of(name)

    def folder_of(self, release_id: str) -> Path:
        """Return the folder of a finished release."""
        folder = self._folder / release_id
        if not is_release_id(release_id) or not folder.is_dir():
            raise ReleaseMissing(f"版 {release_id} は見つかりません。", hint=LIST_HINT)
        return folder

    def verified(self, release_id: str) -> Manifest:
        """Return the manifest of a release whose files are all as it says."""
        manifest = Manifest.read(self.folder_of(release_id))
        manifest.verify(self.folder_of(release_id))
        return manifest

    def start_building(self, release_id: str) -> Path:
        """Return a new folder to build in; what earlier, killed builds left is removed."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for left in self._folder.glob(f"{BUILDING}*"):
            shutil.rmtree(left, ignore_errors=True)
        building = self._folder / f"{BUILDING}{release_id}"
        building.mkdir()
        return building

    def finish_building(self, building: Path) -> Path:
        """Make a built folder a finished release, in one step."""
        for path in building.rglob("*"):
            _flush(path)
        finished = self._folder / building.name.removeprefix(BUILDING)
        building.rename(finished)
        _flush(self._folder)
        return finished

    def publish(self, release_id: str) -> None:
        """Let `release_id` serve from now on."""
        self.folder_of(release_id)
        staged = self._folder / f".current-{release_id}"
        staged.write_text(f"{release_id}\n", encoding="utf-8")
        _flush(staged)
        staged.replace(self._folder / "current")
        _flush(self._folder)

    def previous_id(self) -> str:
        """Return the newest release older than the published one."""
        current = self.current_id() or ""
        older = [name for name in self.release_ids() if name < current]
        if not older:
            raise ReleaseMissing("戻せる前の版がありません。", hint=LIST_HINT)
        return older[0]

    def prune(self) -> list[str]:
        """Remove old releases beyond those kept, never the published one; return their names."""
        current = self.current_id()
        surplus = [name for name in self.release_ids()[KEEP:] if name != current]
        for name in surplus:
            shutil.rmtree(self._folder / name, ignore_errors=True)
        return surplus


def _flush(path: Path) -> None:
    """Make sure that what was written survives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
