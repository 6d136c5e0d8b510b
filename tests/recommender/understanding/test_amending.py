"""What is said later takes the place of what was said before."""

from datetime import date

import pytest

from data.municipalities import Area
from data.vocabulary import Mode, TimeBand
from recommender.constraints import Constraints
from recommender.request import Role
from recommender.understanding.amending import amended, without_conditions
from recommender.understanding.understood import Understood


def understood(topic="簿記", exclude=(), conditions=(), **constraints):
    return Understood(
        role=Role.LEARNER,
        topic=topic,
        needs=(topic,),
        exclude=exclude,
        conditions=conditions,
        constraints=Constraints(**constraints),
    )


@pytest.mark.parametrize(
    ("before", "later", "expected"),
    [
        ({"max_fee_yen": 5000}, {"max_fee_yen": 0}, {"max_fee_yen": 0}),
        (
            {"municipality": "山形市", "area": Area.MURAYAMA, "max_days": 2},
            {"municipality": "米沢市"},
            {"municipality": "米沢市", "max_days": 2},
        ),
        ({"municipality": "山形市"}, {"area": Area.OKITAMA}, {"area": Area.OKITAMA}),
        (
            {"not_time_bands": (TimeBand.WEEKDAY_EVENING, TimeBand.SATURDAY)},
            {"time_bands": (TimeBand.SATURDAY,)},
            {
                "time_bands": (TimeBand.SATURDAY,),
                "not_time_bands": (TimeBand.WEEKDAY_EVENING,),
            },
        ),
        (
            {"mode": (Mode.ON_DEMAND, Mode.ONSITE)},
            {"not_mode": (Mode.ON_DEMAND,)},
            {"mode": (Mode.ONSITE,), "not_mode": (Mode.ON_DEMAND,)},
        ),
        (
            {"start_until": date(2026, 12, 1)},
            {"start_from": date(2027, 1, 1)},
            {"start_from": date(2027, 1, 1)},
        ),
        (
            {"start_until": date(2026, 12, 31)},
            {"start_from": date(2026, 12, 5)},
            {"start_from": date(2026, 12, 5), "start_until": date(2026, 12, 31)},
        ),
    ],
)
def test_a_condition_said_later_takes_the_place_of_the_one_before(before, later, expected):
    result = amended(understood(**before), [understood(topic="", **later)])
    assert result.constraints == Constraints(**expected)


def test_the_topic_stays():
    assert amended(understood("簿記"), [understood("夜")]).topic == "簿記"


def test_a_topic_said_later_fills_a_missing_one():
    result = amended(understood("", max_fee_yen=0), [understood("介護")])
    assert (result.topic, result.needs) == ("介護", ("介護",))
    assert result.constraints == Constraints(max_fee_yen=0)


def test_refused_topics_add_up():
    result = amended(understood(exclude=("介護",)), [understood(exclude=("保育", "介護"))])
    assert result.exclude == ("介護", "保育")


def test_dropping_the_conditions_keeps_what_is_refused():
    before = understood(exclude=("介護",), conditions=("土日",), max_fee_yen=0)
    assert without_conditions(before) == understood(exclude=("介護",))
