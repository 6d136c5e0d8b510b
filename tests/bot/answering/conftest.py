"""A desk over a real state, with fakes for the dialogue and for LINE."""

import threading
import time
from datetime import date
from types import SimpleNamespace

import pytest

from bot.answering.answering import Answering
from bot.answering.loading import Loading
from bot.answering.porter import Porter
from bot.answering.pushing import Pushing, PushPolicy
from bot.answering.sending import Sending
from bot.answering.workers import Workers
from bot.dialogue.turn import Turn
from bot.line.delivery import Delivery
from bot.line.messages import TextMessage
from bot.state.arrivals import open_arrivals
from bot.state.database import open_state
from bot.state.inbox import Inbox, stored_events
from bot.state.ledger import Ledger
from bot.state.pseudonym import Pseudonyms

PATIENCE_S = 10


class Echo:
    """A dialogue that repeats, or fails as it is told."""

    def __init__(self, fault=None, *, is_urgent=False):
        self.fault, self.is_urgent = fault, is_urgent
        self.heard = []

    def turn(self, event, conversation):
        self.heard.append(event.event_id)
        if self.fault:
            raise self.fault
        messages = (TextMessage(text=event.text),) if event.is_answerable else ()
        return Turn(messages=messages, conversation=conversation, is_urgent=self.is_urgent)


class Line:
    """A messenger whose answers are set beforehand; afterwards it accepts everything."""

    def __init__(self, *deliveries):
        self.deliveries = list(deliveries)
        self.replies, self.pushes, self.animations = [], [], []
        self.lock = threading.Lock()

    def reply(self, reply_token, messages):
        with self.lock:
            delivery = self.deliveries.pop(0) if self.deliveries else Delivery.ACCEPTED
            self.replies.append((reply_token, [one["text"] for one in messages], delivery))
            return delivery

    def push(self, user_id, messages, *, retry_key):
        with self.lock:
            delivery = self.deliveries.pop(0) if self.deliveries else Delivery.ACCEPTED
            self.pushes.append((user_id, [one["text"] for one in messages], retry_key))
            return delivery

    def show_loading(self, user_id):
        self.animations.append(user_id)
        return Delivery.ACCEPTED

    @property
    def taken(self):
        """Texts by the reply token with which they were taken."""
        return [(token, texts) for token, texts, how in self.replies if how is Delivery.ACCEPTED]


@pytest.fixture
def state(tmp_path):
    opened = open_state(f"sqlite:///{tmp_path / 'state.db'}")
    yield opened
    opened.close()


@pytest.fixture
def arrivals(tmp_path):
    opened = open_arrivals(f"sqlite:///{tmp_path / 'state.db'}")
    yield opened
    opened.close()


@pytest.fixture
def arrived(arrivals):
    return lambda *events: arrivals.add(events)


@pytest.fixture
def inbox(state):
    return Inbox(state, Pseudonyms("key"))


@pytest.fixture
def desk(state, inbox, arrivals):
    """Make desks: their workers, not started; stopped at the end."""
    made = []

    def make(line, dialogue=None, *, policy=PushPolicy.URGENT, threads=4):
        speaker = dialogue or Echo()
        stopping = threading.Event()
        answering = Answering(
            inbox=inbox,
            ledger=Ledger(state, Pseudonyms("key"), today=lambda: date(2026, 11, 23)),
            dialogue=lambda: speaker,
            sending=Sending(
                messenger=line,
                pushing=Pushing(line, policy),
                inbox=inbox,
                stopping=stopping,
                jitter=lambda: 0.0,
            ),
            loading=Loading(line),
            computing=threading.Semaphore(2),
        )
        workers = Workers(
            inbox=inbox,
            porter=Porter(arrivals, inbox),
            answering=answering,
            stopping=stopping,
            ready=lambda: True,
            threads=threads,
        )
        made.append(workers)
        return SimpleNamespace(workers=workers, answering=answering, dialogue=speaker)

    yield make
    for workers in made:
        workers.stop()


@pytest.fixture
def raw():
    def make(name, user="U1", timestamp=1, **changes):
        return {
            "type": "message",
            "mode": "active",
            "webhookEventId": name,
            "timestamp": timestamp,
            "replyToken": f"token-{name}",
            "source": {"type": "user", "userId": user},
            "message": {"type": "text", "id": f"m-{name}", "text": f"相談{name}"},
        } | changes

    return make


@pytest.fixture
def stored(inbox):
    return lambda *events: inbox.store(stored_events(events))


@pytest.fixture
def until():
    def wait(condition):
        deadline = time.monotonic() + PATIENCE_S
        while not condition() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert condition()

    return wait


@pytest.fixture
def line_of():
    return Line


@pytest.fixture
def echo_of():
    return Echo
