"""A release travels in one file: what arrives is what left, or nothing arrives."""

import io
import tarfile

import pytest

from index.archive import export_release, import_release
from index.errors import ArchiveUnreadable, ReleaseDamaged
from index.release import open_release
from index.release_store import ReleaseStore


@pytest.fixture(scope="module")
def archive(small_store, tmp_path_factory):
    file = tmp_path_factory.mktemp("archive") / "release.tar.gz"
    export_release(small_store.current_folder(), file)
    return file


@pytest.fixture
def elsewhere(tmp_path):
    return ReleaseStore(tmp_path / "elsewhere" / "releases")


def repacked(archive, file, change):
    """Write the archive once more, with its members as `change` lets them be."""
    with tarfile.open(archive) as before, tarfile.open(file, "w:gz", compresslevel=1) as after:
        for member in before:
            content = change(member, before.extractfile(member).read())
            if content is not None:
                member.size = len(content)
                after.addfile(member, io.BytesIO(content))
    return file


def test_what_arrives_serves_as_it_did_where_it_was_built(archive, elsewhere, small_store):
    name = import_release(archive, elsewhere)
    assert name == small_store.current_id()
    assert elsewhere.current_id() is None
    release = open_release(elsewhere.folder_of(name))
    assert len(release.programs) == 260
    release.close()
    assert import_release(archive, elsewhere) == name


def test_nothing_but_the_archive_is_written(archive):
    assert [path.name for path in archive.parent.iterdir()] == ["release.tar.gz"]


def test_half_an_archive_is_refused(archive, elsewhere, tmp_path):
    half = tmp_path / "half.tar.gz"
    half.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    with pytest.raises(ArchiveUnreadable, match="half"):
        import_release(half, elsewhere)
    assert elsewhere.release_ids() == []


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x1f\x8b nonsense"])
def test_what_is_no_archive_is_refused(content, elsewhere, tmp_path):
    file = tmp_path / "file"
    file.write_bytes(content)
    with pytest.raises(ArchiveUnreadable):
        import_release(file, elsewhere)


def test_a_file_that_is_not_there_is_named(elsewhere, tmp_path):
    with pytest.raises(ArchiveUnreadable, match="見つかりません"):
        import_release(tmp_path / "none.tar.gz", elsewhere)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda one, content: content[::-1] if one.name == "ids" else content, ReleaseDamaged),
        (lambda one, content: None if one.name == "ids" else content, ReleaseDamaged),
        (lambda one, content: None if one.name == "manifest.json" else content, ArchiveUnreadable),
    ],
)
def test_what_does_not_match_its_manifest_never_becomes_a_release(
    change, error, archive, elsewhere, tmp_path
):
    changed = repacked(archive, tmp_path / "changed.tar.gz", change)
    with pytest.raises(error):
        import_release(changed, elsewhere)
    assert elsewhere.release_ids() == []


@pytest.mark.parametrize("name", ["../outside", "/outside", "further", "encoder/further"])
def test_what_the_manifest_does_not_name_is_not_written(name, archive, elsewhere, tmp_path):
    def smuggled(one, content):
        if one.name == "ids":
            one.name = name
        return content

    changed = repacked(archive, tmp_path / "changed.tar.gz", smuggled)
    with pytest.raises(ArchiveUnreadable):
        import_release(changed, elsewhere)
    assert not list(tmp_path.rglob("outside"))
