"""Forgetting: what a person takes back, or wants erased, goes from every table.

What derives from a message (its answer, the search that it is part of, the need that was recorded)
goes with it.
"""

import json

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from bot.state.tables import CONVERSATIONS, INBOX, KEPT, NEEDS

# The name of the message stays on these events: should LINE bring it after the news that it was
# taken back, it is known as that.
_SILENCE = (
    update(INBOX)
    .where(INBOX.c.message_key == bindparam("message"), INBOX.c.done_at.is_(None))
    .values(done_at=INBOX.c.received_at, body="", prepared=None, claimed_by="")
)


def forget_message(
    connection: Connection, *, message_id: str, message_key: str, chat_key: str
) -> None:
    """Forget one message of a chat, answered or not, and all that came of it."""
    if not message_id:
        return
    connection.execute(_SILENCE, {"message": message_key})
    connection.execute(delete(KEPT).where(KEPT.c.message_key == message_key))
    # Tables in the same order as when a turn is written, so that neither waits for the other.
    of_chat = CONVERSATIONS.c.chat_key == chat_key
    search = connection.scalar(select(CONVERSATIONS.c.search).where(of_chat).with_for_update())
    if search and message_id in json.loads(search)["message_ids"]:
        connection.execute(update(CONVERSATIONS).where(of_chat).values(search=None))
    came_of_it = NEEDS.c.message_keys.contains(message_key)
    connection.execute(delete(NEEDS).where(NEEDS.c.chat_key == chat_key, came_of_it))


def erase(connection: Connection, *, person_key: str, chat_key: str) -> None:
    """Erase what is stored about a person and a chat; what they write from now on is answered."""
    for table in (KEPT, CONVERSATIONS, NEEDS):
        concerns = or_(table.c.person_key == person_key, table.c.chat_key == chat_key)
        connection.execute(delete(table).where(concerns))
