import numpy as np
import pytest

from data.municipalities import MUNICIPALITIES, Area
from recommender.eligibility.distances import (
    AREA_OF_TOWN,
    AREAS,
    DISTANCES_KM,
    NO_AREA,
    UNKNOWN_TOWN,
    town_number,
)


@pytest.mark.parametrize(("one", "other"), [("山形市", "天童市"), ("酒田市", "小国町")])
def test_the_array_holds_the_distance_between_two_towns(one, other):
    expected = MUNICIPALITIES[one].distance_km(MUNICIPALITIES[other])
    assert DISTANCES_KM[town_number(one), town_number(other)] == pytest.approx(expected, rel=1e-5)


def test_no_distance_to_an_unknown_town_is_known():
    assert town_number("") == UNKNOWN_TOWN
    assert np.isnan(DISTANCES_KM[UNKNOWN_TOWN]).all()
    assert np.isnan(DISTANCES_KM[:, UNKNOWN_TOWN]).all()


def test_a_town_lies_in_its_area_and_the_unknown_one_in_none():
    assert AREA_OF_TOWN[town_number("鶴岡市")] == AREAS[Area.SHONAI]
    assert AREA_OF_TOWN[UNKNOWN_TOWN] == NO_AREA
