"""Putting together: the listings of all sources → every program once, with identity and history."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from data.catalog.database import Database
from data.catalog.inferred_fields import NO_FIELDS, FieldInference, InferredFields
from data.issue import Issue
from data.merging.candidates import Candidates, grouped
from data.merging.joining import joined, provider_first
from data.program import Program
from data.shape import program_from_text, program_to_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many programs there are, put together from several sources, with inferred fields."""

    programs: int
    merged: int
    inferred: int
    conflicts: tuple[Issue, ...]


class PuttingTogether:
    """Builds the table of programs anew from all listings, within the caller's transaction."""

    def __init__(self, database: Database, inference: Callable[[], FieldInference] | None) -> None:
        self._database = database
        self._inferred_fields = InferredFields(database, inference) if inference else None
        self._conflicts: list[Issue] = []

    def run(self, *, at: str) -> Outcome:
        """Replace the programs, and write what changed into the history."""
        database = self._database
        database.execute("create table next (program_id text primary key, shape text)")
        database.execute("create temp table grouped (number integer primary key)")
        groups = self._groups()
        self._write(self._joined_programs(groups))
        self._write_ordinary()
        self._write(self._other_singles())
        self._remember(at)
        database.execute("drop table grouped")
        database.execute("drop table programs")
        database.execute("alter table next rename to programs")
        (programs,) = database.execute("select count(*) from programs").fetchone()
        return Outcome(
            programs=programs,
            merged=len(groups),
            inferred=self._inferred_fields.count if self._inferred_fields else 0,
            conflicts=tuple(self._conflicts),
        )

    def _groups(self) -> list[list[int]]:
        """Return the listings, by row number, that are one program in several sources."""
        same_name = self._database.execute(
            "select one.rowid, other.rowid from listings one join listings other "
            "on one.listing = other.listing and one.rowid < other.rowid"
        ).fetchall()
        sources = self._database.execute("select count(distinct source) from listings").fetchone()
        if sources[0] < 2:  # noqa: PLR2004 - nothing to compare
            return grouped(same_name)
        candidates = Candidates(self._database, self._listing_at)
        for number, source, shape in self._database.execute(
            "select rowid, source, shape from listings"
        ):
            candidates.add(number, source, program_from_text(shape))
        alike = [(group[0], member) for group in candidates.groups() for member in group[1:]]
        return grouped([*same_name, *alike])

    def _joined_programs(self, groups: list[list[int]]) -> Iterator[tuple[str, str]]:
        """Yield every program that several sources list, as identity and JSON text."""
        taken: set[str] = set()
        for group in groups:
            self._database.conn.executemany(
                "insert into grouped values (?)", [(number,) for number in group]
            )
            listings = provider_first([self._listing_at(number) for number in group])
            outcome = joined(listings)
            self._conflicts += outcome.conflicts
            identity = self._identity([listing.program_id for listing in listings], taken)
            yield identity, program_to_text(replace(outcome.program, program_id=identity))

    def _identity(self, listings: Sequence[str], taken: set[str]) -> str:
        """Return the identity that the first of the listings had before, else the first's own."""
        before = (self._identity_before(listing) for listing in listings)
        known = next((identity for identity in before if identity and identity not in taken), None)
        identity = known or listings[0]
        taken.add(identity)
        self._database.conn.executemany(
            "insert or replace into identities values (?, ?)",
            [(listing, identity) for listing in listings],
        )
        return identity

    def _identity_before(self, listing: str) -> str | None:
        """Return the program that a listing belonged to; one that stood alone was its own."""
        row = self._database.execute(
            "select program_id from identities where listing = ? "
            "union all select program_id from programs where program_id = ?",
            [listing, listing],
        ).fetchone()
        return str(row[0]) if row else None

    def _write_ordinary(self) -> None:
        """Copy the listings that stand alone and are complete: nearly all of a long list."""
        self._database.execute(
            "insert or ignore into next select listing, shape from listings "
            "where rowid not in (select number from grouped) "
            "and listing not in (select listing from identities) "
            "and (not ? or instr(shape, ?) = 0) order by rowid",
            [self._inferred_fields is not None, NO_FIELDS],
        )

    def _other_singles(self) -> Iterator[tuple[str, str]]:
        """Yield the other listings that stand alone: once part of a program, or without fields."""
        rows = self._database.execute(
            "select listing, shape, program_id from listings left join identities using (listing) "
            "where listings.rowid not in (select number from grouped) "
            "and listing not in (select program_id from next) order by listings.rowid"
        ).fetchall()
        for listing, shape, known in rows:
            free = known and not self._is_taken(known)
            identity = known if free else listing
            program = program_from_text(shape)
            yield identity, program_to_text(replace(program, program_id=identity))

    def _is_taken(self, identity: str) -> bool:
        query = "select 1 from next where program_id = ?"
        return self._database.execute(query, [identity]).fetchone() is not None

    def _write(self, programs: Iterable[tuple[str, str]]) -> None:
        complete = self._inferred_fields.added(programs) if self._inferred_fields else programs
        self._database.conn.executemany("insert or replace into next values (?, ?)", complete)

    def _remember(self, at: str) -> None:
        """Write into the history what is new, and how what is different or gone was before."""
        self._database.execute(
            "insert into history select program_id, ?, '追加', '' from next "
            "where program_id not in (select program_id from programs)",
            [at],
        )
        self._database.execute(
            "insert into history select program_id, ?, '変更', programs.shape from next "
            "join programs using (program_id) where next.shape <> programs.shape",
            [at],
        )
        self._database.execute(
            "insert into history select program_id, ?, '削除', shape from programs "
            "where program_id not in (select program_id from next)",
            [at],
        )

    def _listing_at(self, number: int) -> Program:
        row = self._database.execute("select shape from listings where rowid = ?", [number])
        return program_from_text(row.fetchone()[0])
