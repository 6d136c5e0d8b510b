"""A table that staff keep by hand: a CSV whose rows are numbered as a spreadsheet shows them."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.errors import StaffTableUnreadable
from data.sources.formats.content import Content
from data.sources.formats.decoding import decoded
from data.text import display_form, match_form


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """A row of the table with its place; cells by header, '' where empty."""

    file: str
    locator: str
    cells: dict[str, str]


def staff_rows(path: Path, headers: Sequence[str]) -> Iterator[StaffRow]:
    """Yield the filled rows of a table; raises StaffTableUnreadable when a header is missing."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StaffTableUnreadable(
            f"{path} を開けません({error.strerror})。",
            hint="場所と読み取りの権限を確かめてください。",
        ) from error
    rows = csv.reader(io.StringIO(decoded(Content(name=path.name, data=data)).text, newline=""))
    header = [match_form(cell) for cell in next(rows, [])]
    missing = [word for word in headers if word not in header]
    if missing:
        raise StaffTableUnreadable(
            f"{path.name} に「{'」「'.join(missing)}」の見出しがありません。",
            hint=f"1行目を「{','.join(headers)}」にしてください。",
        )
    for number, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row):
            cells = dict(zip(header, map(display_form, row), strict=False))
            filled = {word: cells.get(word, "") for word in {*headers, *header}}
            yield StaffRow(file=path.name, locator=f"R{number}", cells=filled)
