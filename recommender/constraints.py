"""Constraints: the conditions on an offering that a request states or clearly implies.

Names and values are those of the answer's JSON. Only what was stated is set; everything else is
None, an empty tuple or False.
"""

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from data.municipalities import Area
from data.vocabulary import Mode, TimeBand


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What an offering must be; fees in yen, lengths in hours or days, dates inclusive."""

    municipality: str | None = None
    area: Area | None = None
    mode: tuple[Mode, ...] = ()
    not_mode: tuple[Mode, ...] = ()
    time_bands: tuple[TimeBand, ...] = ()
    not_time_bands: tuple[TimeBand, ...] = ()
    max_fee_yen: int | None = None
    max_hours: float | None = None
    max_days: int | None = None
    start_from: date | None = None
    start_until: date | None = None
    finish_until: date | None = None
    weekday_end_by: time | None = None
    subsidy: str | None = None
    certificate: str | None = None
    audience: tuple[str, ...] = ()
    childcare: bool = False
    headcount: int | None = None
    level: str | None = None

    def stated(self) -> dict[str, Any]:
        """Return the fields that are set, by name; a fee of 0 yen is."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: value
            for name, value in values.items()
            if value is not None and value is not False and value != ()
        }

    def to_json(self) -> dict[str, Any]:
        """Return what is stated in the shape of `manabi ask --json`."""
        return {name: _plain(value) for name, value in self.stated().items()}


def _plain(value: object) -> object:
    match value:
        case time():
            return value.isoformat("minutes")
        case date():
            return value.isoformat()
        case tuple():
            return [str(entry) for entry in value]
        case str():
            return str(value)
        case _:
            return value
