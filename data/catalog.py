"""The catalog: what every source says, kept per source, and the programs that follow from it.

A row of `programs` is what one source lists; a program that several sources list is put together
when it is read. So a source can be replaced without touching the others.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from data.database import Database, open_for_writing, translated
from data.errors import CatalogMissing
from data.issue import Issue, Severity
from data.listing import Listing
from data.merge import merged
from data.migrations import CATALOG
from data.program import Program
from data.shape import program_from_json, program_to_json

LISTS = frozenset({"source_refs", "skills", "fields", "audience", "subsidies", "time_bands"})
NO_CATALOG_HINT = "「manabi catalog import ファイル」で一覧を取り込んでください。"


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

    def replace(self, listings: Sequence[Listing]) -> None:
        """Replace what each listed source said before; all of it or nothing."""
        with translated(self._path), self._database.atomic():
            for listing in listings:
                self._forget(listing.source)
                self._write(listing)

    def programs(self) -> list[Program]:
        """Return every program once, ordered by identity."""
        with translated(self._path):
            return merged(self._listed_programs())

    def issues(self) -> list[Issue]:
        """Return every open issue, in the order of file and place."""
        with translated(self._path):
            rows = list(self._database.table("issues").rows_where(order_by="rowid"))
        return [Issue(**row | {"severity": Severity(row["severity"])}) for row in rows]

    def checksums(self) -> dict[str, str]:
        """Return the checksum of each source as last imported."""
        with translated(self._path):
            return {row["name"]: row["checksum"] for row in self._database.table("sources").rows}

    def snapshot(self, path: Path) -> None:
        """Write a compact copy of the catalog to a new file."""
        with translated(path):
            self._database.execute("VACUUM INTO ?", [str(path)])

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _forget(self, source: str) -> None:
        self._database.table("sources").delete_where("name = ?", [source])
        for table in ("programs", "offerings"):
            self._database.table(table).delete_where("source = ?", [source])
        self._database.table("issues").delete_where("file = ?", [source])

    def _write(self, listing: Listing) -> None:
        self._database.table("sources").insert(
            {"name": listing.source, "kind": listing.kind, "checksum": listing.checksum}
        )
        shapes = [program_to_json(program) for program in listing.programs]
        owner = {"source": listing.source}
        self._database.table("offerings").insert_all(
            owner | {"program_id": shape["program_id"], "position": position} | offering
            for shape in shapes
            for position, offering in enumerate(shape.pop("offerings"))
        )
        self._database.table("programs").insert_all(owner | shape for shape in shapes)
        self._database.table("issues").insert_all(issue.to_json() for issue in listing.issues)

    def _listed_programs(self) -> Iterator[Program]:
        """Yield each source's programs, in the order of identity, then of import."""
        offerings: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for row in self._database.table("offerings").rows_where(order_by="rowid"):
            place = (row.pop("source"), row.pop("program_id"))
            del row["position"]
            offerings.setdefault(place, []).append(_decoded(row))
        for row in self._database.table("programs").rows_where(order_by="program_id, rowid"):
            place = (row.pop("source"), row["program_id"])
            yield program_from_json(_decoded(row) | {"offerings": offerings.get(place, [])})


def _decoded(row: dict[str, Any]) -> dict[str, Any]:
    return {name: json.loads(cell) if name in LISTS else cell for name, cell in row.items()}
