"""The inbox: every event is stored before it is acknowledged, and handled once.

Events of one chat are handed out in their order, the next only when the one before is done. A
claim falls after a while, so that what a killed process held is taken up by another; the reply
token, which works once, keeps that from answering twice. A done event keeps its name, not its
words.
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Table, and_, delete, exists, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.line.events import Event, EventKind, read_event
from bot.state.database import INBOX
from bot.state.pseudonym import Pseudonyms

# Short enough that what a killed process held is answered within its reply token's minute; a try
# that takes longer may be made twice, which the token, working once, makes harmless.
CLAIM_S = 25.0
REMEMBERED_S = 3 * 24 * 3600.0  # how long a repeat of an answered event is recognised

_INSERT: Mapping[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
_EARLIER = INBOX.alias("earlier")
_IS_FIRST_OF_ITS_CHAT = ~exists().where(
    _EARLIER.c.user_key == INBOX.c.user_key,
    _EARLIER.c.done_at.is_(None),
    or_(
        _EARLIER.c.timestamp_ms < INBOX.c.timestamp_ms,
        and_(
            _EARLIER.c.timestamp_ms == INBOX.c.timestamp_ms,
            _EARLIER.c.event_id < INBOX.c.event_id,
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """An event as LINE sent it, with what we read in it."""

    event: Event
    raw: Mapping[str, Any]


def stored_events(raw_events: Iterable[Mapping[str, Any]]) -> list[StoredEvent]:
    """Return the raw events that can be read."""
    read = ((raw, read_event(raw)) for raw in raw_events)
    return [StoredEvent(event=event, raw=raw) for raw, event in read if event]


class Inbox:
    """Events waiting for an answer, in the live state's database."""

    def __init__(
        self, engine: Engine, pseudonyms: Pseudonyms, clock: Callable[[], float] = time.time
    ) -> None:
        self._engine = engine
        self._pseudonyms = pseudonyms
        self._clock = clock

    def store(self, events: Sequence[StoredEvent]) -> int:
        """Store new events in one transaction; return how many were not known before.

        A message that its writer takes back is forgotten at once, before anyone answers it.
        """
        if not events:
            return 0
        insert = _INSERT[self._engine.dialect.name](INBOX).on_conflict_do_nothing()
        unsent = [one.event for one in events if one.event.kind is EventKind.UNSEND]
        with self._engine.begin() as connection:
            stored = sum(connection.execute(insert, self._row(one)).rowcount for one in events)
            for event in unsent:
                self._forget_message(connection, event)
        return stored

    def claim(self) -> Event | None:
        """Take the oldest event that is nobody's and first of its chat, or None."""
        now = self._clock()
        free = and_(INBOX.c.done_at.is_(None), INBOX.c.claimed_until < now)
        oldest = select(INBOX.c.event_id, INBOX.c.body).where(free, _IS_FIRST_OF_ITS_CHAT)
        oldest = oldest.order_by(INBOX.c.timestamp_ms).limit(1)
        while True:
            with self._engine.begin() as connection:
                row = connection.execute(oldest).first()
                if row is None:
                    return None
                claim = update(INBOX).where(INBOX.c.event_id == row.event_id, free)
                if connection.execute(claim.values(claimed_until=now + CLAIM_S)).rowcount:
                    return read_event(json.loads(row.body))

    def done(self, event: Event) -> None:
        """Forget the event's words; remember its name for a while."""
        now = self._clock()
        with self._engine.begin() as connection:
            answered = update(INBOX).where(INBOX.c.event_id == event.event_id)
            connection.execute(answered.values(done_at=now, body=""))
            connection.execute(delete(INBOX).where(INBOX.c.done_at < now - REMEMBERED_S))

    def is_usable(self) -> bool:
        """Tell whether the database answers."""
        with self._engine.connect() as connection:
            connection.execute(select(INBOX.c.event_id).limit(1))
        return True

    def _forget_message(self, connection: Connection, unsend: Event) -> None:
        message = update(INBOX).where(
            INBOX.c.message_key == self._pseudonyms.of(unsend.message_id),
            INBOX.c.event_id != unsend.event_id,
        )
        connection.execute(message.values(done_at=self._clock(), body=""))

    def _row(self, stored: StoredEvent) -> dict[str, Any]:
        event = stored.event
        return {
            "event_id": event.event_id,
            "user_key": self._pseudonyms.of(event.chat_id),
            "message_key": self._pseudonyms.of(event.message_id),
            "timestamp_ms": event.timestamp_ms,
            "body": json.dumps(stored.raw, ensure_ascii=False),
            "received_at": self._clock(),
            "claimed_until": 0.0,
        }
