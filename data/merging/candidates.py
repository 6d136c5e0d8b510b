"""Candidates: listings of different sources that share a mark → groups that are one program."""

from collections.abc import Callable, Iterable, Iterator

from data.catalog.database import Database
from data.merging.likeness import SAME, likeness
from data.merging.marks import marks
from data.program import Program

LARGEST_MARK = 200  # listings; a mark that more share says nothing (a home page, a first of April)

Likeness = Callable[[Program, Program], float]


class Candidates:
    """Finds groups of listings through a temporary table of marks, so that memory stays flat."""

    def __init__(self, database: Database, listing_at: Callable[[int], Program]) -> None:
        self._database = database
        self._listing_at = listing_at
        database.execute("create temp table marks (mark text, number integer, source text)")

    def add(self, number: int, source: str, listing: Program) -> None:
        """Note the marks of a listing, known by its number."""
        rows = [(mark, number, source) for mark in dict.fromkeys(marks(listing))]
        self._database.conn.executemany("insert into marks values (?, ?, ?)", rows)

    def groups(self, how_alike: Likeness = likeness) -> list[list[int]]:
        """Return the groups of two listings or more that are one program."""
        alike = [
            pair
            for pair in self._pairs()
            if how_alike(self._listing_at(pair[0]), self._listing_at(pair[1])) >= SAME
        ]
        self._database.execute("drop table marks")
        return grouped(alike)

    def _pairs(self) -> Iterator[tuple[int, int]]:
        self._database.execute("create index temp.marks_mark on marks (mark)")
        self._database.execute(
            "delete from marks where mark in "
            "(select mark from marks group by mark having count(*) > ?)",
            [LARGEST_MARK],
        )
        return self._database.execute(
            "select distinct one.number, other.number from marks one join marks other "
            "on one.mark = other.mark and one.source <> other.source and one.number < other.number "
            "order by one.number, other.number"
        )


def grouped(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the connected groups of a relation, each in ascending order."""
    group_of: dict[int, list[int]] = {}
    for one, other in pairs:
        left, right = group_of.get(one, [one]), group_of.get(other, [other])
        if left is right:
            continue
        union = sorted({*left, *right})
        for member in union:
            group_of[member] = union
    return list({id(group): group for group in group_of.values()}.values())
