"""The live state's database: SQLite in WAL mode by default, PostgreSQL where machines share it."""

from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, Column, Engine, Float, MetaData, String, Table, Text, event
from sqlalchemy import create_engine as _create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from data.errors import Fault, ManabiError

METADATA = MetaData()

# An event as LINE sent it, until it is answered; afterwards only its name stays, so that a repeat
# is recognised. `user_key` is a pseudonym, `*_at` are seconds since 1970.
INBOX = Table(
    "inbox",
    METADATA,
    Column("event_id", String(64), primary_key=True),
    Column("user_key", String(64), nullable=False, index=True),
    Column("message_key", String(64), nullable=False, index=True),
    Column("timestamp_ms", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("received_at", Float, nullable=False),
    Column("claimed_until", Float, nullable=False, default=0.0),
    Column("done_at", Float, index=True),
)


class StateUnusable(ManabiError):
    """The live state's database cannot be opened."""

    fault = Fault.OUTSIDE
    code = "state_unusable"


def open_state(url: str) -> Engine:
    """Open the database at a SQLAlchemy URL and create what is missing."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = _create_engine(parsed)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
        METADATA.create_all(engine)
    except (ArgumentError, SQLAlchemyError, OSError, ImportError) as error:
        raise StateUnusable(
            f"会話のデータベースを開けません({type(error).__name__})。",
            hint="MANABI_DATABASE_URL と、置き場所の空き容量・権限を確かめてください。",
        ) from error
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - DB-API
    """Let readers and one writer work side by side, and wait rather than fail."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
