"""A golden test per format: what the files in golden/ state is what the catalog holds."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.intake import ImportOrder, import_sources
from data.shape import program_to_json
from data.sources.source import StaffKnowledge

GOLDEN = Path(__file__).parent / "golden"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ORDER = ImportOrder(moment=NOW, knowledge=StaffKnowledge(today=NOW.date()))
LISTS = sorted(path for path in GOLDEN.iterdir() if path.suffix != ".golden")


def stated(catalog):
    """Return programs and issues in the form of the golden files, without what identity adds."""
    programs = [program_to_json(program) for program in catalog.programs()]
    for program in programs:
        del program["program_id"]
    programs.sort(key=lambda program: [ref["locator"] for ref in program["source_refs"]])
    issues = [
        {key: getattr(issue, key) for key in ("locator", "column", "raw", "code", "severity")}
        for issue in catalog.issues()
    ]
    return {"programs": programs, "issues": issues}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_read_as_its_golden_file_says(catalog, path):
    import_sources([path], catalog, ORDER)
    expected = json.loads(path.with_name(f"{path.name}.golden").read_text("utf-8"))
    assert stated(catalog) == expected
