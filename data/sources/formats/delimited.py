"""Text with separators → one sheet, row by row.

Records are counted as a CSV parser counts them, blank lines included. The parser is strict so that
a quote which is never closed is noticed: only its own line is lost, and reading goes on behind it.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from data.issue import Code
from data.sources.formats.content import Content
from data.sources.formats.decoding import decoded
from data.sources.sheet import Fault, Sheet, SheetRow

DELIMITERS = (",", "\t", ";", "|")
SAMPLE_RECORDS = 50
SAMPLE_CHARACTERS = 1 << 16
LONGEST_CELL = (1 << 31) - 1  # characters: no limit; 131,072 would do for no pasted leaflet

_LINE_END = re.compile(r"\r\n|\r|\n")


def read_delimited(content: Content) -> list[Sheet]:
    """Return the file's only sheet."""
    text = decoded(content).text
    return [Sheet(name="", rows=delimited_rows(text, delimiter_of(text)))]


def delimiter_of(text: str) -> str:
    """Return the separator that splits the most records into the same number of columns."""
    sample = text[:SAMPLE_CHARACTERS]
    return max(DELIMITERS, key=lambda delimiter: _separators_explained(sample, delimiter))


def delimited_rows(text: str, delimiter: str) -> Iterator[SheetRow]:
    """Yield every record that has text, `R1` the first; a broken one holds a fault."""
    csv.field_size_limit(LONGEST_CELL)
    lines = _Lines(text, delimiter)
    strict = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while lines.position < len(text):
        number, start = number + 1, lines.position
        try:
            cells = next(strict)
        except csv.Error:
            yield _row_after_misplaced_quote(lines, start, number)
            continue
        if any(cells):
            yield SheetRow(locator=f"R{number}", cells=cells)


class _Lines:
    """The physical lines of a text, from any place in it: the parser can be set back."""

    __slots__ = ("_has_lone_returns", "delimiter", "position", "text")

    def __init__(self, text: str, delimiter: str) -> None:
        self.text = text
        self.delimiter = delimiter
        self.position = 0
        self._has_lone_returns = text.count("\r") != text.count("\r\n")

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        start = self.position
        if start >= len(self.text):
            raise StopIteration
        if self._has_lone_returns:
            found = _LINE_END.search(self.text, start)
            self.position = found.end() if found else len(self.text)
        else:
            self.position = self.text.find("\n", start) + 1 or len(self.text)
        return self.text[start : self.position]


def _row_after_misplaced_quote(lines: _Lines, start: int, number: int) -> SheetRow:
    """Read a record leniently; if a quote in it was never closed, set back to behind its line."""
    lines.position = start
    cells = next(csv.reader(lines, delimiter=lines.delimiter))
    record = lines.text[start : lines.position]
    if not _has_open_quote(record, lines.delimiter):
        return SheetRow(locator=f"R{number}", cells=cells)
    lines.position = start
    *_, opening = islice(lines, _line_of_open_quote(cells))
    fault = Fault(code=Code.QUOTE_UNCLOSED, raw=opening.rstrip("\r\n"))
    return SheetRow(locator=f"R{number}", cells=(), faults=(fault,))


def _has_open_quote(record: str, delimiter: str) -> bool:
    """Tell whether a record runs to the end of the file, or to the first quote of a later row."""
    *before, last = _Lines(record, delimiter)
    if before and f'{delimiter}"' in delimiter + last:
        return True
    end = "\0end"  # put behind an open quote it becomes text of the cell
    return list(csv.reader([*before, last.rstrip("\r\n") + "\n", end], delimiter=delimiter))[
        -1
    ] != [end]


def _line_of_open_quote(cells: Sequence[str]) -> int:
    """Return on which line of a record (from 1) the cell begins that runs over its line."""
    breaks = [sum(1 for _ in _LINE_END.finditer(cell)) for cell in cells]
    running = [index for index, count in enumerate(breaks) if count]
    return 1 + sum(breaks[: running[-1]]) if running else 1


def _separators_explained(sample: str, delimiter: str) -> int:
    records = csv.reader(_Lines(sample, delimiter), delimiter=delimiter)
    widths = Counter(len(cells) for cells in islice(records, SAMPLE_RECORDS) if len(cells) > 1)
    if not widths:
        return 0
    width, count = widths.most_common(1)[0]
    return (width - 1) * count
