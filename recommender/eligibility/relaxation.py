"""Relaxation: what to loosen when nothing meets every condition, so that it can be said.

Refusals, and what a person cannot change (their age, a child to look after), are never loosened.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Any

from data.municipalities import MUNICIPALITIES
from data.vocabulary import Mode, TimeBand
from recommender.constraints import Constraints

MONTH = 31  # days

AT_HOME = (Mode.LIVE_ONLINE, Mode.ON_DEMAND, Mode.HYBRID, Mode.CORRESPONDENCE)
OFF_WORK = (TimeBand.WEEKDAY_EVENING, TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY)
ANY_BENEFIT = "any"

NEVER_LOOSENED = frozenset({"not_mode", "not_time_bands", "audience", "childcare", "level"})

Change = Mapping[str, Any]  # fields → their new values; empty where a step has nothing to do


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosened:
    """Conditions that ask for less, and the names of those that were loosened."""

    constraints: Constraints
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One way to loosen one condition: its value, all conditions → what changes."""

    name: str
    change: Callable[[Any, Constraints], Change]


def relaxed(constraints: Constraints, enough: Callable[[Constraints], bool]) -> Loosened | None:
    """Return the smallest loosening with which there is enough; None if there is none.

    `enough` is asked up to some dozens of times: let it look at what is relevant anyway
    (`OfferingTable.among`), not search anew.
    """
    smallest = next((one for one in loosenings(constraints) if enough(one.constraints)), None)
    if smallest or not enough(firmest(constraints)):
        return smallest
    return _kept_what_can_be(constraints, enough)


def loosenings(constraints: Constraints) -> Iterator[Loosened]:
    """Yield looser conditions: one condition loosened before two, smallest change first."""
    steps = [(step.name, change) for step, change in _applicable(constraints)]
    for step in steps:
        yield _loosened(constraints, dict([step]))
    pairs = combinations(range(len(steps)), 2)
    for first, second in sorted(pairs, key=lambda pair: (sum(pair), pair)):
        if steps[first][0] != steps[second][0]:
            yield _loosened(constraints, dict([steps[first], steps[second]]))


def firmest(constraints: Constraints) -> Constraints:
    """Return only what is never loosened."""
    kept = {name: value for name, value in constraints.stated().items() if name in NEVER_LOOSENED}
    return Constraints(**kept)


def _kept_what_can_be(constraints: Constraints, enough: Callable[[Constraints], bool]) -> Loosened:
    """Loosen all that can be, then take back as much as one can, what is dearest first."""
    options = _options(constraints)
    chosen = {name: changes[-1] for name, changes in options.items()}
    for name in reversed(options):
        for change in ({}, *options[name]):
            tried = chosen | {name: change}
            if enough(_loosened(constraints, tried).constraints):
                chosen = tried
                break
    return _loosened(constraints, chosen)


def _options(constraints: Constraints) -> dict[str, list[Change]]:
    """Return by condition how it can be loosened, smallest change first; dearest condition last."""
    changes = list(_applicable(constraints))
    last = {step.name: rank for rank, (step, _) in enumerate(changes)}
    return {
        name: [change for step, change in changes if step.name == name]
        for name in sorted(last, key=last.__getitem__)
    }


def _applicable(constraints: Constraints) -> Iterator[tuple[Step, Change]]:
    values = constraints.stated()
    for step in STEPS:
        if step.name in values and (change := step.change(values[step.name], constraints)):
            yield step, change


def _loosened(constraints: Constraints, changes: Mapping[str, Change]) -> Loosened:
    names = tuple(name for name in _ORDER if changes.get(name))
    merged = {field: value for name in names for field, value in changes[name].items()}
    return Loosened(constraints=replace(constraints, **merged), names=names)


def _dropped(name: str, empty: object = None) -> Step:
    return Step(name, lambda _value, _all: {name: empty})


def _changed(name: str, new: Callable[[Any], object]) -> Step:
    """Return a step to a wider value; it has nothing to do where that changes nothing."""
    return Step(name, lambda value, _all: {} if (wider := new(value)) == value else {name: wider})


def _to_area(town: str, constraints: Constraints) -> Change:
    area = constraints.area or MUNICIPALITIES[town].area
    return {"municipality": None, "area": area}


def _within(kindred: tuple[Any, ...]) -> Callable[[tuple[Any, ...]], object]:
    """Return what widens some values to all that are of their kind."""
    return lambda values: kindred if set(values) < set(kindred) else values


def _longer(length: float) -> float:
    """Return three tenths more, at least one day or hour."""
    return length + max(1, length * 3 // 10)


def _shifted(days: int) -> Callable[[date], date]:
    """Return what moves a day; the calendar has an end in either direction."""
    last = date.max.toordinal()
    return lambda day: date.fromordinal(min(max(day.toordinal() + days, 1), last))


# In the order in which a counsellor would give them up. First, small changes that one would ask
# about on the telephone: the paper at the end, a month more, a little longer or dearer, another
# evening, a town further in the same area. Then conditions as a whole: dates before lengths, as
# courses come again; what others pay before where and when, which decide whether somebody can
# come at all; money that a person does not have, and a way of learning they cannot follow, last.
STEPS: tuple[Step, ...] = (
    _dropped("certificate"),
    _changed("start_until", _shifted(MONTH)),
    _changed("finish_until", _shifted(MONTH)),
    _changed("max_days", _longer),
    _changed("max_hours", _longer),
    _changed("max_fee_yen", lambda yen: yen * 13 // 10),
    _changed("subsidy", lambda _word: ANY_BENEFIT),
    _changed("time_bands", _within(OFF_WORK)),
    Step("municipality", _to_area),
    _changed("mode", _within(AT_HOME)),
    _changed("start_from", _shifted(-MONTH)),
    _dropped("start_until"),
    _dropped("finish_until"),
    _dropped("start_from"),
    _dropped("max_hours"),
    _dropped("max_days"),
    _dropped("headcount"),
    _dropped("subsidy"),
    _dropped("municipality"),
    _dropped("area"),
    _dropped("weekday_end_by"),
    _dropped("time_bands", ()),
    _dropped("max_fee_yen"),
    _dropped("mode", ()),
)
_ORDER = tuple(dict.fromkeys(step.name for step in STEPS))
