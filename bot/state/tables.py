"""Tables of the live state. `*_key` is a pseudonym, `*_at` are seconds since 1970 (UTC)."""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()
KEY = String(64)  # hexadecimal digits of a pseudonym

# An event as LINE sent it, until it is answered; then only its name stays, so that a repeat is
# recognised. `prepared` is the answer as it is sent: what was prepared is never computed twice.
INBOX = Table(
    "inbox",
    METADATA,
    Column("event_id", String(64), primary_key=True),
    Column("chat_key", KEY, nullable=False, server_default=""),
    Column("person_key", KEY, nullable=False, server_default=""),
    Column("message_key", KEY, nullable=False, server_default="", index=True),
    Column("timestamp_ms", BigInteger, nullable=False),
    Column("body", Text, nullable=False, server_default=""),
    Column("received_at", Float, nullable=False),
    Column("claimed_until", Float, nullable=False, default=0.0),
    Column("claimed_by", String(128), nullable=False, server_default=""),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("prepared", Text),
    Column("done_at", Float),
)
_WAITING, _DONE = INBOX.c.done_at.is_(None), INBOX.c.done_at.is_not(None)
Index("inbox_done", INBOX.c.done_at, sqlite_where=_DONE, postgresql_where=_DONE)
Index(
    "inbox_waiting_by_age",
    INBOX.c.timestamp_ms,
    INBOX.c.event_id,
    sqlite_where=_WAITING,
    postgresql_where=_WAITING,
)
Index(
    "inbox_waiting_by_chat",
    INBOX.c.chat_key,
    INBOX.c.timestamp_ms,
    INBOX.c.event_id,
    sqlite_where=_WAITING,
    postgresql_where=_WAITING,
)

# An answer whose reply token died: it waits for the next thing that its chat says.
KEPT = Table(
    "kept_answers",
    METADATA,
    Column("event_id", String(64), primary_key=True),
    Column("chat_key", KEY, nullable=False, index=True),
    Column("person_key", KEY, nullable=False, index=True),
    Column("message_key", KEY, nullable=False, index=True),
    Column("messages", Text, nullable=False),
    Column("kept_at", Float, nullable=False),
)

# What is remembered about a chat; `search` apart from the rest, as it is forgotten earlier.
CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("chat_key", KEY, primary_key=True),
    Column("person_key", KEY, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("search", Text),
    Column("updated_at", Float, nullable=False, index=True),
)

# What people would like to learn: once a person, need and day. `text` is masked, and gone after a
# month; `message_keys` name the messages that it came of. Days are those of Japan.
NEEDS = Table(
    "needs",
    METADATA,
    Column("need_key", KEY, primary_key=True),
    Column("person_key", KEY, nullable=False, index=True),
    Column("chat_key", KEY, nullable=False, index=True),
    Column("message_keys", Text, nullable=False),
    Column("day", String(10), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("topic", Text, nullable=False),
    Column("text", Text),
    Column("constraints", Text, nullable=False),
    Column("municipality", String(32), nullable=False),
    Column("area", String(16), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("shown", Text, nullable=False),
    Column("release_id", String(64), nullable=False),
    Column("feedback", String(16), nullable=False, server_default=""),
    Column("recorded_at", Float, nullable=False, index=True),
)
