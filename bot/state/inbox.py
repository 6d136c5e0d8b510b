"""The inbox: every event that arrived is handled once.

Events of one chat are handed out in their order, the next only when the one before is done. A
claim falls after a while, or as soon as its holder is known to be dead, so that what a killed
process held is taken up by another. A done event keeps its name, not its words.
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from pydantic import ValidationError
from sqlalchemy import Connection, func, select, update

from bot.line.events import Event, EventKind, read_event
from bot.state.claimed import PREPARED, Backlog, Claimed, Prepared
from bot.state.claims import (
    ANSWER,
    CLAIM,
    FINISH,
    HOLD,
    RENEW,
    TAKEN_BACK,
    WAITING_IN_CHAT,
    WAITS,
    ours,
)
from bot.state.database import State
from bot.state.forgetting import forget_message
from bot.state.holder import Holder
from bot.state.pseudonym import Pseudonyms
from bot.state.tables import INBOX, KEPT

# Short enough that what a killed process held is answered within its reply token's minute; a try
# that takes longer may be made twice, which the token, working once, makes harmless.
CLAIM_S = 25.0
MOST_WAITING = 20  # events of one chat; nobody reads the answers to more, and others wait for them

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """An event as LINE sent it, with what we read in it, and when it came (None: now)."""

    event: Event
    raw: Mapping[str, Any]
    received_at: float | None = None


def stored_events(
    raw_events: Iterable[Mapping[str, Any]], received_at: float | None = None
) -> list[StoredEvent]:
    """Return the raw events that can be read."""
    read = ((raw, read_event(raw)) for raw in raw_events)
    return [
        StoredEvent(event=event, raw=raw, received_at=received_at) for raw, event in read if event
    ]


class Inbox:
    """Events waiting for an answer, in the live state's database."""

    def __init__(
        self,
        state: State,
        pseudonyms: Pseudonyms,
        *,
        holder: Holder | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._state = state
        self._pseudonyms = pseudonyms
        self._holder = holder or Holder.this_process()
        self._clock = clock
        insert = state.insert(INBOX).on_conflict_do_nothing()
        self._insert = insert.returning(INBOX.c.event_id)

    def store(self, events: Sequence[StoredEvent]) -> int:
        """Store new events in one transaction; return how many were not known before.

        An event that LINE sends again while it waits has a fresh reply token. What its writer
        takes back is forgotten at once, before anyone answers it, and so is what one chat sends
        beyond MOST_WAITING.
        """
        if not events:
            return 0
        with self._state.write() as connection:
            return sum(self._stored(connection, one) for one in events)

    def claim(self) -> Claimed | None:
        """Take the oldest event that is nobody's and first of its chat, or None."""
        now = self._clock()
        given = {"now": now, "until": now + CLAIM_S, "holder": self._holder.name}
        while True:
            with self._state.write() as connection:
                row = connection.execute(CLAIM, given).first()
                if row is None:
                    return None
                event = read_event(json.loads(row.body))
                if event:
                    return _claimed(event, row)
                connection.execute(FINISH, {"name": row.event_id, "now": now})

    def done(self, claimed: Claimed) -> None:
        """Forget the event's words and its answer; remember its name for a while."""
        with self._state.write() as connection:
            connection.execute(FINISH, {"name": claimed.event.event_id, "now": self._clock()})

    def keep(self, claimed: Claimed) -> None:
        """Let the prepared answer wait for the chat's next event; the event is done.

        Nothing happens when it was taken back meanwhile, or another took it up.
        """
        with self._state.write() as connection:
            row = connection.execute(ANSWER, ours(claimed)).first()
            if row is None:
                return
            prepared = _read_prepared(row.prepared)
            if prepared:
                self._keep(connection, claimed, prepared)
            connection.execute(FINISH, {"name": claimed.event.event_id, "now": self._clock()})

    def hold(self, claimed: Claimed) -> bool:
        """Keep an event that takes its time; false when it was taken back, or is another's."""
        until = {"until": self._clock() + CLAIM_S}
        with self._state.write() as connection:
            return bool(connection.execute(HOLD, ours(claimed) | until).rowcount)

    def hand_back(self) -> None:
        """Free what this process holds, and what dead processes of this machine held."""
        with self._state.write() as connection:
            holders = connection.scalars(
                select(INBOX.c.claimed_by).where(WAITS, INBOX.c.claimed_by != "").distinct()
            ).all()
            free = [name for name in holders if self._holder.may_free(name)]
            freed = update(INBOX).where(WAITS, INBOX.c.claimed_by.in_(free))
            connection.execute(freed.values(claimed_until=0.0, claimed_by=""))

    def backlog(self) -> Backlog:
        """Return what waits; raises StateUnusable when the database does not answer."""
        waiting = select(func.count(), func.min(INBOX.c.received_at)).where(WAITS)
        with self._state.read() as connection:
            count, oldest_at = connection.execute(waiting).one()
        return Backlog(count=count, oldest_at=oldest_at)

    def _keep(self, connection: Connection, claimed: Claimed, prepared: Prepared) -> None:
        row = {
            "event_id": claimed.event.event_id,
            "chat_key": claimed.chat_key,
            "person_key": claimed.person_key,
            "message_key": claimed.message_key,
            "messages": json.dumps(prepared.messages),
            "kept_at": self._clock(),
        }
        connection.execute(self._state.insert(KEPT).on_conflict_do_nothing(), row)

    def _stored(self, connection: Connection, stored: StoredEvent) -> bool:
        event, row = stored.event, self._row(stored)
        is_new = connection.execute(self._insert, row).first() is not None
        if not is_new and event.is_redelivery:
            again = {"name": event.event_id, "words": row["body"], "now": row["received_at"]}
            connection.execute(RENEW, again)
        if event.kind is EventKind.UNSEND:
            forget_message(
                connection,
                message_id=event.message_id,
                message_key=row["message_key"],
                chat_key=row["chat_key"],
            )
        elif is_new and self._needs_no_answer(connection, row):
            connection.execute(FINISH, {"name": event.event_id, "now": row["received_at"]})
        return is_new

    def _needs_no_answer(self, connection: Connection, row: Mapping[str, Any]) -> bool:
        """Tell a message that was taken back before it came, or one too many of its chat."""
        key = row["message_key"]
        if key and connection.scalar(TAKEN_BACK, {"message": key}):
            return True
        return (connection.scalar(WAITING_IN_CHAT, {"chat": row["chat_key"]}) or 0) > MOST_WAITING

    def _row(self, stored: StoredEvent) -> dict[str, Any]:
        event = stored.event
        return {
            "event_id": event.event_id,
            "chat_key": self._pseudonyms.of(event.chat_id),
            "person_key": self._pseudonyms.of(event.user_id or event.chat_id),
            "message_key": self._pseudonyms.of(event.message_id) if event.message_id else "",
            "timestamp_ms": event.timestamp_ms,
            "body": json.dumps(stored.raw),  # in ASCII: half a surrogate pair is no UTF-8
            "received_at": self._clock() if stored.received_at is None else stored.received_at,
        }


def _read_prepared(stored: str | None) -> Prepared | None:
    try:
        return PREPARED.validate_json(stored) if stored else None
    except ValidationError:  # another version wrote it: the answer is computed again
        log.warning("prepared_unreadable")
        return None


def _claimed(event: Event, row: Any) -> Claimed:  # noqa: ANN401 - a row of INBOX
    return Claimed(
        event=event,
        chat_key=row.chat_key,
        person_key=row.person_key,
        message_key=row.message_key,
        received_at=row.received_at,
        tries=row.tries,
        prepared=_read_prepared(row.prepared),
    )
