import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.ranking.merging import WHOLE, merged
from recommender.ranking.ranker import Suitable
from recommender.request import DEFAULT_LIMIT
from recommender.understanding.needs import MOST_NEEDS


def suitable(**by_place):
    """Programs by their position, `p3=0.5`, in the order given."""
    return [
        Suitable(position=int(place[1:]), probability=likely) for place, likely in by_place.items()
    ]


def best_first(found):
    ordered = sorted(found.items(), key=lambda one: -one[1])
    return [Suitable(position=place, probability=likely) for place, likely in ordered]


def positions(found):
    return [one.position for one in found]


LISTS = st.dictionaries(st.integers(0, 30), st.floats(0, 1), max_size=15).map(best_first)
NEEDS = st.lists(LISTS, min_size=2, max_size=MOST_NEEDS)


@given(LISTS)
def test_a_single_need_keeps_its_order_and_its_probabilities(whole):
    assert merged(whole, ()) == whole


@given(LISTS, NEEDS)
def test_every_program_stands_exactly_once(whole, needs):
    found = positions(merged(whole, needs))
    assert sorted(found) == sorted({one.position for each in (whole, *needs) for one in each})


@given(LISTS, NEEDS)
def test_the_best_of_every_need_is_among_the_first_cards(whole, needs):
    first = positions(merged(whole, needs))[:DEFAULT_LIMIT]
    assert {need[0].position for need in needs if need} <= set(first)


@given(LISTS, NEEDS)
def test_apart_from_the_bests_of_the_needs_what_suits_most_stands_first(whole, needs):
    bests = {need[0].position for need in needs if need}
    others = [one.probability for one in merged(whole, needs) if one.position not in bests]
    assert others == sorted(others, reverse=True)


@given(LISTS, NEEDS)
def test_a_probability_stays_one(whole, needs):
    assert all(0 <= one.probability <= 1 for one in merged(whole, needs))


def test_the_whole_request_counts_more_than_a_single_need_and_the_best_need_counts():
    whole = suitable(p1=0.8)
    first, second = suitable(p1=0.2, p2=0.9), suitable(p1=0.6)
    blended = {one.position: one.probability for one in merged(whole, [first, second])}
    expected = {1: WHOLE * 0.8 + (1 - WHOLE) * 0.6, 2: (1 - WHOLE) * 0.9}
    assert blended == pytest.approx(expected)
    assert WHOLE > 0.5


def test_a_need_that_nothing_else_cares_for_still_gets_its_card():
    whole = suitable(p1=0.9, p2=0.8, p3=0.8, p4=0.8, p5=0.8, p6=0.8)
    rare = suitable(p9=0.1)
    assert positions(merged(whole, [whole, rare])) == [1, 2, 3, 9, 4, 5, 6]


def test_a_need_without_any_program_takes_no_card():
    whole = suitable(p1=0.9, p2=0.8)
    assert positions(merged(whole, [suitable(p1=0.9), []])) == [1, 2]


def test_nothing_suits_nothing():
    assert merged([], [[], []]) == []
