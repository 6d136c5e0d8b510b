"""Faults strike the calls they were meant for, as often as was asked, and alike under one seed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.faults.fault import Fault, FaultKind, InvalidFaultError
from bot.simulator.faults.plan import FaultPlan


def fault(**wanted):
    return Fault(**{"kind": FaultKind.RESET, **wanted})


def plan(*faults, seed=0):
    made = FaultPlan(seed)
    for one in faults:
        made.add(one)
    return made


def drawn(made, calls, endpoint="reply"):
    return [made.draw(endpoint) is not None for _ in range(calls)]


def test_without_faults_nothing_strikes():
    assert drawn(plan(), 3) == [False] * 3


def test_the_next_calls_are_struck_and_no_more():
    assert drawn(plan(fault(calls=2)), 4) == [True, True, False, False]


def test_a_fault_keeps_to_its_endpoint():
    made = plan(fault(endpoint="push", calls=1))
    assert [made.draw("reply"), made.draw("push")] == [None, fault(endpoint="push", calls=1)]


def test_a_spent_fault_lets_the_next_one_strike():
    made = plan(fault(calls=1), fault(kind=FaultKind.SLOW))
    kinds = [made.draw("reply").kind for _ in range(3)]
    assert kinds == [FaultKind.RESET, FaultKind.SLOW, FaultKind.SLOW]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 1.0])
def test_a_share_of_calls_is_struck(share):
    struck = Counter(drawn(plan(fault(share=share)), 5000))[True]
    assert struck == pytest.approx(5000 * share, abs=120)


@given(st.integers(), st.floats(0, 1))
def test_the_same_seed_strikes_the_same_calls(seed, share):
    first, second = plan(fault(share=share), seed=seed), plan(fault(share=share), seed=seed)
    assert drawn(first, 50) == drawn(second, 50)


def test_what_was_struck_is_counted_until_all_is_switched_off():
    made = plan(fault(calls=5))
    drawn(made, 3)
    (standing,) = made.standing()
    assert standing.struck == 3
    made.clear()
    assert made.standing() == ()
    assert drawn(made, 1) == [False]


@pytest.mark.parametrize(
    "wanted",
    [
        {"share": -0.1},
        {"share": 1.1},
        {"share": float("nan")},
        {"calls": 0},
        {"seconds": -1},
        {"seconds": 1e9},
        {"status": 404},
        {"status": 600},
    ],
)
def test_a_fault_that_cannot_be_is_refused(wanted):
    with pytest.raises(InvalidFaultError):
        fault(**wanted)
