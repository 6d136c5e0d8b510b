"""Opening the live state: new, old, unusable, full, and by two at once."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from bot.state.database import open_state
from bot.state.errors import StateUnusable
from bot.state.inbox import Inbox, stored_events
from bot.state.pseudonym import Pseudonyms

FIRST_VERSION = """
CREATE TABLE inbox (event_id VARCHAR(64) NOT NULL PRIMARY KEY, user_key VARCHAR(64) NOT NULL,
message_key VARCHAR(64) NOT NULL, timestamp_ms BIGINT NOT NULL, body TEXT NOT NULL,
received_at FLOAT NOT NULL, claimed_until FLOAT NOT NULL, done_at FLOAT);
CREATE INDEX ix_inbox_done_at ON inbox (done_at);
"""


@pytest.mark.parametrize("url", ["nonsense", "nosuchdb://x", "sqlite:////proc/none/state.db"])
def test_an_unusable_database_is_a_clear_error(url):
    with pytest.raises(StateUnusable, match="データベース"):
        open_state(url)


def test_a_database_of_the_first_version_goes_on(tmp_path, raw):
    file = tmp_path / "state.db"
    event = '{"webhookEventId": "old", "source": {"type": "user", "userId": "U1"}}'
    with sqlite3.connect(file) as old:
        old.executescript(FIRST_VERSION)
        row = ("old", "key", "", 1, event, 1.0, 0.0)
        old.execute("INSERT INTO inbox VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", row)
    old.close()
    state = open_state(f"sqlite:///{file}")
    inbox = Inbox(state, Pseudonyms("key"))
    inbox.store(stored_events([raw("new")]))
    assert {inbox.claim().event.event_id, inbox.claim().event.event_id} == {"old", "new"}
    state.close()


def test_two_processes_may_open_a_new_database_at_once(url):
    with ThreadPoolExecutor(4) as pool:
        states = list(pool.map(open_state, [url] * 4))
    for state in states:
        state.close()


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path, raw):
    state = open_state(f"sqlite:///{tmp_path / 'state.db'}")
    inbox = Inbox(state, Pseudonyms("key"))
    inbox.store(stored_events([raw("before")]))
    with state.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
    large = [raw(f"e{n}", user=f"U{n}", text="長い" * 4_000) for n in range(40)]
    with _at_most(state, pages), pytest.raises(StateUnusable):
        inbox.store(stored_events(large))
    assert inbox.backlog().count == 1
    assert inbox.store(stored_events(large)) == 40
    state.close()


class _at_most:  # noqa: N801 - reads as a condition
    """Let the database have no more pages than it has; every connection alike."""

    def __init__(self, state, pages):
        self._state, self._pages = state, pages

    def __enter__(self):
        self._set(self._pages)

    def __exit__(self, *_):
        self._set(2**31 - 2)

    def _set(self, pages):
        pool = self._state._engine.pool
        connections = [pool.connect() for _ in range(pool.checkedin() or 1)]
        for connection in connections:
            connection.cursor().execute(f"PRAGMA max_page_count={pages}")
        for connection in connections:
            connection.close()
