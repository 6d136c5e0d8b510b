"""Whatever stands in a cell, no markup, control character or script reaches what people read."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.columns.columns import Column, Columns
from data.columns.roles import Role
from data.program import SourceRef
from data.rows.reading import RowReader
from data.shape import program_to_json
from data.sources.sheet import SheetRow

ROLES = [role for role in Role if role is not Role.UNUSED]
COLUMNS = Columns(
    width=len(ROLES),
    all=tuple(Column(index=at, header=role.value, role=role) for at, role in enumerate(ROLES)),
)
HARM = re.compile(r"<script|<img|onerror|[\x00-\x08\x0b-\x1f\u202e\u200b]", re.IGNORECASE)
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u202eevil\u200b\x08",
    "5,000円（<script>alert(1)</script>教材費込み）",
    "2027/1/10 <img src=x onerror=alert(1)> 全3回",
    "一般の方（<script>x</script>条件）",
]


def shown(cells, day):
    reader = RowReader(file="x.csv", columns=COLUMNS, today=day)
    record = reader.record(SheetRow(locator="R2", cells=cells))
    return program_to_json(record.program) if record and record.program else {}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("role", ROLES)
def test_a_hostile_cell_is_harmless_in_every_column(role, text, now):
    cells = {Role.TITLE: "簿記講座", Role.INSTITUTION: "商工会", role: text}
    program = shown([cells.get(each, "") for each in ROLES], now.date())
    assert "javascript" not in program.get("url", "").lower()
    assert not HARM.search(json.dumps(program, ensure_ascii=False).replace("\\u", "\\\\u"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.text(max_size=20), min_size=len(ROLES), max_size=len(ROLES)))
def test_no_cells_at_all_can_break_the_reading_of_a_row(now, cells):
    assert isinstance(shown(cells, now.date()), dict)


def test_the_place_of_a_row_is_the_place_of_its_program(now):
    cells = {Role.TITLE: "簿記講座", Role.INSTITUTION: "商工会"}
    program = shown([cells.get(each, "") for each in ROLES], now.date())
    assert [SourceRef(**ref) for ref in program["source_refs"]] == [
        SourceRef(file="x.csv", locator="R2")
    ]
