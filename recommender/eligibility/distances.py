"""Distances: how far every town lies from every other, and in which area, as arrays.

A town is a number here; UNKNOWN_TOWN stands for no town, whose distance is NaN.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.municipalities import MUNICIPALITIES, Area

TOWNS: Mapping[str, int] = {name: number for number, name in enumerate(MUNICIPALITIES)}
UNKNOWN_TOWN = len(TOWNS)
AREAS: Mapping[Area, int] = {area: number for number, area in enumerate(Area)}
NO_AREA = -1


def town_number(name: str) -> int:
    """Return the number of a town, UNKNOWN_TOWN for any other word."""
    return TOWNS.get(name, UNKNOWN_TOWN)


def _distances() -> NDArray[np.float32]:
    known = [
        [one.distance_km(other) for other in MUNICIPALITIES.values()]
        for one in MUNICIPALITIES.values()
    ]
    return np.pad(np.array(known, np.float32), (0, 1), constant_values=np.nan)


def _areas() -> NDArray[np.int8]:
    return np.array([*(AREAS[town.area] for town in MUNICIPALITIES.values()), NO_AREA], np.int8)


DISTANCES_KM = _distances()  # float32 (towns + 1, towns + 1)
AREA_OF_TOWN = _areas()  # int8 (towns + 1,), NO_AREA for the unknown town
