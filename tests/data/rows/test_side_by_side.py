import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from data.columns.columns import Column, Columns
from data.columns.roles import Role
from data.rows import side_by_side
from data.rows.reading import RowReader
from data.rows.side_by_side import CHUNK, WORTH_DEALING, read_records
from data.sources.sheet import SheetRow

COLUMNS = Columns(
    width=3,
    all=(
        Column(index=0, header="講座名", role=Role.TITLE),
        Column(index=1, header="主催", role=Role.INSTITUTION),
        Column(index=2, header="受講料", role=Role.FEE),
    ),
)
READER = RowReader(file="long.csv", columns=COLUMNS, today=date(2026, 11, 23))


def rows(count):
    for number in range(count):
        provider = "商工会" if number % 7 == 0 else "〃"
        fee = "時価" if number % 11 == 0 else str(number)
        yield SheetRow(locator=f"R{number + 2}", cells=[f"講座{number}", provider, fee])


@pytest.mark.parametrize("count", [0, 5, WORTH_DEALING, WORTH_DEALING + 3 * CHUNK + 1])
def test_records_are_the_same_and_in_order_however_many_processes_read_them(count):
    alone = list(read_records(READER, rows(count), processes=1))
    together = list(read_records(READER, rows(count), processes=2))
    assert together == alone
    assert [record.locator for record in alone] == [f"R{n + 2}" for n in range(count)]


def test_a_ditto_mark_means_the_row_above_even_in_another_chunk():
    records = list(read_records(READER, rows(WORTH_DEALING + CHUNK), processes=2))
    assert all(record.listing for record in records)


def test_what_reading_raises_reaches_the_caller():
    broken = [*rows(WORTH_DEALING), SheetRow(locator="R0", cells=[None, "a", "b"])]
    with pytest.raises((TypeError, AttributeError)):
        list(read_records(READER, broken, processes=2))


def test_processes_end_when_the_caller_stops_early(monkeypatch):
    started = []

    class Watched(side_by_side._Worker):
        def __init__(self, reader):
            super().__init__(reader)
            started.append(self._process)

    monkeypatch.setattr(side_by_side, "_Worker", Watched)
    reading = read_records(READER, rows(WORTH_DEALING * 2), processes=2)
    next(reading)
    reading.close()
    assert [process.is_alive() for process in started] == [False, False]


LONG_IMPORT = """
import datetime, sys
from tests_rows import READER, rows
from data.rows.side_by_side import read_records
for _ in read_records(READER, rows(10**9), processes=2):
    print(flush=True)
"""


@pytest.mark.slow
def test_a_killed_import_leaves_no_process_behind(tmp_path):
    (tmp_path / "tests_rows.py").write_bytes(Path(__file__).read_bytes())
    process = subprocess.Popen(
        [sys.executable, "-c", LONG_IMPORT],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 20
    while _session_lives(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _session_lives(process.pid)


def _session_lives(group):
    """Tell whether a process of the group is running; one that only waits to be buried is not."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, process_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(process_group) == group and state != "Z":
            return True
    return False
