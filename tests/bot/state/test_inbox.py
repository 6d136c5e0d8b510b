"""The inbox: nothing lost, nothing twice, in order, and words gone when they are not needed."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.state.claimed import Prepared
from bot.state.holder import Holder
from bot.state.inbox import CLAIM_S, MOST_WAITING, Inbox, stored_events
from bot.state.pseudonym import Pseudonyms
from bot.state.tables import INBOX, KEPT

NOBODY = 2**22 + 1  # above the highest process number of Linux


def name(claimed):
    return claimed.event.event_id if claimed else None


def test_an_event_is_stored_once_however_often_it_comes(store, raw):
    assert store(raw("a"), raw("b")) == 2
    assert store(raw("a"), raw("c")) == 1


def test_events_of_one_chat_are_handed_out_in_order_one_at_a_time(inbox, store, raw):
    store(raw("late", timestamp=2), raw("early", timestamp=1))
    first = inbox.claim()
    assert name(first) == "early"
    assert inbox.claim() is None
    inbox.done(first)
    assert name(inbox.claim()) == "late"


def test_people_do_not_wait_for_each_other(inbox, store, raw):
    store(raw("a", user="U1"), raw("b", user="U2"))
    assert {name(inbox.claim()), name(inbox.claim())} == {"a", "b"}


def test_what_a_killed_process_held_is_taken_up_after_a_while(inbox, store, raw, clock):
    store(raw("a"))
    inbox.claim()
    assert inbox.claim() is None
    clock.now += CLAIM_S + 1
    again = inbox.claim()
    assert (name(again), again.tries) == ("a", 2)


def test_an_event_that_takes_its_time_is_held(inbox, store, raw, clock):
    store(raw("a"))
    claimed = inbox.claim()
    clock.now += CLAIM_S - 1
    inbox.hold(claimed)
    clock.now += CLAIM_S - 1
    assert inbox.claim() is None


@pytest.mark.parametrize(
    ("holder", "freed"),
    [
        (Holder(machine="here", process=NOBODY), True),
        (Holder(machine="here", process=1), False),
        (Holder(machine="elsewhere", process=NOBODY), False),
    ],
)
def test_what_a_dead_process_of_this_machine_held_is_freed_at_once(
    state, store, raw, clock, holder, freed
):
    store(raw("a"))
    Inbox(state, Pseudonyms("key"), holder=holder, clock=clock).claim()
    ours = Holder(machine="here", process=Holder.this_process().process)
    inbox = Inbox(state, Pseudonyms("key"), holder=ours, clock=clock)
    inbox.hand_back()
    assert name(inbox.claim()) == ("a" if freed else None)


def test_a_repeat_from_line_brings_a_fresh_token_while_the_event_waits(inbox, store, raw, clock):
    store(raw("a"))
    clock.now += 30
    again = raw("a") | {"replyToken": "new", "deliveryContext": {"isRedelivery": True}}
    assert store(again) == 0
    claimed = inbox.claim()
    assert (claimed.event.reply_token, claimed.received_at) == ("new", clock.now)


def test_a_done_event_is_remembered_by_name_alone(inbox, store, raw, rows):
    store(raw("a", user="U4af49806"))
    inbox.done(inbox.claim())
    (row,) = rows(INBOX)
    kept = {key: value for key, value in row.items() if isinstance(value, str) and value}
    assert kept == {"event_id": "a"}
    assert store(raw("a")) == 0


def test_a_prepared_answer_comes_with_the_event_again(inbox, ledger, store, raw, clock, asked):
    store(raw("a"))
    prepared = Prepared(messages=({"type": "text", "text": "お返事"},), is_urgent=True)
    assert ledger.write(inbox.claim(), asked(), prepared)
    clock.now += CLAIM_S + 1
    assert inbox.claim().prepared == prepared


def test_a_kept_answer_waits_and_its_event_is_done(answered, asked, inbox, ledger, rows):
    made = answered("a", asked(), end="keep")
    assert inbox.claim() is None
    assert ledger.kept(made.claimed.chat_key) == made.words
    assert len(rows(KEPT)) == 1


@pytest.mark.parametrize("order", ["before", "after"])
def test_what_is_taken_back_is_never_answered_whichever_news_comes_first(
    inbox, store, raw, unsend, rows, order
):
    events = [raw("b", timestamp=2), unsend("u", "m-b")]
    for event in events if order == "before" else reversed(events):
        store(event)
    assert inbox.claim() is None
    assert "秘密" not in str(rows(INBOX))


def test_half_a_surrogate_pair_stops_nobody(inbox, store, raw):
    store(raw("a", text="簿記\ud83d"))
    assert inbox.claim().event.text == "簿記\ufffd"


def test_a_chat_that_floods_keeps_its_first_messages(inbox, store, raw):
    assert store(*(raw(f"e{n:03}", timestamp=n) for n in range(MOST_WAITING + 5))) == 25
    assert inbox.backlog().count == MOST_WAITING


def test_the_backlog_tells_how_much_waits_and_since_when(inbox, store, raw, clock):
    assert (inbox.backlog().count, inbox.backlog().oldest_at) == (0, None)
    store(raw("a"))
    clock.now += 5
    store(raw("b"))
    assert (inbox.backlog().count, inbox.backlog().oldest_at) == (2, clock.now - 5)


def test_two_threads_never_hold_the_same_event(inbox, store, raw):
    store(*(raw(f"e{n}", user=f"U{n}") for n in range(40)))
    with ThreadPoolExecutor(8) as pool:
        claimed = [one for one in pool.map(lambda _: inbox.claim(), range(80)) if one]
    assert sorted(map(name, claimed)) == sorted(f"e{n}" for n in range(40))


EXAMPLES = count()
STEPS = st.one_of(
    st.tuples(st.just("store"), st.integers(0, 11)),
    st.tuples(st.just("again"), st.integers(0, 11)),
    st.tuples(st.just("claim"), st.just(0)),
    st.tuples(st.sampled_from(["done", "keep", "die"]), st.integers(0, 3)),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEPS, max_size=60))
def test_whatever_happens_each_event_is_handled_once_and_in_order(state, clock, raw, steps):
    """Three chats, twelve events, in any order, with repeats and dying holders."""
    salt = next(EXAMPLES)  # all examples share one database
    inbox = Inbox(state, Pseudonyms(str(salt)), clock=clock)
    known, held, handled = set(), [], []

    def event(number):
        label = f"{salt}-{number:02}"
        return raw(label, user=f"U{number % 3}", timestamp=number)

    for verb, number in steps:
        if verb in {"store", "again"}:
            repeat = {"deliveryContext": {"isRedelivery": verb == "again"}}
            inbox.store(stored_events([event(number) | repeat]))
            known.add(f"{salt}-{number:02}")
        elif verb == "claim":
            held.extend(filter(None, [inbox.claim()]))
        elif held and verb == "die":
            held.clear()
            clock.now += CLAIM_S + 1
        elif held:
            claimed = held.pop(number % len(held))
            getattr(inbox, verb)(claimed)
            handled.append(name(claimed))
        chats = [claimed.chat_key for claimed in held]
        assert len(chats) == len(set(chats))
    clock.now += CLAIM_S + 1
    while claimed := inbox.claim():
        inbox.done(claimed)
        handled.append(name(claimed))
    assert sorted(handled) == sorted(known)
