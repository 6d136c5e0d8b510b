"""What happens to an answer, rung by rung."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.ladder import (
    ENDINGS,
    LONGEST_WAIT_S,
    TOKEN_LIFE_S,
    Situation,
    Step,
    next_step,
    wait_before,
)
from bot.line.delivery import Delivery

YOUNG, OLD = 3.0, TOKEN_LIFE_S + 1


@pytest.mark.parametrize(
    ("situation", "step"),
    [
        # nothing was tried yet
        ({"token_age": YOUNG}, Step.REPLY),
        ({"token_age": OLD}, Step.KEEP),
        ({"token_age": OLD, "may_push": True}, Step.PUSH),
        ({"token_age": YOUNG, "has_token": False}, Step.KEEP),
        # it was taken
        ({"token_age": YOUNG, "last": Delivery.ACCEPTED}, Step.SENT),
        ({"token_age": OLD, "last": Delivery.ACCEPTED}, Step.SENT),
        # it may go better: again while the token lives
        ({"token_age": YOUNG, "last": Delivery.UNREACHABLE}, Step.REPLY),
        ({"token_age": YOUNG, "last": Delivery.RATE_LIMITED}, Step.REPLY),
        ({"token_age": OLD, "last": Delivery.UNREACHABLE}, Step.KEEP),
        ({"token_age": OLD, "last": Delivery.RATE_LIMITED, "may_push": True}, Step.PUSH),
        # the token is dead before its time: used by a try of which we heard nothing, or not ours
        ({"token_age": YOUNG, "last": Delivery.TOKEN_DEAD, "may_be_taken": True}, Step.SENT),
        ({"token_age": YOUNG, "last": Delivery.TOKEN_DEAD}, Step.KEEP),
        ({"token_age": OLD, "last": Delivery.TOKEN_DEAD, "may_be_taken": True}, Step.KEEP),
        # another try with the same messages is of no use
        ({"token_age": YOUNG, "last": Delivery.INVALID}, Step.APOLOGISE),
        ({"token_age": YOUNG, "last": Delivery.INVALID, "step": Step.APOLOGISE}, Step.GIVE_UP),
        ({"token_age": YOUNG, "last": Delivery.UNAUTHORISED}, Step.KEEP),
        # pushing
        (
            {"token_age": OLD, "step": Step.PUSH, "last": Delivery.UNREACHABLE, "tries": 1},
            Step.PUSH,
        ),
        (
            {"token_age": OLD, "step": Step.PUSH, "last": Delivery.UNREACHABLE, "tries": 4},
            Step.KEEP,
        ),
        ({"token_age": OLD, "step": Step.PUSH, "last": Delivery.QUOTA_USED_UP}, Step.KEEP),
    ],
)
def test_each_situation_has_its_step(situation, step):
    assert next_step(Situation(**situation)) is step


@given(
    deliveries=st.lists(st.sampled_from(Delivery), min_size=60, max_size=60),
    may_push=st.booleans(),
)
def test_every_answer_comes_to_an_end(deliveries, may_push):
    age, situation = 0.0, Situation(token_age=0.0, may_push=may_push)
    for delivery in deliveries:
        step = next_step(situation)
        if step in ENDINGS:
            return
        age += wait_before(1, 0.5)
        tries = situation.tries + 1 if step is situation.step else 1
        situation = Situation(
            token_age=age * 10, may_push=may_push, step=step, tries=tries, last=delivery
        )
    raise AssertionError(situation)


@given(tries=st.integers(1, 50), jitter=st.floats(0, 1))
def test_waits_grow_and_stay_bearable(tries, jitter):
    assert 0 < wait_before(tries, jitter) <= 1.5 * LONGEST_WAIT_S
    assert wait_before(tries + 1, jitter) >= wait_before(tries, jitter)
