from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from bot.state.database import INBOX, StateUnusable, open_state
from bot.state.inbox import CLAIM_S, Inbox, stored_events
from bot.state.pseudonym import Pseudonyms


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def engine(tmp_path):
    opened = open_state(f"sqlite:///{tmp_path / 'deep' / 'state.db'}")
    yield opened
    opened.dispose()


@pytest.fixture
def inbox(engine, clock):
    return Inbox(engine, Pseudonyms("key"), clock)


def raw(event_id, user="U1", timestamp=1, text="秘密の相談"):
    message = {"type": "text", "id": f"m-{event_id}", "text": text}
    source = {"type": "user", "userId": user}
    event = {"type": "message", "mode": "active", "webhookEventId": event_id, "replyToken": "t"}
    return event | {"timestamp": timestamp, "source": source, "message": message}


def store(inbox, *events):
    return inbox.store(stored_events(events))


def test_an_event_is_stored_once_however_often_it_comes(inbox):
    assert store(inbox, raw("a"), raw("b")) == 2
    assert store(inbox, raw("a"), raw("c")) == 1


def test_events_of_one_chat_are_handed_out_in_order_one_at_a_time(inbox):
    store(inbox, raw("late", timestamp=2), raw("early", timestamp=1))
    first = inbox.claim()
    assert first.event_id == "early"
    assert inbox.claim() is None
    inbox.done(first)
    assert inbox.claim().event_id == "late"


def test_people_do_not_wait_for_each_other(inbox):
    store(inbox, raw("a", user="U1"), raw("b", user="U2"))
    assert {inbox.claim().event_id, inbox.claim().event_id} == {"a", "b"}


def test_what_a_killed_process_held_is_taken_up_after_a_while(inbox, clock):
    store(inbox, raw("a"))
    inbox.claim()
    assert inbox.claim() is None
    clock.now += CLAIM_S + 1
    assert inbox.claim().event_id == "a"


def test_a_done_event_is_remembered_by_name_and_its_words_are_gone(inbox, engine):
    store(inbox, raw("a"))
    inbox.done(inbox.claim())
    with engine.connect() as connection:
        (row,) = connection.execute(select(INBOX)).all()
    assert row.body == ""
    assert "秘密" not in str(row)
    assert store(inbox, raw("a")) == 0


def test_no_line_id_is_stored_outside_the_waiting_event(inbox, engine):
    store(inbox, raw("a", user="U4af49806"))
    inbox.done(inbox.claim())
    with engine.connect() as connection:
        assert "U4af49806" not in str(connection.execute(select(INBOX)).all())


def test_an_unsent_message_is_never_answered_and_its_words_are_gone(inbox, engine):
    unsend = raw("u", timestamp=3) | {"type": "unsend", "unsend": {"messageId": "m-b"}}
    del unsend["message"]
    store(inbox, raw("a", timestamp=1), raw("b", timestamp=2))
    store(inbox, unsend)
    inbox.done(inbox.claim())
    assert inbox.claim().event_id == "u"
    with engine.connect() as connection:
        body = select(INBOX.c.body).where(INBOX.c.event_id == "b")
        assert connection.execute(body).scalar_one() == ""


def test_two_threads_never_hold_the_same_event(inbox):
    store(inbox, *(raw(f"e{n}", user=f"U{n}") for n in range(40)))
    with ThreadPoolExecutor(8) as pool:
        claimed = [event for event in pool.map(lambda _: inbox.claim(), range(80)) if event]
    names = [event.event_id for event in claimed]
    assert sorted(names) == sorted(f"e{n}" for n in range(40))


@pytest.mark.parametrize("url", ["nonsense", "nosuchdb://x", "sqlite:////proc/none/state.db"])
def test_an_unusable_database_is_a_clear_error(url):
    with pytest.raises(StateUnusable, match="データベース"):
        open_state(url)
