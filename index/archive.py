"""Archive: a release as one file, so that machines can serve it that have no catalog and no torch.

A gzipped tar. The manifest comes first and names every other file with its checksum; what it does
not name is refused, what does not match it is never finished.
"""

import gzip
import tarfile
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import ArchiveUnreadable, RebuildRunning
from index.manifest import MANIFEST, Manifest
from index.release_id import is_release_id
from index.release_store import IMPORTING, ReleaseStore
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
    with work_lock(store.lock_file, RebuildRunning):
        with TemporaryDirectory(prefix=IMPORTING, dir=store.lock_file.parent) as scratch:
            taken = Path(scratch) / "release"
            _extract(file, taken)
            manifest = Manifest.read(taken)
            if not is_release_id(manifest.release_id):
                raise _unreadable(file)
            manifest.verify(taken)
            if manifest.release_id not in store.release_ids():
                taken.rename(store.start_building(manifest.release_id))
                store.finish_building(store.building_of(manifest.release_id))
        store.verified(manifest.release_id)
        return manifest.release_id


def _extract(file: Path, folder: Path) -> None:
    """Unpack plain files below `folder`, and nothing that the manifest does not name."""
    try:
        with tarfile.open(file, "r:gz") as archive:
            first = archive.next()
            if first is None or first.name != MANIFEST:
                raise _unreadable(file)
            archive.extract(first, folder, filter="data")
            named = Manifest.read(folder).checksums
            for member in archive:
                if member is first:
                    continue
                if not member.isfile() or member.name not in named:
                    raise _unreadable(file)
                archive.extract(member, folder, filter="data")
    except FileNotFoundError as error:
        raise ArchiveUnreadable(
            f"{file} が見つかりません。", hint="ファイルの場所を確かめてください。"
        ) from error
    except (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise _unreadable(file) from error


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
