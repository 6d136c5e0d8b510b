"""ProgramTable: the programs of a catalog or of a release, each as one JSON text in SQLite."""

from collections.abc import Iterable, Iterator

from data.catalog.database import Database
from data.program import Program
from data.shape import program_from_text


class ProgramTable:
    """Programs by identity, in the table `programs` of an opened database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def programs(self) -> Iterator[Program]:
        """Yield every program, ordered by identity."""
        return (program_from_text(text) for text in self.texts())

    def texts(self) -> Iterator[str]:
        """Yield every program as JSON text, ordered by identity."""
        rows = self._database.execute("select shape from programs order by program_id")
        return (text for (text,) in rows)

    def write(self, texts: Iterable[tuple[str, str]]) -> None:
        """Add programs: identity and JSON text."""
        self._database.conn.executemany("insert into programs values (?, ?)", texts)
