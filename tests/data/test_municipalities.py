from collections import Counter

import pytest

from data.municipalities import MUNICIPALITIES, Area


def test_the_prefecture_has_35_municipalities_in_four_areas():
    areas = Counter(town.area for town in MUNICIPALITIES.values())
    assert areas == {Area.MURAYAMA: 14, Area.MOGAMI: 8, Area.OKITAMA: 8, Area.SHONAI: 5}


def test_distance_is_symmetric_and_that_of_the_map():
    yamagata, tendo = MUNICIPALITIES["山形市"], MUNICIPALITIES["天童市"]
    assert yamagata.distance_km(tendo) == pytest.approx(tendo.distance_km(yamagata))
    assert yamagata.distance_km(tendo) == pytest.approx(12.3, abs=0.5)
    assert yamagata.distance_km(yamagata) == 0
