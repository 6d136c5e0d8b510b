"""Rules: which offerings a stated condition excludes; True excludes.

What a source does not say excludes nothing: a counsellor shows such an offering and says that it
is to be asked. Nor do wishes of which a catalog knows too little, which are left to preferences.py:
a level, a qualification by its name, an audience (the people whom a program has in mind are not
the only ones that it takes).
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.municipalities import Area
from data.vocabulary import Certificate, Mode, Status, Subsidy, TimeBand
from recommender.constraints import Constraints
from recommender.eligibility.columns import Columns, Numbers, bits, code
from recommender.eligibility.distances import (
    AREA_OF_TOWN,
    AREAS,
    DISTANCES_KM,
    NO_AREA,
    town_number,
)

Mask = NDArray[np.bool_]

# 不明 is open until its dates are over: most municipal lists have no column for it at all.
OPEN = frozenset({Status.OPEN, Status.NOT_YET_OPEN, Status.ANY_TIME, Status.UNKNOWN})
NO_TRAVEL = frozenset(
    {Mode.LIVE_ONLINE, Mode.ON_DEMAND, Mode.HYBRID, Mode.CORRESPONDENCE, Mode.VISITING}
)
NEARBY_KM = 25.0  # town hall to town hall; about half an hour by car

# A mode that is asked for → the modes that give it. Who asks for online means a class at home,
# live or recorded; a hybrid class can be taken either way.
GIVEN_BY: Mapping[Mode, frozenset[Mode]] = {
    Mode.LIVE_ONLINE: frozenset({Mode.LIVE_ONLINE, Mode.ON_DEMAND, Mode.HYBRID}),
    Mode.ONSITE: frozenset({Mode.ONSITE, Mode.HYBRID}),
}

# A certificate that is asked for → those that will do; any other word names a qualification,
# which is what the program is about, not the paper that it hands out.
CERTIFIED_BY: Mapping[str, frozenset[Certificate]] = {
    Certificate.COMPLETION: frozenset(Certificate) - {Certificate.NONE},
    **{
        one: frozenset({one, Certificate.UNKNOWN})
        for one in (
            Certificate.RECORD_OF_STUDY,
            Certificate.CREDIT,
            Certificate.QUALIFYING,
            Certificate.DIGITAL_BADGE,
        )
    },
}

# What somebody calls themselves → the ages that they may have; wide, to exclude only nonsense.
AGES_OF: Mapping[str, tuple[int, int]] = {"シニア": (55, 120), "学生": (15, 30)}
LARGEST = 2**24  # up to here float32 holds every whole number; nothing stated is larger and meant
MEN = frozenset({"男性", "男"})


def over(rows: Columns, today: date) -> Mask:
    """Tell which offerings one can no longer apply for; without a deadline the dates decide."""
    closed = ~_one_of(rows.status, OPEN)
    day = today.toordinal()
    past = (rows.deadline < day) | (np.isnan(rows.deadline) & (rows.last_day < day))
    return _true(closed | past)


def excluded(rows: Columns, constraints: Constraints) -> Mask:
    """Tell which offerings break a stated condition."""
    breaks = _refused_mode(rows, constraints.not_mode, asked=constraints.mode)
    for name, value in constraints.stated().items():
        if name in RULES:
            breaks |= RULES[name](rows, value)
    return breaks


def needs_travel(rows: Columns) -> Mask:
    """Tell which offerings one has to go to."""
    return ~_one_of(rows.mode, NO_TRAVEL)


def _municipality(rows: Columns, name: str) -> Mask:
    far = DISTANCES_KM[town_number(name)] > NEARBY_KM
    return _true(needs_travel(rows) & far[rows.town])


def _area(rows: Columns, area: Area) -> Mask:
    elsewhere = (AREAS[area] != AREA_OF_TOWN) & (AREA_OF_TOWN != NO_AREA)
    return _true(needs_travel(rows) & elsewhere[rows.town])


def _mode(rows: Columns, asked: tuple[Mode, ...]) -> Mask:
    return ~_one_of(rows.mode, _given_by(asked) | {Mode.UNKNOWN})


def _refused_mode(rows: Columns, refused: tuple[Mode, ...], *, asked: tuple[Mode, ...]) -> Mask:
    """Exclude a refused mode; hybrid stays, for its other way.

    Where a wish and a refusal meet, the narrower is meant: 「Zoomは苦手、録画なら」 keeps recorded
    classes, 「オンラインで、録画は嫌」 does not.
    """
    against, wanted = _given_by(refused), _given_by(asked)
    kept = wanted if wanted < against else set()
    return _one_of(rows.mode, against - kept - {Mode.HYBRID})


def _given_by(modes: tuple[Mode, ...]) -> set[Mode]:
    return {given for mode in modes for given in GIVEN_BY.get(mode, {mode})}


def _time_bands(rows: Columns, asked: tuple[TimeBand, ...]) -> Mask:
    return _true((rows.time_bands != 0) & (rows.time_bands & bits(asked) == 0))


def _not_time_bands(rows: Columns, refused: tuple[TimeBand, ...]) -> Mask:
    """Exclude what meets only then; a class that also meets at another time stays."""
    kept = bits(TimeBand) & ~bits(refused)
    return _true((rows.time_bands != 0) & (rows.time_bands & kept == 0))


def _weekday_end_by(rows: Columns, limit: time) -> Mask:
    return _true(rows.weekday_end > limit.hour * 60 + limit.minute)


def _subsidy(rows: Columns, word: str) -> Mask:
    """Exclude what lacks the named benefit, or any benefit where the word names none."""
    name = word.removesuffix("金")
    named = [kind for kind in Subsidy if name in kind or kind in word]
    return _true(rows.subsidies & bits(named or Subsidy) == 0)


def _certificate(rows: Columns, word: str) -> Mask:
    return ~_one_of(rows.certificate, CERTIFIED_BY.get(word, frozenset(Certificate)))


def _audience(rows: Columns, words: tuple[str, ...]) -> Mask:
    """Exclude only what contradicts: too old, too young, a man among women."""
    breaks = np.zeros(len(rows), np.bool_)
    for word in words:
        if word in AGES_OF:
            youngest, oldest = AGES_OF[word]
            breaks |= (rows.oldest < youngest) | (rows.youngest > oldest)
        elif word in MEN:
            breaks |= rows.women_only > 0
    return breaks


def _headcount(rows: Columns, people: int) -> Mask:
    people = min(people, LARGEST)
    return _true((rows.capacity < people) | (rows.smallest_group > people))


def _more(numbers: Numbers, limit: float) -> Mask:
    return _true(numbers > min(limit, LARGEST))


def _one_of(codes: NDArray[np.uint8], values: frozenset[Any] | set[Any]) -> Mask:
    table = np.zeros(256, np.bool_)
    table[[code(value) for value in values]] = True
    return table[codes]


def _true(mask: NDArray[Any]) -> Mask:
    return mask.astype(np.bool_, copy=False)


RULES: Mapping[str, Callable[[Columns, Any], Mask]] = {
    "municipality": _municipality,
    "area": _area,
    "mode": _mode,
    "time_bands": _time_bands,
    "not_time_bands": _not_time_bands,
    "max_fee_yen": lambda rows, yen: _more(rows.fee, yen),
    "max_hours": lambda rows, hours: _more(rows.hours, hours),
    "max_days": lambda rows, days: _more(rows.days, days),
    "start_from": lambda rows, day: _true(rows.last_start < day.toordinal()),
    "start_until": lambda rows, day: _true(rows.first_start > day.toordinal()),
    "finish_until": lambda rows, day: _true(rows.first_end > day.toordinal()),
    "weekday_end_by": _weekday_end_by,
    "subsidy": _subsidy,
    "certificate": _certificate,
    "audience": _audience,
    "childcare": lambda rows, _needed: _true(rows.childcare == 0),
    "headcount": _headcount,
}
