"""Labelled fit: how far a program meets the conditions that a reader saw in a request.

This is the yardstick, so it is kept apart from `recommender.eligibility`, which it measures: a
change there must show in the figures instead of moving what they are measured by. It looks at
what the judgments look at (place, mode, time, fee, hours, dates, benefit), not at each condition
that the recommender can read. What a source does not say passes.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from data.municipalities import MUNICIPALITIES
from data.program import Offering, Program
from data.vocabulary import Mode, Status
from recommender.constraints import Constraints

OPEN: Final = frozenset({Status.OPEN, Status.NOT_YET_OPEN, Status.ANY_TIME, Status.UNKNOWN})
NO_TRAVEL: Final = frozenset(
    {Mode.LIVE_ONLINE, Mode.ON_DEMAND, Mode.HYBRID, Mode.CORRESPONDENCE, Mode.VISITING}
)
NEARBY_KM: Final = 25.0  # town hall to town hall
NEARBY_SHARE: Final = 0.5  # what a program in a neighbouring town is worth

Check = Callable[[Program, Offering, Constraints], bool]


def share(program: Program, stated: Constraints, today: date) -> float:
    """Return what a program is worth: 1, less in a neighbouring town, 0 if it does not fit."""
    return max(
        (_offering_share(program, one, stated) for one in open_now(program, today)), default=0
    )


def open_now(program: Program, today: date) -> list[Offering]:
    """Return the offerings that are not closed and whose deadline has not passed."""
    return [
        one
        for one in program.offerings
        if one.status in OPEN and (one.deadline is None or one.deadline >= today)
    ]


def is_refused_mode(offering: Offering, stated: Constraints) -> bool:
    """Tell whether it is taught in a refused way; a hybrid one leaves the other way open."""
    return offering.mode in stated.not_mode and offering.mode is not Mode.HYBRID


def is_refused_time(offering: Offering, stated: Constraints) -> bool:
    """Tell whether it meets at refused times only."""
    bands = set(offering.time_bands)
    return bool(bands) and bands <= set(stated.not_time_bands)


def _offering_share(program: Program, offering: Offering, stated: Constraints) -> float:
    fits = all(check(program, offering, stated) for check in CHECKS)
    return _place_share(offering, stated) if fits else 0.0


def _place_share(offering: Offering, stated: Constraints) -> float:
    town = MUNICIPALITIES.get(offering.municipality)
    if town is None or offering.mode in NO_TRAVEL:
        return 1.0
    if stated.area not in {None, town.area}:
        return 0.0
    if stated.municipality in {None, town.name}:
        return 1.0
    wanted = MUNICIPALITIES.get(stated.municipality or "")
    near = wanted is not None and town.distance_km(wanted) <= NEARBY_KM
    return NEARBY_SHARE if near else 0.0


def _mode(_program: Program, offering: Offering, stated: Constraints) -> bool:
    asked = not stated.mode or offering.mode in {*stated.mode, Mode.UNKNOWN}
    return asked and not is_refused_mode(offering, stated)


def _time(_program: Program, offering: Offering, stated: Constraints) -> bool:
    bands = offering.time_bands
    asked = not bands or not stated.time_bands or not set(bands).isdisjoint(stated.time_bands)
    return asked and not is_refused_time(offering, stated)


def _fee(_program: Program, offering: Offering, stated: Constraints) -> bool:
    return _at_most(offering.fee_yen, stated.max_fee_yen)


def _hours(_program: Program, offering: Offering, stated: Constraints) -> bool:
    return _at_most(offering.total_hours, stated.max_hours)


def _dates(_program: Program, offering: Offering, stated: Constraints) -> bool:
    start, end = offering.start_date, offering.end_date
    return (
        (start is None or stated.start_from is None or start >= stated.start_from)
        and (start is None or stated.start_until is None or start <= stated.start_until)
        and (end is None or stated.finish_until is None or end <= stated.finish_until)
    )


def _benefit(program: Program, _offering: Offering, stated: Constraints) -> bool:
    return stated.subsidy is None or bool(program.subsidies)


def _at_most(value: float | None, limit: float | None) -> bool:
    return value is None or limit is None or value <= limit


CHECKS: Final[tuple[Check, ...]] = (_mode, _time, _fee, _hours, _dates, _benefit)
