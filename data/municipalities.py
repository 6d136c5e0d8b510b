"""The 35 municipalities of Yamagata prefecture, their four areas and where they lie.

Source: municipalities.csv, from the national code of local governments and the towns' own pages.
"""

import csv
import math
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

EARTH_DIAMETER_KM = 12_742.0


class Area(StrEnum):
    """The four areas; 村山, 最上 and 庄内 are also names of towns."""

    MURAYAMA = "村山"
    MOGAMI = "最上"
    OKITAMA = "置賜"
    SHONAI = "庄内"


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """One city, town or village; `code` has six digits with the check digit."""

    code: str
    name: str
    kana: str
    area: Area
    latitude: float
    longitude: float

    def distance_km(self, other: "Municipality") -> float:
        """Return the great-circle distance between the two town halls."""
        lat, other_lat = math.radians(self.latitude), math.radians(other.latitude)
        half_lat = (other_lat - lat) / 2
        half_lng = math.radians(other.longitude - self.longitude) / 2
        chord = math.sin(half_lat) ** 2
        chord += math.cos(lat) * math.cos(other_lat) * math.sin(half_lng) ** 2
        return EARTH_DIAMETER_KM * math.asin(math.sqrt(chord))


def _read_municipalities() -> dict[str, Municipality]:
    text = resources.files("data").joinpath("municipalities.csv").read_text("utf-8-sig")
    return {
        row["municipality"]: Municipality(
            code=row["lgcode6"],
            name=row["municipality"],
            kana=row["kana"],
            area=Area(row["area"]),
            latitude=float(row["lat"]),
            longitude=float(row["lng"]),
        )
        for row in csv.DictReader(text.splitlines())
    }


MUNICIPALITIES = _read_municipalities()
