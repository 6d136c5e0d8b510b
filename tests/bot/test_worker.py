"""Workers: every stored event is answered once, whatever happens on the way."""

import time
from threading import Event as Flag

import pytest

from bot.line.conversation import Reply
from bot.line.errors import ReplyRefused, ReplyUnsent
from bot.line.messages import TextMessage
from bot.line.wording import NOT_READY
from bot.state.database import open_state
from bot.state.inbox import Inbox, stored_events
from bot.state.pseudonym import Pseudonyms
from bot.worker import LOOK_AGAIN_S, Workers
from index.errors import ReleaseMissing

PATIENCE_S = 10


class Echo:
    """A conversation that repeats, or fails as it is told."""

    def __init__(self, fault=None):
        self._fault = fault

    def respond(self, event) -> Reply:
        if self._fault:
            raise self._fault
        return (TextMessage(text=event.text),)


class Mailbox:
    """A messenger that keeps what it was given, or fails as it is told."""

    def __init__(self, fault=None):
        self._fault = fault
        self.sent = []
        self.tried = Flag()

    def reply(self, reply_token, messages):
        self.tried.set()
        if self._fault:
            raise self._fault
        self.sent.append((reply_token, messages[0].text))


@pytest.fixture
def inbox(tmp_path):
    engine = open_state(f"sqlite:///{tmp_path / 'state.db'}")
    yield Inbox(engine, Pseudonyms("key"))
    engine.dispose()


@pytest.fixture
def work(inbox):
    started = []

    def start(mailbox, conversation=None):
        speaker = conversation or Echo()
        workers = Workers(inbox=inbox, conversation=lambda: speaker, messenger=mailbox)
        workers.start()
        started.append(workers)
        return workers

    yield start
    for workers in started:
        workers.stop()


def raw(name, user="U1", timestamp=1):
    return {
        "type": "message",
        "mode": "active",
        "webhookEventId": name,
        "timestamp": timestamp,
        "replyToken": f"token-{name}",
        "source": {"type": "user", "userId": user},
        "message": {"type": "text", "id": name, "text": f"相談{name}"},
    }


def until(condition):
    deadline = time.monotonic() + PATIENCE_S
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert condition()


def test_each_event_is_answered_once_with_its_own_token(inbox, work):
    mailbox = Mailbox()
    workers = work(mailbox)
    inbox.store(stored_events(raw(f"e{n}", user=f"U{n % 3}", timestamp=n) for n in range(12)))
    workers.wake()
    until(lambda: len(mailbox.sent) == 12)
    time.sleep(LOOK_AGAIN_S)
    assert sorted(mailbox.sent) == sorted((f"token-e{n}", f"相談e{n}") for n in range(12))


def test_what_was_stored_before_the_start_is_found_without_a_wake(inbox, work):
    inbox.store(stored_events([raw("left")]))
    mailbox = Mailbox()
    work(mailbox)
    until(lambda: mailbox.sent == [("token-left", "相談left")])


@pytest.mark.parametrize("fault", [ReleaseMissing("x", hint=""), RuntimeError("bug")])
def test_a_person_hears_an_apology_when_nothing_can_be_searched(inbox, work, fault):
    mailbox = Mailbox()
    workers = work(mailbox, Echo(fault))
    inbox.store(stored_events([raw("a")]))
    workers.wake()
    until(lambda: mailbox.sent == [("token-a", NOT_READY)])


@pytest.mark.parametrize("fault", [ReplyRefused(400, "x"), ReplyUnsent(), RuntimeError("bug")])
def test_a_reply_that_cannot_be_sent_does_not_stop_the_next_one(inbox, work, fault):
    broken = Mailbox(fault)
    workers = work(broken)
    inbox.store(stored_events([raw("a", timestamp=1), raw("b", timestamp=2)]))
    workers.wake()
    until(broken.tried.is_set)
    workers.stop()
    mailbox = Mailbox()
    inbox.store(stored_events([raw("c", timestamp=3)]))
    work(mailbox)
    until(lambda: ("token-c", "相談c") in mailbox.sent)
    assert all(token != "token-a" for token, _ in mailbox.sent)
