"""Arrivals: webhook events as they came, stored before they are acknowledged.

The door only adds, the desk takes them into the inbox. On SQLite they lie in a file of their own,
so that acknowledging never waits for what the desk is writing.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Float, Integer, MetaData, Table, Text, delete, func, insert, select
from sqlalchemy.engine import make_url

from bot.line.events import read_event
from bot.state.claimed import Backlog
from bot.state.database import SQLITE, State, open_state

MOST_AT_ONCE = 200  # taken in together; a fraction of a second's work

METADATA = MetaData()
ARRIVALS = Table(
    "arrivals",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("body", Text, nullable=False),
    Column("received_at", Float, nullable=False),
    sqlite_autoincrement=True,  # two desks may carry at once: a number never means two events
)
_ADD = insert(ARRIVALS)
_OLDEST = select(ARRIVALS).order_by(ARRIVALS.c.number).limit(MOST_AT_ONCE)
_BACKLOG = select(func.count(), func.min(ARRIVALS.c.received_at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An event as LINE sent it, and when it came, in seconds since 1970."""

    number: int
    raw: Mapping[str, Any]
    received_at: float


class Arrivals:
    """Events that are stored and not yet in the inbox."""

    def __init__(self, state: State, clock: Callable[[], float] = time.time) -> None:
        self._state = state
        self._clock = clock

    def add(self, raw_events: Sequence[Mapping[str, Any]]) -> int:
        """Store what can be read in one transaction; return how much that was."""
        now = self._clock()
        # JSON in ASCII: half a surrogate pair is no UTF-8.
        rows = [
            {"body": json.dumps(raw), "received_at": now} for raw in raw_events if read_event(raw)
        ]
        if rows:
            with self._state.write() as connection:
                connection.execute(_ADD, rows)
        return len(rows)

    def oldest(self) -> list[Arrival]:
        """Return up to MOST_AT_ONCE, in the order in which they came."""
        with self._state.read() as connection:
            rows = connection.execute(_OLDEST).all()
        return [
            Arrival(number=row.number, raw=json.loads(row.body), received_at=row.received_at)
            for row in rows
        ]

    def remove(self, taken: Sequence[Arrival]) -> None:
        """Forget what the inbox holds now; only these, as others may have come between."""
        numbers = [one.number for one in taken]
        with self._state.write() as connection:
            connection.execute(delete(ARRIVALS).where(ARRIVALS.c.number.in_(numbers)))

    def backlog(self) -> Backlog:
        """Return what nobody has carried yet; raises StateUnusable."""
        with self._state.read() as connection:
            count, oldest_at = connection.execute(_BACKLOG).one()
        return Backlog(count=count, oldest_at=oldest_at)

    def tidy(self) -> None:
        """Let go of what forgotten words left behind in the file; raises StateUnusable."""
        self._state.tidy()

    def close(self) -> None:
        """Close every connection."""
        self._state.close()


def open_arrivals(url: str) -> Arrivals:
    """Open the arrivals that belong to the live state at a SQLAlchemy URL."""
    parsed = make_url(url)
    if parsed.get_backend_name() == SQLITE and parsed.database:
        url = parsed.set(database=f"{parsed.database}.arrivals").render_as_string()
    return Arrivals(open_state(url, METADATA))
