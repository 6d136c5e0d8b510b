"""ReleaseStore: the folder of releases, and the one word that says which of them serves.

`releases/<id>/` is a finished release, `.building-<id>/` one being built, `.refused-<id>/` one that
did not pass acceptance, kept for a look; the file `releases/current` names the one that serves.
Publishing and rolling back are the same atomic replacement of that file. Whoever serves a release
holds a shared lock on its manifest, so that it is not removed meanwhile.
"""

import os
import shutil
from pathlib import Path

from index.errors import ReleaseDamaged, ReleaseMissing
from index.hold import is_held
from index.manifest import MANIFEST, Manifest
from index.release_id import is_release_id

BUILDING, REFUSED, REMOVING, STAGED = ".building-", ".refused-", ".removing-", ".current-"
LEFTOVERS = (BUILDING, REMOVING, STAGED)  # what a killed process can leave
KEEP = 3  # newest releases, the one that serves besides
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

    def manifests(self) -> dict[str, Manifest | None]:
        """Return the manifest of every finished release, newest first; None where it is broken."""
        return {name: self._manifest(name) for name in self.release_ids()}

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

    def publish_verified(self, release_id: str) -> None:
        """Let a release serve whose files are all as its manifest says."""
        self.verified(release_id)
        self.publish(release_id)

    def building_of(self, release_id: str) -> Path:
        """Return where a release is built."""
        return self._folder / f"{BUILDING}{release_id}"

    def start_building(self, release_id: str) -> Path:
        """Return a new folder to build in; what earlier, killed builds left is removed."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for left in LEFTOVERS:
            self._clear(left)
        building = self.building_of(release_id)
        building.mkdir()
        return building

    def release_id_of(self, building: Path) -> str:
        """Return the name that a folder being built will have."""
        return building.name.removeprefix(BUILDING)

    def finish_building(self, building: Path) -> Path:
        """Make a built folder a finished release, in one step."""
        for path in building.rglob("*"):
            _flush(path)
        finished = self._folder / self.release_id_of(building)
        building.rename(finished)
        _flush(self._folder)
        return finished

    def publish(self, release_id: str) -> None:
        """Let `release_id` serve from now on."""
        self.folder_of(release_id)
        staged = self._folder / f"{STAGED}{release_id}"
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

    def refuse(self, building: Path) -> Path:
        """Keep a built folder for a look instead of finishing it; the last one refused only."""
        self._clear(REFUSED)
        return building.rename(building.with_name(building.name.replace(BUILDING, REFUSED, 1)))

    def prune(self) -> list[str]:
        """Remove old releases beyond those kept; never one that serves, here or elsewhere."""
        current = self.current_id()
        surplus = [name for name in self.release_ids()[KEEP:] if name != current]
        return [name for name in surplus if self._removed(name)]

    def _manifest(self, name: str) -> Manifest | None:
        try:
            return Manifest.read(self._folder / name)
        except ReleaseDamaged:
            return None

    def _removed(self, name: str) -> bool:
        """Remove a release unless somebody has it open; tell whether it is gone."""
        if is_held(self._folder / name / MANIFEST):
            return False
        removing = self._folder / f"{REMOVING}{name}"
        (self._folder / name).rename(removing)  # never listed half removed
        shutil.rmtree(removing, ignore_errors=True)
        return True

    def _clear(self, prefix: str) -> None:
        for left in self._folder.glob(f"{prefix}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _flush(path: Path) -> None:
    """Make sure that what was written survives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
