"""Preferences: nearer, sooner, cheaper, with time left to apply; they break ties, never relevance.

Each part is 0 to 1 and unknown stands in the middle; what a person stated weighs most.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from data.vocabulary import Audience, Certificate, Mode, Status
from index.hits import Scores
from recommender.constraints import Constraints
from recommender.eligibility.columns import Columns, Numbers, bits, code
from recommender.eligibility.distances import DISTANCES_KM, town_number
from recommender.eligibility.participants import Level
from recommender.eligibility.rules import needs_travel

MIDDLE = 0.5
FAR_KM = 50.0  # an hour by car; from here on it is all the same
LONG_WAIT = 365.0  # days until it begins
TIME_TO_APPLY = 14.0  # days; more do not help
DEAR_YEN = 300_000.0

# A stated place weighs more than all the rest: a neighbouring town is worth half.
GENERAL, WISHED, PLACE = 1.0, 2.0, 4.0
LEVELS: Mapping[str, Level] = {
    "初心者": Level.BEGINNER,
    "中級": Level.ADVANCED,
    "上級": Level.ADVANCED,
}
CERTAIN: Mapping[Status, float] = {
    Status.OPEN: 1.0,
    Status.ANY_TIME: 1.0,
    Status.NOT_YET_OPEN: 0.75,
}

Part = tuple[float, Numbers]  # a weight, and what it weighs


def preferences(rows: Columns, constraints: Constraints, today: date) -> Scores:
    """Return how convenient each offering is, float32 (n,), 0 to 1."""
    parts = [
        (GENERAL, _soon(rows, today)),
        (GENERAL, _cheap(rows)),
        (GENERAL, _can_apply(rows, today)),
        *_stated(rows, constraints),
    ]
    weights = sum(weight for weight, _ in parts)
    score = np.zeros(len(rows), np.float32)
    for weight, part in parts:
        score += weight / weights * part
    return score


def _soon(rows: Columns, today: date) -> Numbers:
    """Return 1 for what begins now or may be begun at any time, 0 for a year from now."""
    wait = np.maximum(rows.first_start - today.toordinal(), 0.0)
    rolling = rows.status == code(Status.ANY_TIME)
    known = np.where(rolling & np.isnan(wait), 0.0, wait)
    return _nearly(known, LONG_WAIT)


def _cheap(rows: Columns) -> Numbers:
    """Return 1 for what costs nothing; by the order of magnitude, as people weigh money."""
    return _nearly(np.log1p(rows.fee), np.log1p(DEAR_YEN))


def _can_apply(rows: Columns, today: date) -> Numbers:
    """Return 1 where applications are open and there is time enough for one."""
    certain = _CERTAIN[rows.status]
    left = np.clip((rows.deadline - today.toordinal()) / TIME_TO_APPLY, 0.0, 1.0)
    return certain * np.where(np.isnan(left), 1.0, left)


def _stated(rows: Columns, constraints: Constraints) -> Iterator[Part]:
    """Yield what the person's own words add to it."""
    if constraints.municipality:
        yield PLACE, _near(rows, constraints)
    if constraints.certificate:
        without = rows.certificate == code(Certificate.NONE)
        yield WISHED, np.where(without, 0.0, 1.0)
    addressed = [word for word in constraints.audience if word in _AUDIENCES]
    if addressed:
        asked = bits(Audience(word) for word in addressed)
        yield WISHED, np.where(rows.audience & asked != 0, 1.0, 0.0)
    if constraints.childcare:
        yield WISHED, _or_middle(rows.childcare)
    if constraints.level and (level := LEVELS.get(constraints.level)) is not None:
        yield WISHED, _or_middle(1.0 - np.abs(rows.level - np.float32(level)))


def _near(rows: Columns, constraints: Constraints) -> Numbers:
    """Return 1 in the stated town and at home, 0 an hour away.

    Who asks for a class in person would go to the place of a hybrid one.
    """
    distance = DISTANCES_KM[town_number(constraints.municipality or "")][rows.town]
    in_person = Mode.ONSITE in constraints.mode and Mode.LIVE_ONLINE not in constraints.mode
    goes = needs_travel(rows)
    if in_person:
        goes |= rows.mode == code(Mode.HYBRID)
    return np.where(goes, _nearly(distance, FAR_KM), 1.0)


def _nearly(values: Numbers, far: float) -> Numbers:
    """Return 1 for 0, 0 from `far` on, and the middle for what nobody knows."""
    return _or_middle(1.0 - np.minimum(values / far, 1.0))


def _or_middle(values: Numbers) -> Numbers:
    return np.where(np.isnan(values), MIDDLE, values)


_AUDIENCES = frozenset(Audience)
_CERTAIN = np.array([CERTAIN.get(status, MIDDLE) for status in Status], np.float32)
