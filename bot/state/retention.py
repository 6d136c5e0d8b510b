"""Retention: how long what is kept for, and the pass that lets it go.

What people are told on adding the account (`bot/dialogue`) promises no more than this keeps.
"""

from dataclasses import dataclass

from sqlalchemy import delete, update

from bot.dialogue.conversation import TEXT_KEPT_DAYS
from bot.state.database import State
from bot.state.tables import CONVERSATIONS, INBOX, KEPT, NEEDS

DAY_S = 24 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Days after which something goes.

    `names` of answered events tell a repeat; `answers` that could not be sent are stale news
    later; `words` are what was written, in needs and searches; `chats` nobody came back to.
    """

    names: float = 3.0
    answers: float = 7.0
    words: float = float(TEXT_KEPT_DAYS)
    chats: float = 400.0


def let_go(state: State, now: float, retention: Retention | None = None) -> None:
    """Let go of everything whose time is over; topics, conditions and outcomes of needs stay."""
    kept = retention or Retention()
    text_gone = update(NEEDS).where(
        NEEDS.c.recorded_at < now - kept.words * DAY_S, NEEDS.c.text.is_not(None)
    )
    search_gone = update(CONVERSATIONS).where(
        CONVERSATIONS.c.updated_at < now - kept.words * DAY_S, CONVERSATIONS.c.search.is_not(None)
    )
    passes = (
        text_gone.values(text=None, message_keys="[]"),
        search_gone.values(search=None),
        delete(KEPT).where(KEPT.c.kept_at < now - kept.answers * DAY_S),
        delete(INBOX).where(INBOX.c.done_at < now - kept.names * DAY_S),
        delete(CONVERSATIONS).where(CONVERSATIONS.c.updated_at < now - kept.chats * DAY_S),
    )
    for one in passes:  # each by itself, so that nobody waits long
        with state.write() as connection:
            connection.execute(one)
