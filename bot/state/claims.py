"""Claims in SQL: how one holder alone takes an event, keeps it, and is done with it.

Built once: SQLAlchemy then finds each statement's text in its cache.
"""

from sqlalchemy import bindparam, exists, func, or_, select, tuple_, update

from bot.state.claimed import Claimed
from bot.state.tables import INBOX

_OTHER = INBOX.alias("other")
WAITS = INBOX.c.done_at.is_(None)
# An earlier event of the chat waits, or a later one is being answered: it came first.
_CHAT_IS_BUSY = exists().where(
    _OTHER.c.chat_key == INBOX.c.chat_key,
    _OTHER.c.done_at.is_(None),
    or_(
        tuple_(_OTHER.c.timestamp_ms, _OTHER.c.event_id)
        < tuple_(INBOX.c.timestamp_ms, INBOX.c.event_id),
        _OTHER.c.claimed_until >= bindparam("now"),
    ),
)
_OLDEST_FREE = (
    select(INBOX.c.event_id)
    .where(WAITS, INBOX.c.claimed_until < bindparam("now"), ~_CHAT_IS_BUSY)
    .order_by(INBOX.c.timestamp_ms, INBOX.c.event_id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
CLAIM = (
    update(INBOX)
    .where(INBOX.c.event_id == _OLDEST_FREE, WAITS)
    .values(
        claimed_until=bindparam("until"),
        claimed_by=bindparam("holder"),
        tries=INBOX.c.tries + 1,
    )
    .returning(INBOX)
)
# Whoever took an event up after us counts one try more: then it is ours no longer.
_OURS = (INBOX.c.event_id == bindparam("name"), INBOX.c.tries == bindparam("try"), WAITS)
ANSWER = select(INBOX.c.prepared).where(*_OURS).with_for_update()
PREPARE = update(INBOX).where(*_OURS).values(prepared=bindparam("answer"))
HOLD = update(INBOX).where(*_OURS).values(claimed_until=bindparam("until"))
WAITING_IN_CHAT = (
    select(func.count()).select_from(INBOX).where(WAITS, INBOX.c.chat_key == bindparam("chat"))
)
TAKEN_BACK = (
    select(INBOX.c.event_id)
    .where(INBOX.c.message_key == bindparam("message"), INBOX.c.done_at.is_not(None))
    .limit(1)
)
RENEW = (
    update(INBOX)
    .where(INBOX.c.event_id == bindparam("name"), WAITS)
    .values(body=bindparam("words"), received_at=bindparam("now"))
)
FINISH = (
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


def ours(claimed: Claimed) -> dict[str, str | int]:
    """Return the values that name a claim in these statements."""
    return {"name": claimed.event.event_id, "try": claimed.tries}
