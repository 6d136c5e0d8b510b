"""The catalog: what every source says, kept per source, and the programs put together from it.

`listings` holds what each source lists, `rows` its rows as they stand in the file, `programs` every
program once. An import is one transaction (data.draft); reading never sees half of one.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import orjson

from data.catalog.database import Database, open_for_writing, translated
from data.catalog.draft import Draft
from data.catalog.migrations import CATALOG, PROGRAMS
from data.catalog.program_table import ProgramTable
from data.errors import CatalogMissing, NotInCatalog
from data.issue import Issue, Severity
from data.program import Program

LISTED = (
    "select distinct coalesce(program_id, listing) from listings left join identities "
    "using (listing)"
)
NO_CATALOG_HINT = "「manabi catalog import ファイル」で一覧を取り込んでください。"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """A source as last imported; `folder` is where it was found.

    `imported_at` is when it was last read, ISO 8601, '' if that was never written down.
    """

    name: str
    kind: str
    checksum: str
    folder: str
    programs: int
    imported_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """What became of a program (追加, 変更, 削除), when (ISO 8601), and how it was before."""

    program_id: str
    at: str
    change: str
    before: dict[str, Any] | None


class Catalog:
    """All programs and offerings, normalised, in one SQLite file."""

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._path = path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the catalog at `path`, empty if it is new."""
        return cls(open_for_writing(path, CATALOG), path)

    @classmethod
    def open_existing(cls, path: Path) -> Self:
        """Open a catalog that must be there already."""
        if not path.exists():
            raise CatalogMissing("まだ講座の一覧がありません。", hint=NO_CATALOG_HINT)
        return cls.open(path)

    @contextmanager
    def draft(self) -> Iterator[Draft]:
        """Change the catalog within one transaction: all of it at the end, or nothing."""
        with translated(self._path), self._database.atomic():
            yield Draft(self._database)

    def programs(self) -> list[Program]:
        """Return every program once, ordered by identity."""
        with translated(self._path):
            return list(ProgramTable(self._database).programs())

    def texts(self) -> Iterator[str]:
        """Yield every program as JSON text in the catalog's shape, ordered by identity."""
        with translated(self._path):
            yield from ProgramTable(self._database).texts()

    def issues(self) -> list[Issue]:
        """Return every open issue, in the order of file and place."""
        with translated(self._path):
            rows = list(self._database.table("issues").rows_where(order_by="rowid"))
        return [Issue(**row | {"severity": Severity(row["severity"])}) for row in rows]

    def sources(self) -> dict[str, SourceState]:
        """Return each source as last imported, by name."""
        with translated(self._path):
            rows = list(self._database.table("sources").rows)
        return {row["name"]: SourceState(**row) for row in rows}

    def raw_rows(self, program_id: str) -> list[dict[str, str]]:
        """Return the rows that a program was read from, as they stand in their files."""
        query = (
            "select cells from rows left join identities using (listing) "
            "where coalesce(program_id, listing) = ? order by rows.rowid"
        )
        with translated(self._path):
            return [orjson.loads(cells) for (cells,) in self._database.execute(query, [program_id])]

    def history(self, program_id: str) -> list[HistoryEntry]:
        """Return what became of a program, oldest first; raises NotInCatalog."""
        with translated(self._path):
            rows = list(
                self._database.table("history").rows_where(
                    "program_id = ?", [program_id], order_by="rowid"
                )
            )
        if not rows:
            raise NotInCatalog(
                f"「{program_id}」という講座の記録はありません。",
                hint="IDは「manabi catalog export」の program_id で確かめられます。",
            )
        return [
            HistoryEntry(
                program_id=row["program_id"],
                at=row["at"],
                change=row["change"],
                before=orjson.loads(row["shape"]) if row["shape"] else None,
            )
            for row in rows
        ]

    def snapshot(self, path: Path) -> frozenset[str]:
        """Write the programs, and nothing else, to a new file; return what the sources list.

        Both are read from one state of the catalog, whoever imports meanwhile.
        """
        copy = open_for_writing(path, PROGRAMS)
        with translated(path), self._database.atomic(), copy.atomic():
            rows = self._database.execute("select program_id, shape from programs order by 1")
            ProgramTable(copy).write(rows)
            listed = self._database.execute(LISTED).fetchall()
        copy.close()
        return frozenset(program_id for (program_id,) in listed)

    def forget(self, sources: Sequence[str], *, at: str) -> None:
        """Take sources out, and put the programs together without them; `at` is now, ISO 8601."""
        known = self.sources()
        unknown = [source for source in sources if source not in known]
        if unknown:
            raise NotInCatalog(
                f"「{'」「'.join(unknown)}」という一覧は取り込まれていません。",
                hint=f"取り込まれている一覧: {'、'.join(known) or 'なし'}",
            )
        with self.draft() as draft:
            for source in sources:
                draft.forget(source)
            draft.put_together(at=at)

    def close(self) -> None:
        """Close the file."""
        self._database.close()
