"""Workers: every stored event is answered once, by whichever thread or process."""

import time

import pytest

from bot.answering.workers import LOOK_AGAIN_S
from bot.line.delivery import Delivery


def test_each_event_is_answered_once_with_its_own_token(desk, line_of, arrived, raw, until):
    line = line_of()
    workers = desk(line).workers
    workers.start()
    arrived(*(raw(f"e{n % 12}", user=f"U{n % 3}", timestamp=n) for n in range(24)))
    workers.wake()
    until(lambda: len(line.taken) == 12)
    time.sleep(LOOK_AGAIN_S)
    assert sorted(line.taken) == sorted((f"token-e{n}", [f"相談e{n}"]) for n in range(12))


def test_messages_of_one_chat_are_answered_in_their_order(desk, line_of, stored, raw, until):
    line = line_of()
    workers = desk(line).workers
    stored(*(raw(f"e{n}", timestamp=n) for n in reversed(range(8))))
    workers.start()
    until(lambda: len(line.taken) == 8)
    assert [token for token, _ in line.taken] == [f"token-e{n}" for n in range(8)]


def test_what_was_stored_before_the_start_is_found_without_a_wake(
    desk, line_of, stored, raw, until
):
    line = line_of()
    stored(raw("left"))
    desk(line).workers.start()
    until(lambda: line.taken == [("token-left", ["相談left"])])


def test_what_a_dead_process_held_is_taken_up_at_once(desk, line_of, inbox, stored, raw, until):
    stored(raw("held"))
    inbox.claim()
    line = line_of()
    desk(line).workers.start()
    until(lambda: line.taken == [("token-held", ["相談held"])])


@pytest.mark.parametrize("fault", [Delivery.INVALID, Delivery.TOKEN_DEAD, Delivery.UNAUTHORISED])
def test_an_answer_that_cannot_be_sent_does_not_stop_the_next_one(
    desk, line_of, stored, raw, until, fault
):
    line = line_of(fault)
    workers = desk(line, threads=1).workers
    stored(raw("a", user="U1", timestamp=1), raw("b", user="U2", timestamp=2))
    workers.start()
    until(lambda: ("token-b", ["相談b"]) in line.taken)


def test_stopping_hands_back_what_waits_for_a_better_moment(
    desk, line_of, inbox, stored, raw, until
):
    line = line_of(*[Delivery.UNREACHABLE] * 50)
    workers = desk(line).workers
    stored(raw("a"))
    workers.start()
    until(lambda: line.replies)
    workers.stop()
    assert inbox.claim().event.event_id == "a"


def test_a_started_stop_finishes_what_is_answered(desk, line_of, inbox, stored, raw):
    line = line_of()
    workers = desk(line).workers
    stored(*(raw(f"e{n}", user=f"U{n}", timestamp=n) for n in range(20)))
    workers.start()
    workers.stop()
    assert inbox.backlog().count == 20 - len(line.taken)
