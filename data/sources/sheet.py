"""Sheet: one table of a file as it lies there, before anybody says what its columns mean.

Every format ends as sheets: delimited text as one, a workbook as one for each visible sheet, a web
page as one for each table, JSON as one whose first row holds the paths of its keys.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data.issue import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something the reader of the format noticed; no column means that the whole row is lost."""

    code: Code
    raw: str
    column: int | None = None  # index into the row's cells


class SheetRow(NamedTuple):
    """A row's cells as raw text ('' where empty), with its place in the file.

    A merged cell's text stands in every cell that it covers. Typed cells are written as text: dates
    as 2027-01-31, whole numbers without a point, booleans as TRUE and FALSE.
    """

    locator: str
    cells: Sequence[str]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows from top to bottom; read them once.

    `has_header` says that the first row is known to hold the headers (paths of keys such as
    `offers.price`, parts joined by a full stop); otherwise the header has to be found.
    """

    name: str
    rows: Iterator[SheetRow]
    has_header: bool = False
