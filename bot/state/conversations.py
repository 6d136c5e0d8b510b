"""Conversations as they are stored: one row a chat, the search apart from the rest."""

from dataclasses import replace

import structlog
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, bindparam, select

from bot.dialogue.conversation import Conversation, Search
from bot.state.database import State
from bot.state.tables import CONVERSATIONS

_CONVERSATION = TypeAdapter(Conversation)
_SEARCH = TypeAdapter(Search)
_OF_CHAT = select(CONVERSATIONS.c.body, CONVERSATIONS.c.search).where(
    CONVERSATIONS.c.chat_key == bindparam("chat")
)
log = structlog.get_logger()


def read_conversation(connection: Connection, chat_key: str) -> Conversation:
    """Return what is remembered about a chat; a new one where nothing, or nothing readable, is."""
    row = connection.execute(_OF_CHAT, {"chat": chat_key}).first()
    if row is None:
        return Conversation()
    try:
        search = None if row.search is None else _SEARCH.validate_json(row.search)
        return replace(_CONVERSATION.validate_json(row.body), search=search)
    except ValidationError:  # a later version wrote it, or an earlier one
        log.warning("conversation_unreadable")
        return Conversation()


def write_conversation(
    connection: Connection,
    state: State,
    conversation: Conversation,
    *,
    keys: tuple[str, str],
    now: float,
) -> None:
    """Write what is remembered about a chat; `keys` are the chat's and the person's."""
    chat_key, person_key = keys
    search = conversation.search
    row = {
        "chat_key": chat_key,
        "person_key": person_key,
        "body": _CONVERSATION.dump_json(replace(conversation, search=None)).decode(),
        "search": None if search is None else _SEARCH.dump_json(search).decode(),
        "updated_at": now,
    }
    connection.execute(state.upsert(CONVERSATIONS), row)
