"""Every test of the live state runs on SQLite, and on PostgreSQL where one is named.

MANABI_TEST_POSTGRES_URL names a database; each test process has a schema of its own there, of
which all tables are dropped.
"""

import os
from datetime import date
from types import SimpleNamespace

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.schema import CreateSchema

from bot.dialogue.conversation import Conversation, Search
from bot.dialogue.turn import NeedAsked, Turn
from bot.state.claimed import Prepared
from bot.state.database import open_state
from bot.state.inbox import Inbox, stored_events
from bot.state.ledger import Ledger
from bot.state.pseudonym import Pseudonyms
from bot.state.tables import METADATA
from data.program import Program
from recommender.answer import Answer, Need, Outcome, Recommendation
from recommender.constraints import Constraints
from recommender.request import Role
from recommender.understanding.understood import Understood

POSTGRES = os.environ.get("MANABI_TEST_POSTGRES_URL")
DAY = date(2026, 11, 23)


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRES else [])])
def url(request, tmp_path, worker_id):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'deep' / 'state.db'}"
    address = f"{POSTGRES}?options=-csearch_path%3D{worker_id}"
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(CreateSchema(worker_id, if_not_exists=True))
    METADATA.drop_all(engine)
    engine.dispose()
    return address


@pytest.fixture
def state(url):
    opened = open_state(url)
    yield opened
    opened.close()


@pytest.fixture
def inbox(state, clock):
    return Inbox(state, Pseudonyms("key"), clock=clock)


@pytest.fixture
def ledger(state, clock):
    return Ledger(state, Pseudonyms("key"), today=lambda: DAY, clock=clock)


@pytest.fixture
def rows(state):
    """Every row of a table, as dictionaries."""

    def read(table):
        with state.read() as connection:
            return [row._asdict() for row in connection.execute(select(table))]

    return read


@pytest.fixture
def raw():
    def make(event_id, user="U1", timestamp=1, text="秘密の相談"):
        message = {"type": "text", "id": f"m-{event_id}", "text": text}
        source = {"type": "user", "userId": user}
        event = {"type": "message", "mode": "active", "webhookEventId": event_id}
        known = {"replyToken": "t", "timestamp": timestamp, "source": source, "message": message}
        return event | known

    return make


@pytest.fixture
def unsend():
    def make(event_id, message, user="U1", timestamp=9):
        source = {"type": "user", "userId": user}
        event = {"type": "unsend", "mode": "active", "webhookEventId": event_id}
        return event | {"timestamp": timestamp, "source": source, "unsend": {"messageId": message}}

    return make


@pytest.fixture
def store(inbox):
    return lambda *events: inbox.store(stored_events(events))


@pytest.fixture
def asked():
    """A turn in which a need was understood."""

    def make(
        topic="簿記", *, text="米沢で簿記を", message_ids=("m-a",), amendments=(), **constraints
    ):
        understood = Understood(
            role=Role.LEARNER, topic=topic, needs=(topic,), constraints=Constraints(**constraints)
        )
        shown = Recommendation(
            program=Program(program_id="p1", title="簿記入門"), score=0.5, reasons=(), offering=None
        )
        answer = Answer(
            outcome=Outcome.RECOMMEND,
            understood=understood,
            message="",
            release_id="r1",
            needs=(Need(topic=topic, items=(shown,)),),
            items=(shown,),
        )
        search = Search(
            text=text, role=Role.LEARNER, message_ids=message_ids, at=1.0, amendments=amendments
        )
        return Turn(
            messages=(),
            conversation=Conversation(search=search, saved=("p1",)),
            effects=(NeedAsked(text=text, answer=answer),),
        )

    return make


@pytest.fixture
def answered(inbox, ledger, store, raw):
    """Store an event, write a turn as its answer, and be done with it unless told otherwise."""

    def answer(name, turn, *, end="done", **event):
        store(raw(name, **event))
        claimed = inbox.claim()
        words = ({"type": "text", "text": f"お返事{name}"},)
        assert ledger.write(claimed, turn, Prepared(messages=words), takes_kept=True)
        if end:
            getattr(inbox, end)(claimed)
        return SimpleNamespace(claimed=claimed, words=words)

    return answer
