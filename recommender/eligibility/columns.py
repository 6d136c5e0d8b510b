"""Columns: everything that decides about an offering, as arrays with one row an offering.

Built once per release, so that a request costs a few array comparisons however large the catalog
is. Unknown is NaN, and no comparison with NaN is true: a rule that says what excludes lets pass
what no source says, without mentioning it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import DTypeLike, NDArray

from data.program import Offering, Program
from data.vocabulary import Audience, Certificate, Mode, Status, Subsidy, TimeBand
from index.hits import Positions
from recommender.eligibility.distances import town_number
from recommender.eligibility.participants import Participants, participants
from recommender.eligibility.schedule import days_to_attend, weekday_end

Numbers = NDArray[np.float32]
Codes = NDArray[np.uint8]  # the place of a value in its vocabulary
Sets = NDArray[np.uint16]  # a bit for every value of a vocabulary; 0 where none is known


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """All arrays are (n,); rows of one program follow each other, in the order of the programs.

    Yen, hours, days, people, years; `weekday_end` in minutes of the day; dates as
    `date.toordinal`. An offering that one may begin at any time has a first and a last day on
    which to begin, and may end on the first.
    """

    program: Positions
    offering: Positions  # its place among the program's offerings
    status: Codes
    mode: Codes
    town: Codes
    certificate: Codes
    time_bands: Sets
    subsidies: Sets
    audience: Sets
    fee: Numbers
    hours: Numbers
    days: Numbers
    weekday_end: Numbers
    capacity: Numbers
    first_start: Numbers
    last_start: Numbers
    first_end: Numbers
    last_day: Numbers
    deadline: Numbers
    smallest_group: Numbers
    youngest: Numbers
    oldest: Numbers
    women_only: Numbers
    childcare: Numbers
    level: Numbers

    def __len__(self) -> int:
        return len(self.program)

    def take(self, rows: Positions) -> "Columns":
        """Return these rows only."""
        return Columns(**{one.name: getattr(self, one.name)[rows] for one in fields(self)})


def code(value: StrEnum) -> int:
    """Return the place of a value in its vocabulary."""
    return _PLACES[type(value)][value]


def bits(values: Iterable[StrEnum]) -> int:
    """Return the set of some values of one vocabulary."""
    return sum(1 << code(value) for value in set(values))


def columns_of(programs: Sequence[Program]) -> Columns:
    """Read every offering of every program."""
    rows = list(_rows(programs))
    return Columns(
        **{
            name: np.array([read(row) for row in rows], kind)
            for kind, readers in _READERS.items()
            for name, read in readers.items()
        }
    )


@dataclass(frozen=True, slots=True)
class _Row:
    position: int
    number: int
    program: Program
    offering: Offering
    takes: Participants

    @property
    def is_rolling(self) -> bool:
        return self.offering.status is Status.ANY_TIME


def _rows(programs: Sequence[Program]) -> Iterator[_Row]:
    for position, program in enumerate(programs):
        takes = participants(program)
        for number, offering in enumerate(program.offerings):
            yield _Row(position, number, program, offering, takes)


def _last_start(row: _Row) -> date | None:
    return row.offering.end_date if row.is_rolling else row.offering.start_date


def _first_end(row: _Row) -> date | None:
    return row.offering.start_date if row.is_rolling else row.offering.end_date


def _last_day(row: _Row) -> date | None:
    begun = None if row.is_rolling else row.offering.start_date
    return row.offering.end_date or begun


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


_PLACES: Mapping[type[StrEnum], Mapping[StrEnum, int]] = {
    vocabulary: {value: place for place, value in enumerate(vocabulary)}
    for vocabulary in (Audience, Certificate, Mode, Status, Subsidy, TimeBand)
}

_READERS: Mapping[DTypeLike, Mapping[str, Callable[[_Row], float | None]]] = {
    np.int64: {
        "program": lambda row: row.position,
        "offering": lambda row: row.number,
    },
    np.uint8: {
        "status": lambda row: code(row.offering.status),
        "mode": lambda row: code(row.offering.mode),
        "town": lambda row: town_number(row.offering.municipality),
        "certificate": lambda row: code(row.program.certificate),
    },
    np.uint16: {
        "time_bands": lambda row: bits(row.offering.time_bands),
        "subsidies": lambda row: bits(row.program.subsidies),
        "audience": lambda row: bits(row.program.audience),
    },
    np.float32: {
        "fee": lambda row: row.offering.fee_yen,
        "hours": lambda row: row.offering.total_hours,
        "days": lambda row: days_to_attend(row.offering),
        "weekday_end": lambda row: weekday_end(row.offering),
        "capacity": lambda row: row.offering.capacity,
        "first_start": lambda row: _ordinal(row.offering.start_date),
        "last_start": lambda row: _ordinal(_last_start(row)),
        "first_end": lambda row: _ordinal(_first_end(row)),
        "last_day": lambda row: _ordinal(_last_day(row)),
        "deadline": lambda row: _ordinal(row.offering.deadline),
        "smallest_group": lambda row: row.takes.smallest_group,
        "youngest": lambda row: row.takes.youngest,
        "oldest": lambda row: row.takes.oldest,
        "women_only": lambda row: row.takes.women_only,
        "childcare": lambda row: row.takes.childcare,
        "level": lambda row: row.takes.level,
    },
}
