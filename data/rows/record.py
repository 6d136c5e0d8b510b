"""Record: what one row of a source states, as a program with its offerings, and its faults."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import orjson

from data.issue import Issue
from data.program import Program
from data.shape import program_to_text
from data.text import match_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row as read; `program` is None when the row is set aside.

    `cells` is the row as it stands in the file: raw text by header, '' where empty.
    """

    locator: str
    program: Program | None
    issues: tuple[Issue, ...] = ()
    cells: Mapping[str, str]


class WrittenRecord(NamedTuple):
    """A record as it is stored, made of texts: cheap to hand from process to process.

    `listing`, `title` (match form), `name` and `text` are '' when the row is set aside.
    """

    locator: str
    listing: str  # identity of the program
    title: str
    name: str  # title and provider, to know a program by when its code differs
    text: str  # the program as JSON
    offerings: int
    cells: str  # the raw row as JSON
    issues: tuple[Issue, ...]


def written(record: Record) -> WrittenRecord:
    """Return a record as it is stored."""
    program, cells = record.program, orjson.dumps(record.cells).decode()
    if program is None:
        return WrittenRecord(record.locator, "", "", "", "", 0, cells, record.issues)
    title = match_form(program.title)
    return WrittenRecord(
        locator=record.locator,
        listing=program.program_id,
        title=title,
        name=f"{title}\x1f{match_form(program.institution)}",
        text=program_to_text(program),
        offerings=len(program.offerings),
        cells=cells,
        issues=record.issues,
    )
