"""Eligibility: which offerings may be offered at all, before anything is ranked.

An offering must be open on the day and meet every stated constraint. What a source does not say
does not exclude: a counsellor would show it and say that it is to be asked.
"""

from collections.abc import Callable
from datetime import date

from data.municipalities import MUNICIPALITIES
from data.program import Offering, Program
from data.vocabulary import Mode, Status
from recommender.constraints import Constraints

OPEN = frozenset({Status.OPEN, Status.NOT_YET_OPEN, Status.ANY_TIME, Status.UNKNOWN})
NO_TRAVEL = frozenset(
    {Mode.LIVE_ONLINE, Mode.ON_DEMAND, Mode.HYBRID, Mode.CORRESPONDENCE, Mode.VISITING}
)
NEARBY_KM = 25.0  # town hall to town hall; about half an hour by car

Check = Callable[[Program, Offering, Constraints], bool]


def is_open(offering: Offering, today: date) -> bool:
    """Tell whether one can still apply, or will be able to, on `today`."""
    if offering.status not in OPEN:
        return False
    if offering.deadline:
        return offering.deadline >= today
    last_day = offering.end_date or offering.start_date
    return offering.status is Status.ANY_TIME or last_day is None or last_day >= today


def eligible_offerings(
    program: Program, constraints: Constraints, today: date
) -> tuple[Offering, ...]:
    """Return the program's offerings that are open and meet every constraint, soonest first."""
    fitting = (
        offering
        for offering in program.offerings
        if is_open(offering, today) and meets(program, offering, constraints)
    )
    return tuple(sorted(fitting, key=_soonest))


def meets(program: Program, offering: Offering, constraints: Constraints) -> bool:
    """Tell whether an offering meets every stated constraint."""
    return all(check(program, offering, constraints) for check in CHECKS)


def _soonest(offering: Offering) -> date:
    return offering.start_date or date.max


def _place(_program: Program, offering: Offering, stated: Constraints) -> bool:
    town = MUNICIPALITIES.get(offering.municipality)
    if offering.mode in NO_TRAVEL or town is None:
        return True
    if stated.municipality:
        return town.distance_km(MUNICIPALITIES[stated.municipality]) <= NEARBY_KM
    return stated.area is None or town.area is stated.area


def _mode(_program: Program, offering: Offering, stated: Constraints) -> bool:
    if offering.mode is Mode.UNKNOWN:
        return True
    wanted = not stated.mode or offering.mode in stated.mode
    return wanted and offering.mode not in stated.not_mode


def _time_bands(_program: Program, offering: Offering, stated: Constraints) -> bool:
    bands = set(offering.time_bands)
    if not bands:
        return True
    wanted = not stated.time_bands or not bands.isdisjoint(stated.time_bands)
    return wanted and not bands <= set(stated.not_time_bands)


def _fee(_program: Program, offering: Offering, stated: Constraints) -> bool:
    return _at_most(offering.fee_yen, stated.max_fee_yen)


def _hours(_program: Program, offering: Offering, stated: Constraints) -> bool:
    return _at_most(offering.total_hours, stated.max_hours)


def _days(_program: Program, offering: Offering, stated: Constraints) -> bool:
    if offering.start_date is None or offering.end_date is None:
        return True
    return _at_most((offering.end_date - offering.start_date).days + 1, stated.max_days)


def _dates(_program: Program, offering: Offering, stated: Constraints) -> bool:
    start, end = offering.start_date, offering.end_date
    return (
        (start is None or stated.start_from is None or start >= stated.start_from)
        and (start is None or stated.start_until is None or start <= stated.start_until)
        and (end is None or stated.finish_until is None or end <= stated.finish_until)
    )


def _subsidy(program: Program, _offering: Offering, stated: Constraints) -> bool:
    return stated.subsidy is None or bool(program.subsidies)


def _at_most(value: float | None, limit: float | None) -> bool:
    return value is None or limit is None or value <= limit


CHECKS: tuple[Check, ...] = (_place, _mode, _time_bands, _fee, _hours, _days, _dates, _subsidy)
