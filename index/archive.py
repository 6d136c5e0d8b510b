"""Archive: a release as one file, so that machines can serve it that have no catalog and no torch.

A gzipped tar. The manifest comes first and names every other file with its checksum; what it does
not name is refused, what does not match it is never finished.
"""

import gzip
import json
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import ArchiveUnreadable, RebuildRunning
from index.manifest import MANIFEST, Manifest
from index.release_id import is_release_id
from index.release_store import ReleaseStore
from index.work_lock import work_lock

LEVEL = 1  # of compression: vectors and weights hardly get smaller, however long one tries


def export_release(folder: Path, file: Path) -> None:
    """Write the release in `folder` to `file`, complete or not at all; raises ReleaseDamaged."""
    manifest = Manifest.read(folder)
    manifest.verify(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{file.name}-", dir=file.parent) as scratch:
        written = Path(scratch) / file.name
        with tarfile.open(written, "w:gz", compresslevel=LEVEL) as archive:
            for name in (MANIFEST, *manifest.checksums):
                archive.add(folder / name, arcname=name, filter=_plain)
        written.replace(file)


def import_release(file: Path, store: ReleaseStore) -> str:
    """Make a release of an archive, and return its name; one that is there already stays.

    Raises ArchiveUnreadable, ReleaseDamaged, RebuildRunning.
    """
    with work_lock(store.lock_file, RebuildRunning), _opened(file) as archive:
        release_id = _release_id(archive)
        if release_id not in store.release_ids():
            building = store.start_building(release_id)
            try:
                _extract(archive, building)
                Manifest.read(building).verify(building)
                store.finish_building(building)
            finally:
                shutil.rmtree(building, ignore_errors=True)
        store.verified(release_id)
        return release_id


@contextmanager
def _opened(file: Path) -> Iterator[tarfile.TarFile]:
    """Open an archive; what goes wrong while it is read says which file it is."""
    try:
        with tarfile.open(file, "r:gz") as archive:
            yield archive
    except FileNotFoundError as error:
        raise ArchiveUnreadable(
            f"{file} が見つかりません。", hint="ファイルの場所を確かめてください。"
        ) from error
    except (_Foreign, tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise _unreadable(file) from error


def _release_id(archive: tarfile.TarFile) -> str:
    """Return the release's name as its manifest, the first file, tells it."""
    first = archive.next()
    content = archive.extractfile(first) if first and first.name == MANIFEST else None
    try:
        release_id = str(json.load(content)["release_id"]) if content else ""
    except (ValueError, KeyError, TypeError):
        release_id = ""
    if not is_release_id(release_id):
        raise _Foreign
    return release_id


def _extract(archive: tarfile.TarFile, folder: Path) -> None:
    """Unpack plain files below `folder`, and nothing that the manifest does not name."""
    first, *members = archive.getmembers()
    archive.extract(first, folder, filter="data")
    named = Manifest.read(folder).checksums
    for member in members:
        if not member.isfile() or member.name not in named:
            raise _Foreign
        archive.extract(member, folder, filter="data")


class _Foreign(Exception):
    """The archive holds something that no exported release holds."""


def _unreadable(file: Path) -> ArchiveUnreadable:
    return ArchiveUnreadable(
        f"{file} は、版のファイルとして読めません。",
        hint="とちゅうで切れていないか確かめ、もう一度書き出してください。",
    )


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who owned a file, and when."""
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    return member
