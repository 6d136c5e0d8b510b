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

from sqlalchemy import Connection, bindparam, exists, func, select, tuple_, update

from bot.line.events import Event, EventKind, read_event
from bot.state.claimed import PREPARED, Backlog, Claimed, Prepared
from bot.state.database import State
from bot.state.forgetting import forget_message
from bot.state.holder import Holder
from bot.state.pseudonym import Pseudonyms
from bot.state.tables import INBOX, KEPT

# Short enough that what a killed process held is answered within its reply token's minute; a try
# that takes longer may be made twice, which the token, working once, makes harmless.
CLAIM_S = 25.0
MOST_WAITING = 20  # events of one chat; nobody reads the answers to more, and others wait for them


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


_EARLIER = INBOX.alias("earlier")
_WAITS = INBOX.c.done_at.is_(None)
_HAS_AN_EARLIER = exists().where(
    _EARLIER.c.chat_key == INBOX.c.chat_key,
    _EARLIER.c.done_at.is_(None),
    tuple_(_EARLIER.c.timestamp_ms, _EARLIER.c.event_id)
    < tuple_(INBOX.c.timestamp_ms, INBOX.c.event_id),
)
_OLDEST_FREE = (
    select(INBOX.c.event_id)
    .where(_WAITS, INBOX.c.claimed_until < bindparam("now"), ~_HAS_AN_EARLIER)
    .order_by(INBOX.c.timestamp_ms, INBOX.c.event_id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
_CLAIM = (
    update(INBOX)
    .where(INBOX.c.event_id == _OLDEST_FREE, _WAITS)
    .values(
        claimed_until=bindparam("until"),
        claimed_by=bindparam("holder"),
        tries=INBOX.c.tries + 1,
    )
    .returning(INBOX)
)
_WAITING_IN_CHAT = (
    select(func.count()).select_from(INBOX).where(_WAITS, INBOX.c.chat_key == bindparam("chat"))
)
_TAKEN_BACK = (
    select(INBOX.c.event_id)
    .where(INBOX.c.message_key == bindparam("message"), INBOX.c.done_at.is_not(None))
    .limit(1)
)
_RENEW = (
    update(INBOX)
    .where(INBOX.c.event_id == bindparam("name"), _WAITS)
    .values(body=bindparam("words"), received_at=bindparam("now"))
)
_FINISH = (
    update(INBOX)
    .where(INBOX.c.event_id == bindparam("name"))
    .values(
        done_at=bindparam("now"),
        body="",
        prepared=None,
        chat_key="",
        person_key="",
        message_key="",
        claimed_by="",
    )
)


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
                row = connection.execute(_CLAIM, given).first()
                if row is None:
                    return None
                event = read_event(json.loads(row.body))
                if event:
                    return _claimed(event, row)
                connection.execute(_FINISH, {"name": row.event_id, "now": now})

    def done(self, claimed: Claimed) -> None:
        """Forget the event's words and its answer; remember its name for a while."""
        with self._state.write() as connection:
            connection.execute(_FINISH, {"name": claimed.event.event_id, "now": self._clock()})

    def keep(self, claimed: Claimed) -> None:
        """Let the prepared answer wait for the chat's next event; the event is done."""
        name = claimed.event.event_id
        with self._state.write() as connection:
            prepared = _prepared(connection, name)
            if prepared:
                row = {
                    "event_id": name,
                    "chat_key": claimed.chat_key,
                    "person_key": claimed.person_key,
                    "message_key": claimed.message_key,
                    "messages": json.dumps(prepared.messages),
                    "kept_at": self._clock(),
                }
                connection.execute(self._state.insert(KEPT).on_conflict_do_nothing(), row)
            connection.execute(_FINISH, {"name": name, "now": self._clock()})

    def hold(self, claimed: Claimed) -> None:
        """Keep an event that takes its time; nobody else takes it up."""
        until = update(INBOX).where(INBOX.c.event_id == claimed.event.event_id, _WAITS)
        with self._state.write() as connection:
            connection.execute(until.values(claimed_until=self._clock() + CLAIM_S))

    def hand_back(self) -> None:
        """Free what this process holds, and what dead processes of this machine held."""
        with self._state.write() as connection:
            holders = connection.scalars(
                select(INBOX.c.claimed_by).where(_WAITS, INBOX.c.claimed_by != "").distinct()
            ).all()
            free = [name for name in holders if self._holder.may_free(name)]
            freed = update(INBOX).where(_WAITS, INBOX.c.claimed_by.in_(free))
            connection.execute(freed.values(claimed_until=0.0, claimed_by=""))

    def backlog(self) -> Backlog:
        """Return what waits; raises StateUnusable when the database does not answer."""
        waiting = select(func.count(), func.min(INBOX.c.received_at)).where(_WAITS)
        with self._state.read() as connection:
            count, oldest_at = connection.execute(waiting).one()
        return Backlog(count=count, oldest_at=oldest_at)

    def _stored(self, connection: Connection, stored: StoredEvent) -> bool:
        event, row = stored.event, self._row(stored)
        is_new = connection.execute(self._insert, row).first() is not None
        if not is_new and event.is_redelivery:
            again = {"name": event.event_id, "words": row["body"], "now": row["received_at"]}
            connection.execute(_RENEW, again)
        if event.kind is EventKind.UNSEND:
            forget_message(
                connection,
                message_id=event.message_id,
                message_key=row["message_key"],
                chat_key=row["chat_key"],
            )
        elif is_new and self._needs_no_answer(connection, row):
            connection.execute(_FINISH, {"name": event.event_id, "now": row["received_at"]})
        return is_new

    def _needs_no_answer(self, connection: Connection, row: Mapping[str, Any]) -> bool:
        """Tell a message that was taken back before it came, or one too many of its chat."""
        key = row["message_key"]
        if key and connection.scalar(_TAKEN_BACK, {"message": key}):
            return True
        return (connection.scalar(_WAITING_IN_CHAT, {"chat": row["chat_key"]}) or 0) > MOST_WAITING

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


def _prepared(connection: Connection, name: str) -> Prepared | None:
    stored = connection.scalar(select(INBOX.c.prepared).where(INBOX.c.event_id == name))
    return PREPARED.validate_json(stored) if stored else None


def _claimed(event: Event, row: Any) -> Claimed:  # noqa: ANN401 - a row of INBOX
    return Claimed(
        event=event,
        chat_key=row.chat_key,
        person_key=row.person_key,
        message_key=row.message_key,
        received_at=row.received_at,
        tries=row.tries,
        prepared=None if row.prepared is None else PREPARED.validate_json(row.prepared),
    )
