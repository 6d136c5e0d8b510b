"""Whereabouts: a point on the map → the municipality to search around."""

import math

from bot.line.events import Place
from data.municipalities import MUNICIPALITIES, Municipality

FARTHEST_KM = 35  # from the nearest town hall; what is farther lies well outside the prefecture


def nearest_town(place: Place) -> str | None:
    """Return the name of the nearest municipality, or None for a point far from all."""
    if not (math.isfinite(place.latitude) and math.isfinite(place.longitude)):
        return None
    here = _here(place)
    nearest = min(MUNICIPALITIES.values(), key=here.distance_km)
    return nearest.name if here.distance_km(nearest) <= FARTHEST_KM else None


def _here(place: Place) -> Municipality:
    """Return a point as a town that is on no list, to measure from."""
    any_town = next(iter(MUNICIPALITIES.values()))
    return Municipality(
        code="",
        name="",
        kana="",
        area=any_town.area,
        latitude=place.latitude,
        longitude=place.longitude,
    )
