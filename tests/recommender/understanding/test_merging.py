from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import TimeBand
from recommender.constraints import Constraints
from recommender.understanding.mention import Mention
from recommender.understanding.merging import merged


def stated(name, *values):
    """Return mentions of one field, one after the other."""
    return [Mention(start=n, end=n + 1, name=name, value=value) for n, value in enumerate(values)]


def test_nothing_stated_is_no_constraint():
    assert Constraints() == merged([])


@pytest.mark.parametrize(
    ("name", "values", "stricter"),
    [
        ("max_fee_yen", (10_000, 5_000), 5_000),
        ("max_hours", (20, 30), 20),
        ("max_days", (3, 1), 1),
        ("start_from", (date(2026, 12, 1), date(2027, 1, 1)), date(2027, 1, 1)),
        ("start_until", (date(2027, 4, 1), date(2027, 3, 1)), date(2027, 3, 1)),
        ("finish_until", (date(2027, 4, 1), date(2027, 3, 1)), date(2027, 3, 1)),
        ("weekday_end_by", (time(15), time(14, 30)), time(14, 30)),
    ],
)
def test_of_two_limits_the_stricter_holds(name, values, stricter):
    assert stricter == getattr(merged(stated(name, *values)), name)


def test_of_two_places_the_first_holds():
    assert merged(stated("municipality", "米沢市", "鶴岡市")).municipality == "米沢市"


def test_lists_gather_everything_once():
    bands = stated("time_bands", (TimeBand.SATURDAY,), (TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY))
    assert merged(bands).time_bands == (TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY)


def test_the_order_of_finding_does_not_matter_only_that_of_writing():
    mentions = stated("municipality", "米沢市", "鶴岡市")
    assert merged(mentions) == merged(reversed(mentions))


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=6))
def test_a_fee_is_never_above_any_that_was_stated(fees):
    assert min(fees) == merged(stated("max_fee_yen", *fees)).max_fee_yen
