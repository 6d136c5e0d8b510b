from dataclasses import fields
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.municipalities import Area
from data.vocabulary import Mode, TimeBand
from recommender.constraints import Constraints
from recommender.eligibility.relaxation import (
    NEVER_LOOSENED,
    STEPS,
    firmest,
    loosenings,
    relaxed,
)

SATURDAY, EVENING = TimeBand.SATURDAY, TimeBand.WEEKDAY_EVENING
FULL = {
    "municipality": "鶴岡市",
    "area": Area.SHONAI,
    "mode": (Mode.ON_DEMAND,),
    "not_mode": (Mode.CORRESPONDENCE,),
    "time_bands": (SATURDAY,),
    "not_time_bands": (EVENING,),
    "max_fee_yen": 5_000,
    "max_hours": 10.0,
    "max_days": 2,
    "start_from": date(2027, 1, 1),
    "start_until": date(2027, 2, 1),
    "finish_until": date(9999, 12, 31),
    "weekday_end_by": time(15),
    "subsidy": "any",
    "certificate": "修了証",
    "audience": ("シニア",),
    "childcare": True,
    "headcount": 3,
    "level": "初心者",
}
some_of_them = st.sets(st.sampled_from(sorted(FULL))).map(
    lambda names: Constraints(**{name: FULL[name] for name in names})
)


def changed(before, after):
    names = (field.name for field in fields(Constraints))
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def steps_of(name, value):
    stated = Constraints(**{name: value})
    return [getattr(one.constraints, name) for one in loosenings(stated) if one.names == (name,)]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("max_fee_yen", 5_000, [6_500, None]),
        ("max_fee_yen", 0, [None]),
        ("max_days", 1, [2, None]),
        ("max_hours", 30, [39, None]),
        ("start_until", date(2027, 1, 1), [date(2027, 2, 1), None]),
        ("finish_until", date(9999, 12, 31), [None]),
        ("subsidy", "教育訓練給付", ["any", None]),
        ("subsidy", "any", [None]),
        (
            "time_bands",
            (SATURDAY,),
            [(EVENING, SATURDAY, TimeBand.SUNDAY_HOLIDAY), ()],
        ),
        ("time_bands", (TimeBand.WEEKDAY_DAY,), [()]),
        ("mode", (Mode.ONSITE,), [()]),
        ("certificate", "履修証明", [None]),
        ("not_time_bands", (EVENING,), []),
        ("childcare", True, []),
    ],
)
def test_a_condition_is_loosened_a_little_before_it_is_given_up(name, value, expected):
    assert steps_of(name, value) == expected


def test_a_town_becomes_its_area_before_the_whole_prefecture():
    found = [one.constraints.area for one in loosenings(Constraints(municipality="鶴岡市"))]
    assert found == [Area.SHONAI, None]


def test_one_condition_is_loosened_before_two():
    stated = Constraints(max_fee_yen=1_000, time_bands=(SATURDAY,), start_until=date(2027, 1, 1))
    counts = [len(one.names) for one in loosenings(stated)]
    assert counts == sorted(counts)
    assert {1, 2} == set(counts)


def test_a_month_more_comes_before_more_money_and_both_before_another_day_of_the_week():
    stated = Constraints(
        time_bands=(TimeBand.WEEKDAY_DAY,), max_fee_yen=1_000, start_until=date(2027, 1, 1)
    )
    first = [one.names for one in loosenings(stated)][:2]
    last = [one.names for one in loosenings(stated) if len(one.names) == 1][-2:]
    assert first == [("start_until",), ("max_fee_yen",)]
    assert last == [("time_bands",), ("max_fee_yen",)]


def test_every_condition_is_loosened_or_never():
    names = {field.name for field in fields(Constraints)}
    assert names == {step.name for step in STEPS} | NEVER_LOOSENED
    assert NEVER_LOOSENED.isdisjoint(step.name for step in STEPS)


@given(some_of_them)
def test_a_loosening_names_what_it_changes_and_keeps_refusals(stated):
    for one in loosenings(stated):
        assert one.names
        assert changed(stated, one.constraints) - {"area"} == set(one.names) - {"area"}
        assert NEVER_LOOSENED.isdisjoint(one.names)


@given(some_of_them)
def test_only_what_is_never_loosened_is_left_in_the_end(stated):
    assert changed(Constraints(), firmest(stated)) <= NEVER_LOOSENED
    assert changed(stated, firmest(stated)).isdisjoint(NEVER_LOOSENED)


def test_the_first_loosening_with_enough_is_taken():
    stated = Constraints(max_fee_yen=0, time_bands=(SATURDAY,))
    found = relaxed(stated, lambda tried: tried.max_fee_yen is None)
    assert found.names == ("max_fee_yen",)
    assert found.constraints == Constraints(time_bands=(SATURDAY,))


def test_where_two_are_not_enough_what_can_be_kept_is_kept():
    stated = Constraints(
        municipality="鶴岡市",
        time_bands=(SATURDAY,),
        max_fee_yen=0,
        headcount=3,
        start_until=date(2027, 1, 1),
    )

    def enough(tried):
        return not (tried.headcount or tried.time_bands or tried.start_until or tried.municipality)

    found = relaxed(stated, enough)
    assert set(found.names) == {"municipality", "time_bands", "headcount", "start_until"}
    assert found.constraints == Constraints(max_fee_yen=0, area=Area.SHONAI)


def test_nothing_is_loosened_where_no_loosening_helps():
    assert relaxed(Constraints(**FULL), lambda _tried: False) is None


def test_however_much_is_stated_it_is_asked_for_a_few_hundred_times_at_most():
    asked = []
    relaxed(Constraints(**FULL), lambda tried: asked.append(tried) or len(asked) > 1_000)
    assert len(asked) < 300
