"""Rebuilding: a release is built aside, accepted by numbers, and published in one step."""

import errno
import json
import os
from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from data.errors import CatalogMissing
from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge
from index.acceptance.gate import Gate
from index.acceptance.soundness import soundness
from index.errors import RebuildRunning, ReleaseDamaged, ReleaseRefused
from index.progress import Step
from index.rebuild import rebuild
from index.release import open_release
from index.work_lock import who, work_lock

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ORDER = ImportOrder(moment=NOW, knowledge=StaffKnowledge(today=NOW.date()))

HEADER = "講座コード,講座名,実施機関,内容,申込状況\n"
ROWS = {
    "k1": "k1,簿記入門,商工会,仕訳から決算まで,募集中\n",
    "k2": "k2,アーク溶接実習,工科短大,鉄板をつなぐ,募集中\n",
    "k3": "k3,さくらんぼの剪定,農協,冬の枝の切り方,募集中\n",
    "k1 changed": "k1,簿記入門,商工会,家計簿から決算まで,募集中\n",
    "k4": "k4,図面の読み方,工科短大,三面図と記号,募集中\n",
}


@pytest.fixture
def shop(workshop, tmp_path):
    made = workshop()
    list_rows(made, tmp_path, "k1", "k2", "k3")
    yield made
    made.catalog.close()
    made.cache.close()


def list_rows(shop, folder, *keys):
    path = folder / "list.csv"
    path.write_text(HEADER + "".join(ROWS[key] for key in keys), encoding="utf-8")
    import_sources([path], shop.catalog, ORDER)


def titles(shop):
    release = open_release(shop.store.current_folder())
    found = {program.title for program in release.programs}
    release.close()
    return found


def test_a_rebuild_publishes_every_program_with_its_figures(shop):
    report = rebuild(shop)
    assert shop.store.current_id() == report.release_id
    assert (report.programs, report.embedded, report.reused) == (3, 3, 0)
    assert {gate.name: gate.figure for gate in report.gates} == {
        "counts_agree": 1.0,
        "nothing_vanished": 1.0,
        "encoder_matches": 1.0,
        "finds_itself": 1.0,
        "equals_brute_force": 1.0,
    }
    assert titles(shop) == {"簿記入門", "アーク溶接実習", "さくらんぼの剪定"}


def test_only_what_changed_is_embedded_again(shop, tmp_path):
    rebuild(shop)
    assert rebuild(shop).embedded == 0
    list_rows(shop, tmp_path, "k1", "k2")
    fewer = rebuild(replace(shop, may_shrink=True))
    assert (fewer.embedded, titles(shop)) == (0, {"簿記入門", "アーク溶接実習"})


def test_the_report_and_the_manifest_tell_what_changed_how_long_it_took_and_what_was_before(
    shop, tmp_path
):
    first = rebuild(shop)
    assert (first.previous_release_id, asdict(first.changes)) == (
        None,
        {"added": 3, "changed": 0, "removed": 0},
    )
    list_rows(shop, tmp_path, "k1 changed", "k2", "k4")
    second = rebuild(replace(shop, may_shrink=True))
    changes = {"added": 1, "changed": 1, "removed": 1}
    assert (second.previous_release_id, asdict(second.changes)) == (first.release_id, changes)
    assert second.seconds.keys() == {"snapshot", "embed", "index", "accept", "publish"}
    assert {gate.previous for gate in second.gates if gate.name == "finds_itself"} == {1.0}
    manifest = shop.store.verified(second.release_id)
    assert (manifest.changes, manifest.built_by) == (changes, who())
    assert manifest.sources == {"list.csv": "2026-11-23T12:00:00+00:00"}
    assert second.to_json() | changes == second.to_json()


def test_without_publishing_the_old_release_serves_on(shop):
    first = rebuild(shop)
    second = rebuild(shop, publish=False)
    assert shop.store.current_id() == first.release_id
    assert second.release_id in shop.store.release_ids()


def test_an_empty_catalog_is_not_built(workshop, tmp_path):
    empty = workshop(home=tmp_path / "empty")
    with pytest.raises(CatalogMissing):
        rebuild(empty)
    assert empty.store.release_ids() == []
    empty.catalog.close()
    empty.cache.close()


def test_a_refused_release_is_kept_for_a_look_and_the_old_one_serves(shop):
    first = rebuild(shop)

    def failing(_candidate):
        return (Gate(name="x", label="試し", figure=0.5, limit=0.9, advice="直す"),)

    with pytest.raises(ReleaseRefused, match=r"試し: 50\.0%\(必要 90\.0%\) 直す"):
        rebuild(replace(shop, measures=(soundness, failing)))
    assert shop.store.current_id() == first.release_id
    assert shop.store.release_ids() == [first.release_id]
    (kept,) = shop.store.lock_file.parent.glob(".refused-*")
    assert len(open_release(kept).programs) == 3


def test_a_full_disk_leaves_nothing_behind(shop, monkeypatch):
    def full(_index, path):
        raise RuntimeError(f"write error in {path}: 0 != 1 (No space left on device)")

    first = rebuild(shop)
    monkeypatch.setattr("faiss.write_index", full)
    with pytest.raises(OSError, match="No space left") as error:
        rebuild(shop)
    assert error.value.errno == errno.ENOSPC
    assert shop.store.current_id() == first.release_id
    assert not list(shop.store.lock_file.parent.glob(".building-*"))


class Killed(BaseException):
    """Stands for a process that ends without warning."""


@pytest.mark.parametrize("fatal", list(Step))
def test_killed_at_any_step_the_old_release_serves_and_the_next_rebuild_works(
    shop, workshop, fatal
):
    first = rebuild(shop)

    class DyingProgress:
        def begin(self, step, total=None):
            del total
            if step is fatal:
                raise Killed

        def advance(self, units):
            pass

    with pytest.raises(Killed):
        rebuild(workshop(progress=DyingProgress()))
    assert shop.store.release_ids() == [first.release_id]
    assert len(titles(shop)) == 3
    assert rebuild(shop).programs == 3


def test_a_second_rebuild_at_the_same_time_says_who_is_running(shop):
    lock = work_lock(shop.store.lock_file, RebuildRunning)
    with lock, pytest.raises(RebuildRunning, match=str(os.getpid())):
        rebuild(shop)


@pytest.mark.parametrize(
    "name", ["catalog.sqlite", "index.faiss", "ids", "lexical/impacts.npy", "encoder/model.onnx"]
)
def test_a_release_with_a_damaged_file_is_never_opened(shop, name):
    rebuild(shop)
    path = shop.store.current_folder() / name
    content = path.read_bytes()
    path.unlink()  # the encoder's files are shared with the prepared one
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(ReleaseDamaged, match=name):
        open_release(shop.store.current_folder())


def test_a_release_of_an_unknown_format_is_never_opened(shop):
    rebuild(shop)
    path = shop.store.current_folder() / "manifest.json"
    shape = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(shape | {"format_version": 99}), encoding="utf-8")
    with pytest.raises(ReleaseDamaged, match="別の形"):
        open_release(shop.store.current_folder())
