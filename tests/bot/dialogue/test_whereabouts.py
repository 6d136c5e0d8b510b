"""From a point on the map to a town."""

import math

import pytest

from bot.dialogue.whereabouts import nearest_town
from bot.line.events import Place
from data.municipalities import MUNICIPALITIES


@pytest.mark.parametrize("town", MUNICIPALITIES.values(), ids=lambda town: town.name)
def test_at_its_town_hall_one_is_in_the_town(town):
    place = Place(latitude=town.latitude, longitude=town.longitude)
    assert nearest_town(place) == town.name


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(38.268, 140.869), (35.68, 139.77), (0.0, 0.0), (math.nan, 140.0), (38.0, math.inf)],
    ids=["Sendai", "Tokyo", "the Gulf of Guinea", "no number", "endless"],
)
def test_outside_the_prefecture_there_is_no_town(latitude, longitude):
    assert nearest_town(Place(latitude=latitude, longitude=longitude)) is None
