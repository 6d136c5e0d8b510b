"""The sample catalog in data/sample is complete, clean and marked as invented."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.catalog.catalog import Catalog
from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ORDER = ImportOrder(moment=NOW, knowledge=StaffKnowledge(today=NOW.date()))

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    catalog = Catalog.open(tmp_path_factory.mktemp("sample") / "catalog.db")
    report = import_sources([SAMPLE], catalog, ORDER)
    yield report, catalog.programs()
    catalog.close()


def test_all_260_programs_are_read_without_an_issue(imported):
    report, programs = imported
    assert len(programs) == 260
    assert report.issues == ()


def test_every_program_is_marked_as_a_sample_and_has_its_key(imported):
    _, programs = imported
    assert all(program.is_sample for program in programs)
    assert {program.source_key for program in programs} == {f"p{n:04d}" for n in range(1, 261)}
