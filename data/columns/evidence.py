"""Evidence: what a column's cells look like, where its header does not say enough.

Looks at a sample of cells, wherever the column stands: a column of web addresses is the URL column,
whatever it is called; a 備考 column that holds nothing but 受付終了 and 満席 is the status.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.columns.columns import Column, Columns
from data.columns.roles import Role
from data.municipalities import MUNICIPALITIES
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.dates import read_date
from data.values.places import read_place
from data.values.words import is_status, read_fields, read_mode, read_status

SAMPLED_CELLS = 200
FEWEST_CELLS = 3
MOST = 0.8  # of the cells must look alike to decide
HALF = 0.5
SOME = 0.3

_CLOCK = re.compile(r"\d{1,2}[:時]\d{0,2}")
_RANGE = re.compile(r"\d[日)]?(?:\([^)]*\))?\s*[~から、,]+\s*\S*\d")
_WEB = re.compile(r"https?://\S+")
_YEN = re.compile(r"[¥\\]?[\d,]+円.*|無料.*")
_COURSE = re.compile(
    r"講座|研修|講習|セミナー|教室|養成|入門|スクール|ゼミ|訓練|塾|ワークショップ|演習"
)

Looks = Callable[[str], bool]


def _reads(reader: Callable[[str], object]) -> Looks:
    def looks(cell: str) -> bool:
        try:
            return reader(cell) is not None
        except BadCell:
            return False

    return looks


is_date = _reads(read_date)
is_mode = _reads(read_mode)
is_field = _reads(read_fields)


def is_town(cell: str) -> bool:
    """Tell whether a cell is the name of a municipality and nothing else."""
    if cell in MUNICIPALITIES:
        return True
    place = read_place(cell)
    return bool(place.municipality) and not place.venue


def _has_range(cell: str) -> bool:
    return bool(_RANGE.search(cell))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A role that gives way to another when at least `share` of the cells look like it."""

    role: Role
    looks: Looks
    becomes: Role
    share: float = MOST


def _unlike(looks: Looks) -> Looks:
    return lambda cell: not looks(cell)


def _has_clock(cell: str) -> bool:
    return bool(_CLOCK.search(cell)) and not cell.endswith("時間")


# A header means one of two things; the cells say which.
CHANGES = (
    Change(role=Role.REMARKS, looks=is_status, becomes=Role.STATUS),
    Change(role=Role.STATUS, looks=_unlike(_reads(read_status)), becomes=Role.REMARKS, share=HALF),
    Change(role=Role.FIELDS, looks=_unlike(is_field), becomes=Role.UNUSED, share=HALF),
    Change(role=Role.VENUE, looks=is_town, becomes=Role.MUNICIPALITY),
    Change(role=Role.START_TIME, looks=is_date, becomes=Role.START_DATE),
    Change(role=Role.END_TIME, looks=is_date, becomes=Role.END_DATE),
    Change(role=Role.START_DATE, looks=_has_range, becomes=Role.PERIOD, share=SOME),
    Change(role=Role.TOTAL_HOURS, looks=_has_clock, becomes=Role.SCHEDULE, share=SOME),
    Change(role=Role.TIME_BANDS, looks=_has_clock, becomes=Role.SCHEDULE, share=SOME),
)

# A column without a header, or with one that nobody knows, is what its cells are.
LOOKS_LIKE: Mapping[Role, Looks] = {
    Role.URL: lambda cell: bool(_WEB.fullmatch(cell)),
    Role.MUNICIPALITY: is_town,
    Role.STATUS: is_status,
    Role.MODE: is_mode,
    Role.FEE: lambda cell: bool(_YEN.fullmatch(cell)),
    Role.START_DATE: is_date,
    Role.TITLE: lambda cell: bool(_COURSE.search(cell)),
}


def with_evidence(columns: Columns, rows: Sequence[Sequence[str]]) -> Columns:
    """Return the columns as their cells confirm, change or complete them."""
    speaking = [cells for cells in rows if len({cell.strip() for cell in cells} - {""}) > 1]
    samples = {column.index: _sample(speaking, column.index) for column in columns.all}
    changed = _with_facilities([_changed(column, samples[column.index]) for column in columns.all])
    taken = {column.role for column in changed}
    completed = tuple(_completed(column, samples[column.index], taken) for column in changed)
    return replace(columns, all=completed, blank_is_open=_became_status(columns.all, completed))


def _sample(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    cells = (row[index] for row in rows if index < len(row))
    return [match_form(cell) for cell in cells if cell.strip()][:SAMPLED_CELLS]


def _changed(column: Column, cells: Sequence[str]) -> Column:
    if _is_running_number(column, cells):
        return replace(column, role=Role.UNUSED)
    for change in CHANGES:
        if column.role is change.role and _share(change.looks, cells) >= change.share:
            return replace(column, role=change.becomes)
    return column


def _with_facilities(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Take a facility beside a provider for the venue, where no other column is."""
    providers = [column for column in columns if column.role is Role.INSTITUTION]
    venue_known = any(column.role is Role.VENUE for column in columns)
    facilities = [column for column in providers if "施設" in column.header]
    if venue_known or len(providers) == len(facilities):
        return tuple(columns)
    return tuple(
        replace(column, role=Role.VENUE) if column in facilities else column for column in columns
    )


def _is_running_number(column: Column, cells: Sequence[str]) -> bool:
    """Tell a column that only counts the rows: no code of a course."""
    if column.role is not Role.SOURCE_KEY or len(cells) < FEWEST_CELLS:
        return False
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    return len(numbers) == len(cells) and all(
        0 < later - earlier < FEWEST_CELLS for earlier, later in pairwise(numbers)
    )


def _completed(column: Column, cells: Sequence[str], taken: Iterable[Role | None]) -> Column:
    if column.role is not None:
        return column
    for role, looks in LOOKS_LIKE.items():
        if role not in taken and _share(looks, cells) >= MOST:
            return replace(column, role=role)
    return column


def _share(looks: Looks, cells: Sequence[str]) -> float:
    if len(cells) < FEWEST_CELLS:
        return 0.0
    return sum(looks(cell) for cell in cells) / len(cells)


def _became_status(before: Sequence[Column], after: Sequence[Column]) -> bool:
    """Tell whether a remarks column turned out to be the status: saying nothing is open there."""
    pairs = zip(before, after, strict=True)
    return any(old.role is Role.REMARKS and new.role is Role.STATUS for old, new in pairs)
