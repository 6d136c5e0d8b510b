"""Draft: an import under way, inside the catalog's transaction.

What one source says is written as it is read, so that a list of any length fits; the programs are
put together from all sources at the end.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from data.catalog.database import Database
from data.catalog.inferred_fields import FieldInference
from data.catalog.listing import ListedRow, Listings
from data.catalog.putting_together import Outcome, PuttingTogether
from data.issue import Code, Issue

if TYPE_CHECKING:
    from data.sources.source import Source

BATCH = 1000  # rows written at a time


class Draft:
    """Writes what sources say, and the programs that follow."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undo only what happens inside when it fails."""
        with self._database.atomic():
            yield

    def forget(self, source: str) -> None:
        """Take out everything that a source said."""
        self._database.table("sources").delete_where("name = ?", [source])
        for table, column in (("rows", "source"), ("listings", "source"), ("issues", "file")):
            self._database.table(table).delete_where(f"{column} = ?", [source])

    def replace(
        self, source: "Source", folder: str, *, at: str, processes: int = 1
    ) -> tuple[Listings, list[Issue]]:
        """Write what a source says in place of what it said before; returns counts and issues.

        `at` is now, ISO 8601.
        """
        self.forget(source.name)
        table = ListingTable(self._database, source.name)
        listings = Listings(table)
        issues = source.unused_columns()
        batch: list[ListedRow] = []
        for record in source.records(processes=processes):
            batch.append(listings.add(record))
            if len(batch) == BATCH:
                issues += self._write(source.name, batch)
        issues += self._write(source.name, batch)
        table.flush()
        self.add_issues(issues)
        self._database.table("sources").insert(
            {
                "name": source.name,
                "kind": source.kind,
                "checksum": source.checksum,
                "folder": folder,
                "programs": listings.programs,
                "imported_at": at,
            }
        )
        return listings, issues

    def add_issues(self, issues: Iterable[Issue]) -> None:
        """Keep issues that belong to no row of a source read now."""
        self._database.table("issues").insert_all(issue.to_json() for issue in issues)

    def put_together(
        self, *, at: str, inference: Callable[[], FieldInference] | None = None
    ) -> Outcome:
        """Put the programs together from all listings; says where sources disagree."""
        outcome = PuttingTogether(self._database, inference).run(at=at)
        self._database.table("issues").delete_where("code = ?", [Code.SOURCES_DISAGREE.value])
        self.add_issues(outcome.conflicts)
        return outcome

    def _write(self, source: str, batch: list[ListedRow]) -> list[Issue]:
        """Write a batch of rows and empty it; returns their issues."""
        connection = self._database.conn
        connection.executemany(
            "insert into rows values (?, ?, ?, ?)",
            [(source, row.locator, row.listing, row.cells) for row in batch],
        )
        issues = [issue for row in batch for issue in row.issues]
        batch.clear()
        return issues


class ListingTable:
    """The listings of one source while it is being read; new ones are written in batches."""

    def __init__(self, database: Database, source: str) -> None:
        self._connection = database.conn
        self._source = source
        self._new: dict[str, str] = {}

    def add(self, listing: str, text: str) -> None:
        """Add a listing."""
        self._new[listing] = text
        if len(self._new) == BATCH:
            self.flush()

    def get(self, listing: str) -> str:
        """Return a listing added before."""
        if listing in self._new:
            return self._new[listing]
        row = self._connection.execute(
            "select shape from listings where listing = ? and source = ?", (listing, self._source)
        ).fetchone()
        return str(row[0])

    def change(self, listing: str, text: str) -> None:
        """Replace a listing added before."""
        if listing in self._new:
            self._new[listing] = text
            return
        self._connection.execute(
            "update listings set shape = ? where listing = ? and source = ?",
            (text, listing, self._source),
        )

    def flush(self) -> None:
        """Write what has been added since the last time."""
        self._connection.executemany(
            "insert into listings values (?, ?, ?)",
            [(listing, self._source, text) for listing, text in self._new.items()],
        )
        self._new.clear()
