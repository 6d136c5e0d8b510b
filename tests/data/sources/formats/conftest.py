from pathlib import Path

import pytest

from data.sources.formats.content import Content
from data.sources.formats.reading import read_sheets

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def sheets():
    def read(data, name="list.csv"):
        found = read_sheets(Content(name=name, data=data))
        return {sheet.name: list(sheet.rows) for sheet in found}

    return read


@pytest.fixture
def golden(sheets):
    return lambda name: sheets((GOLDEN / name).read_bytes(), name)


@pytest.fixture
def cells():
    return lambda rows: {row.locator: list(row.cells) for row in rows}


@pytest.fixture
def records():
    """Rows under a known header → locator → column → text, without what is empty."""

    def named(rows):
        header, *body = rows
        return {
            row.locator: {
                column: text for column, text in zip(header.cells, row.cells, strict=True) if text
            }
            for row in body
            if not row.faults
        }

    return named
