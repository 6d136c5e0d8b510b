"""OfferingTable: which programs may be offered at all, decided before anything is ranked.

Built once per opened release; safe to share between threads, as nothing in it ever changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.program import Offering, Program
from index.hits import Positions, Scores
from recommender.constraints import Constraints
from recommender.eligibility.columns import Columns, columns_of
from recommender.eligibility.preferences import preferences
from recommender.eligibility.rules import Mask, excluded, over


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Eligible:
    """The offerings that meet some conditions, on the day on which these were stated.

    `positions` are their programs, int64 (k,), increasing, each once.
    """

    positions: Positions
    table: "OfferingTable"
    numbers: Positions  # of the eligible rows, increasing
    owners: Positions  # the program of each of them
    constraints: Constraints
    today: date

    def offerings(self, position: int) -> tuple[Offering, ...]:
        """Return the eligible offerings of one program, the most convenient first."""
        rows, _ = self._rows_of(np.array([position]))
        if len(rows) == 1:  # as with most programs: nothing to compare
            return (self.table.programs[position].offerings[rows.offering[0]],)
        scores = preferences(rows, self.constraints, self.today)
        best = rows.offering[np.argsort(-scores, kind="stable")]
        program = self.table.programs[position]
        return tuple(program.offerings[number] for number in best.tolist())

    def preferences(self, positions: Positions) -> Scores:
        """Return for each position how convenient its best offering is, float32 (n,), 0 to 1.

        0 for a program that is not eligible.
        """
        rows, counts = self._rows_of(positions)
        scores = preferences(rows, self.constraints, self.today)
        best = np.zeros(len(positions), np.float32)
        some = counts > 0
        if some.any():
            firsts = (np.cumsum(counts) - counts)[some]
            best[some] = np.maximum.reduceat(scores, firsts)
        return best

    def _rows_of(self, positions: Positions) -> tuple[Columns, Positions]:
        """Return the eligible rows of these programs, in their order, and how many each has."""
        numbers, counts = _places_of(positions, self.owners)
        return self.table.rows.take(self.numbers[numbers]), counts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OfferingTable:
    """Every offering of a catalog in columns; a program is known by its position."""

    programs: Sequence[Program]
    rows: Columns

    @classmethod
    def of(cls, programs: Sequence[Program]) -> "OfferingTable":
        """Read a catalog."""
        return cls(programs=programs, rows=columns_of(programs))

    def __len__(self) -> int:
        return len(self.rows)

    def among(self, positions: Positions) -> "OfferingTable":
        """Return the table of these programs only, under their own positions."""
        numbers, _ = _places_of(np.unique(positions), self.rows.program)
        return OfferingTable(programs=self.programs, rows=self.rows.take(numbers))

    def open_on(self, today: date) -> Mask:
        """Tell which offerings one can still apply for, or will be able to; bool (rows,)."""
        return ~over(self.rows, today)

    def meeting(self, constraints: Constraints, today: date) -> Eligible:
        """Return the offerings that are open and meet every stated condition."""
        numbers = np.flatnonzero(self.open_on(today) & ~excluded(self.rows, constraints))
        owners = self.rows.program[numbers]
        return Eligible(
            positions=owners[np.diff(owners, prepend=-1) != 0],
            table=self,
            numbers=numbers,
            owners=owners,
            constraints=constraints,
            today=today,
        )


def _places_of(positions: Positions, programs: Positions) -> tuple[Positions, Positions]:
    """Return where each position stands in `programs` (increasing), and how often it does."""
    first = np.searchsorted(programs, positions, "left")
    counts = np.searchsorted(programs, positions, "right") - first
    skipped = np.repeat(first - (np.cumsum(counts) - counts), counts)
    return skipped + np.arange(len(skipped)), counts
