"""What happens to a catalog when lists come again: shrunk, vanished, renamed, merged, killed."""

import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from data.catalog.catalog import Catalog
from data.errors import NotInCatalog
from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge

HEADER = "講座コード,講座名,実施機関,内容,開始日,受講料"
LONG = "帳簿のつけ方を、領収書の整理から決算まで三日間で学びます。電卓だけお持ちください。"


@pytest.fixture
def order(now):
    return ImportOrder(moment=now, knowledge=StaffKnowledge(today=now.date()))


def rows(count):
    return [f"k{n},講座{n},商工会,内容{n},2027-01-{n + 1:02d},1000" for n in range(count)]


def test_a_file_that_lost_much_is_held_back_until_staff_accept_it(catalog, write_list, order):
    import_sources([write_list(*rows(10), header=HEADER)], catalog, order)
    shrunk = write_list(*rows(3), header=HEADER)
    report = import_sources([shrunk], catalog, order)
    assert report.held_back
    assert "10件から3件" in report.issues[0].message
    assert len(catalog.programs()) == 10
    accepted = import_sources([shrunk], catalog, replace(order, accept_shrinking=True))
    assert not accepted.held_back
    assert len(catalog.programs()) == 3


def test_a_file_that_is_held_back_leaves_the_others_their_news(catalog, write_list, order):
    folder = write_list(*rows(10), name="in/a.csv", header=HEADER).parent
    write_list("z1,三味線,公民館,弾く,,0", name="in/b.csv", header=HEADER)
    import_sources([folder], catalog, order)
    write_list(*rows(2), name="in/a.csv", header=HEADER)
    write_list("z1,三味線と唄,公民館,弾く,,0", name="in/b.csv", header=HEADER)
    import_sources([folder], catalog, order)
    titles = {program.title for program in catalog.programs()}
    assert "三味線と唄" in titles
    assert len(titles) == 11


def test_a_file_that_vanished_is_reported_and_its_courses_stay(catalog, write_list, order):
    folder = write_list(*rows(2), name="in/a.csv", header=HEADER).parent
    gone = write_list("z1,三味線,公民館,弾く,,0", name="in/b.csv", header=HEADER)
    import_sources([folder], catalog, order)
    gone.unlink()
    report = import_sources([folder], catalog, order)
    assert [(i.file, i.code) for i in report.issues] == [("b.csv", "source_vanished")]
    assert "三味線" in {program.title for program in catalog.programs()}
    catalog.forget(["b.csv"], at="2026-11-24T00:00:00")
    assert "三味線" not in {program.title for program in catalog.programs()}


def test_what_is_not_in_the_catalog_cannot_be_forgotten_or_told_of(catalog, write_list, order):
    import_sources([write_list(*rows(2), header=HEADER)], catalog, order)
    with pytest.raises(NotInCatalog, match=r"other\.csv"):
        catalog.forget(["list.csv", "other.csv"], at="2026-12-01T00:00:00")
    assert len(catalog.programs()) == 2
    with pytest.raises(NotInCatalog, match="zzz"):
        catalog.history("zzz")


def test_the_history_says_when_a_program_came_changed_and_went(catalog, write_list, order):
    import_sources([write_list("k1,簿記,商工会,つける,,1000", header=HEADER)], catalog, order)
    (program,) = catalog.programs()
    import_sources([write_list("k1,簿記,商工会,つける,,2000", header=HEADER)], catalog, order)
    catalog.forget(["list.csv"], at="2026-12-01T00:00:00")
    history = catalog.history(program.program_id)
    assert [entry.change for entry in history] == ["追加", "変更", "削除"]
    fees = [entry.before["offerings"][0]["fee_yen"] for entry in history if entry.before]
    assert fees == [1000, 2000]


def test_importing_the_same_files_again_writes_no_history(catalog, write_list, order):
    path = write_list(*rows(3), header=HEADER)
    import_sources([path], catalog, order)
    import_sources([path], catalog, order)
    for program in catalog.programs():
        assert [entry.change for entry in catalog.history(program.program_id)] == ["追加"]


def test_a_program_keeps_its_identity_when_its_provider_lists_it_later(catalog, write_list, order):
    portal = write_list(
        f",【募集】はじめての帳簿講座,商工会,{LONG[:20]},2027-02-01,1000",
        name="portal.csv",
        header=HEADER,
    )
    import_sources([portal], catalog, order)
    (before,) = catalog.programs()
    provider = write_list(
        f"k1,はじめての帳簿講座,天童商工会,{LONG},2027-02-01,1000", name="own.csv", header=HEADER
    )
    report = import_sources([portal, provider], catalog, order)
    (after,) = catalog.programs()
    assert after.program_id == before.program_id
    assert (after.title, after.source_key) == ("はじめての帳簿講座", "k1")
    assert report.merged_across_files == 1


def test_the_raw_row_stays_readable_beside_what_was_understood(catalog, write_list, order):
    import_sources([write_list("k1,簿記,商工会,,R9.1.10,千円", header=HEADER)], catalog, order)
    (program,) = catalog.programs()
    (row,) = catalog.raw_rows(program.program_id)
    assert (row["開始日"], row["受講料"]) == ("R9.1.10", "千円")


@pytest.mark.slow
def test_an_import_that_is_killed_leaves_the_catalog_as_it_was(write_list, tmp_path, order):
    path = tmp_path / "home" / "catalog.db"
    first = Catalog.open(path)
    import_sources([write_list(*rows(5), header=HEADER)], first, order)
    before = first.programs()
    first.close()
    many = [f"m{n},講座{n}号,商工会,内容{n},,1000" for n in range(40_000)]
    big = write_list(*many, name="big.csv", header=HEADER)
    command = [sys.executable, "-m", "bot.cli", "catalog", "import", str(big)]
    environment = {"MANABI_HOME": str(path.parent), "PATH": "/usr/bin:/bin"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _wait_until_writing(path)
    process.send_signal(signal.SIGKILL)
    process.wait()
    again = Catalog.open(path)
    assert again.programs() == before
    again.close()


def _wait_until_writing(path):
    """Wait until the other process holds the catalog's write lock."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        connection = sqlite3.connect(path, timeout=0)
        try:
            connection.execute("begin immediate")
            connection.rollback()
        except sqlite3.OperationalError:
            return
        finally:
            connection.close()
        time.sleep(0.02)
    pytest.fail("the import never began to write")
