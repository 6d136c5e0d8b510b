"""The live state's database: SQLite in WAL mode by default, PostgreSQL where machines share it."""

import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, bindparam, event, inspect, text
from sqlalchemy import create_engine as _create_engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.schema import CreateColumn

from bot.state.errors import StateUnusable
from bot.state.tables import METADATA

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BUSY_MS = 5_000  # how long one process waits for what another writes
MOST_CONNECTIONS = 48  # at once; every working thread may hold one
# PostgreSQL takes a hundred in all; threads wait for LINE most of the time, seldom for a row.
FEW_CONNECTIONS = 10
# A machine that vanished is given up, not waited for until TCP gives up after a quarter of an hour.
PATIENCE = {"connect_timeout": 5, "tcp_user_timeout": 10_000}  # seconds, milliseconds (libpq)

# One process at a time looks at the tables and changes them.
ALONE = {SQLITE: "BEGIN IMMEDIATE", POSTGRESQL: "SELECT pg_advisory_xact_lock(20261126)"}

Insert = sqlite.Insert | postgresql.Insert

# FULL: what was acknowledged survives a power cut, at a tenth of a millisecond.
PRAGMAS = (f"busy_timeout={BUSY_MS}", "synchronous=FULL", "secure_delete=ON")


class State:
    """Transactions on the live state; every fault of the database becomes StateUnusable.

    SQLite takes one writer at a time: threads of this process queue here, where waking is prompt,
    rather than in SQLite, which would let them sleep and try again.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        is_sqlite = engine.dialect.name == SQLITE
        self._writing: AbstractContextManager[object] = (
            threading.Lock() if is_sqlite else nullcontext()
        )
        self._insert = sqlite.insert if is_sqlite else postgresql.insert

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a transaction: all of it is written, or nothing; raises StateUnusable."""
        try:
            with self._writing, self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StateUnusable(error) from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection to read with; raises StateUnusable."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StateUnusable(error) from error

    def insert(self, table: Table) -> Insert:
        """Return an INSERT of this database, which knows ON CONFLICT."""
        return self._insert(table)

    @cache  # noqa: B019 - a handful of tables, and as long as the process
    def upsert(self, table: Table, kept: tuple[str, ...] = ()) -> Insert:
        """Return an INSERT that puts new values in place of a row of the same key.

        Columns `kept` are not part of it, and stay as they are.
        """
        names = [column.name for column in table.columns if column.name not in kept]
        insert = self.insert(table).values({name: bindparam(name) for name in names})
        fresh = {name: insert.excluded[name] for name in names}
        return insert.on_conflict_do_update(index_elements=table.primary_key.columns, set_=fresh)

    def tidy(self) -> None:
        """Empty SQLite's log of writes, where deleted words would stay; raises StateUnusable."""
        if self._engine.dialect.name == SQLITE:
            with self.read() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def open_state(url: str, tables: MetaData = METADATA) -> State:
    """Open the database at a SQLAlchemy URL; create or bring up to date what belongs there."""
    try:
        engine = _engine(make_url(url))
        _up_to_date(engine, tables)
    except (ArgumentError, SQLAlchemyError, OSError, ImportError) as error:
        raise StateUnusable(error) from error
    return State(engine)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != SQLITE:
        return _create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            pool_size=FEW_CONNECTIONS,
            max_overflow=0,
            connect_args=PATIENCE,
        )
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = _create_engine(url, pool_size=MOST_CONNECTIONS, max_overflow=0)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - DB-API
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    _let_read_while_written(cursor)
    cursor.close()


def _let_read_while_written(cursor: Any) -> None:  # noqa: ANN401 - DB-API
    """Switch to write-ahead logging; only in this SQLite does not wait for another process."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except cursor.connection.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _up_to_date(engine: Engine, tables: MetaData) -> None:
    """Create missing tables; give tables of an earlier version the columns that came since."""
    with engine.begin() as connection:
        connection.execute(text(ALONE[engine.dialect.name]))
        known = inspect(connection)
        for table in tables.sorted_tables:
            if known.has_table(table.name):
                _add_columns(connection, table)
        tables.create_all(connection)
        for table in tables.sorted_tables:
            for index in table.indexes:
                index.create(connection, checkfirst=True)


def _add_columns(connection: Connection, table: Table) -> None:
    present = {column["name"] for column in inspect(connection).get_columns(table.name)}
    if table.name == "inbox" and "user_key" in present:  # its name in the first version
        connection.execute(text("ALTER TABLE inbox RENAME COLUMN user_key TO chat_key"))
        connection.execute(text("DROP INDEX IF EXISTS ix_inbox_done_at"))
        present.add("chat_key")
    for column in table.columns:
        if column.name not in present:
            added = CreateColumn(column).compile(dialect=connection.dialect)
            connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {added}"))
