"""SQLite files, through sqlite-utils: the only place that opens one.

A writer creates and migrates; a reader opens the file immutable and can change nothing.
"""

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

from data.errors import CatalogBusy, CatalogDamaged, DiskFull

__all__ = [
    "Database",
    "Migrations",
    "open_for_reading",
    "open_for_writing",
    "open_in_memory",
    "translated",
]

LOCK_WAIT_S = 10.0  # how long a second writer waits for the first


def open_for_writing(path: Path, migrations: Migrations) -> Database:
    """Open or create the database at `path` and bring it up to date."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with translated(path):
        connection = sqlite3.connect(path, timeout=LOCK_WAIT_S, check_same_thread=False)
        database = Database(connection, execute_plugins=False)
        migrations.apply(database)
    return database


def open_for_reading(path: Path) -> Database:
    """Open a finished file that nobody will change; safe to share between threads."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with translated(path):
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        connection.execute("PRAGMA schema_version")
    return Database(connection, execute_plugins=False)


def open_in_memory() -> Database:
    """Open an empty database that lives only as long as the process."""
    return Database(sqlite3.connect(":memory:", check_same_thread=False), execute_plugins=False)


class translated:  # noqa: N801 - used like a function: with translated(path):
    """Turn SQLite's own errors inside the block into one that says which file and what to do."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise CatalogBusy(
                f"{self._path} は、ほかのコマンドが書きかえている途中です。",
                hint="終わるのを待って、もう一度どうぞ。",
            ) from error
        if isinstance(error, sqlite3.OperationalError) and "disk is full" in str(error):
            raise DiskFull(str(self._path)) from error
        if isinstance(error, sqlite3.Error):
            raise CatalogDamaged(
                f"データベース {self._path} を使えません({error})。",
                hint="空き容量と権限を確かめ、壊れているときは元の一覧から取り込み直してください。",
            ) from error
