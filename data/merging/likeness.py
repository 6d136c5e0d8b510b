"""Likeness: how sure two listings from different sources are the same program.

Each kind of evidence adds or takes away points; the weights are in one table and were chosen on the
open set's duplicates and look-alikes (docs/decisions.md).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from data.merging.marks import plain
from data.program import Program
from data.text import match_form

SAME = 5.0  # points from which two listings count as one program
_HEAD = 120  # characters of a description to compare
_LEGAL_FORMS = re.compile(
    r"(?:国立大学|公立大学|学校|社会福祉|職業訓練|独立行政|地方独立行政|医療|宗教)法人|"
    r"(?:一般|公益)(?:社団|財団)法人|(?:株式|有限|合同)会社|\(株\)|\(有\)|特定非営利活動法人|npo法人|山形県立|県立"
)
_BRACKETED = re.compile(r"[(\[【「『<〔《~][^)\]】」』>〕》~]*[)\]】」』>〕》~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Points for a similarity (0 to 1) of at least `least`."""

    least: float
    points: float


# From the highest down; the first that applies counts.
TITLE = (
    Step(least=0.9, points=2.5),
    Step(least=0.7, points=1.5),
    Step(least=0.5, points=0.5),
    Step(least=0.0, points=-1.5),
)
SUMMARY = (
    Step(least=0.9, points=4.0),
    Step(least=0.75, points=2.0),
    Step(least=0.55, points=0.0),
    Step(least=0.0, points=-2.5),
)
INSTITUTION = (
    Step(least=0.8, points=1.0),
    Step(least=0.5, points=0.0),
    Step(least=0.0, points=-1.5),
)
SAME_URL, OTHER_URL = 2.5, 0.0
SAME_DAY, OTHER_DAY = 1.5, -2.0
SAME_TOWN, OTHER_TOWN = 0.0, -3.0
SAME_FEE, OTHER_FEE = 0.5, -0.5


def likeness(one: Program, other: Program) -> float:
    """Return the points for two listings being one program; SAME or more means yes."""
    return (
        _points(TITLE, title_similarity(one.title, other.title))
        + _summaries(one.summary, other.summary)
        + _institutions(one.institution, other.institution)
        + _urls(one.url, other.url)
        + _shared(one, other, lambda p: [o.start_date for o in p.offerings], (SAME_DAY, OTHER_DAY))
        + _shared(
            one, other, lambda p: [o.municipality for o in p.offerings], (SAME_TOWN, OTHER_TOWN)
        )
        + _shared(one, other, lambda p: [o.fee_yen for o in p.offerings], (SAME_FEE, OTHER_FEE))
    )


def title_similarity(one: str, other: str) -> float:
    """Return how alike two titles are, 0 to 1, whatever the order of their parts."""
    whole = fuzz.ratio(plain(one), plain(other))
    parts = fuzz.token_set_ratio(_parts(one), _parts(other))
    return max(whole, 0.95 * parts, 0.9 * _core(one, other)) / 100


def _parts(title: str) -> str:
    return " ".join(part for part in re.split(r"\W+", match_form(title).casefold()) if part)


def _core(one: str, other: str) -> float:
    """Compare what stands outside brackets; too little of it says nothing."""
    cores = [plain(_BRACKETED.sub("", match_form(title))) for title in (one, other)]
    return fuzz.ratio(*cores) if min(map(len, cores)) > 5 else 0.0  # noqa: PLR2004 - 研修会 is no title


def _summaries(one: str, other: str) -> float:
    """Compare the beginnings of two descriptions: a copy is often cut short."""
    heads = plain(one)[:_HEAD], plain(other)[:_HEAD]
    shorter = min(heads, key=len)
    if len(shorter) < 15:  # noqa: PLR2004 - characters; less says nothing
        return 0.0
    longer = max(heads, key=len)[: len(shorter) + 10]
    return _points(SUMMARY, fuzz.ratio(shorter, longer[: len(shorter)]) / 100)


def _institutions(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    names = [plain(_LEGAL_FORMS.sub("", match_form(name).casefold())) for name in (one, other)]
    return _points(INSTITUTION, fuzz.partial_ratio(*sorted(names, key=len)) / 100)


def _urls(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    return SAME_URL if one.rstrip("/") == other.rstrip("/") else OTHER_URL


def _shared(
    one: Program,
    other: Program,
    values: Callable[[Program], Sequence[object]],
    points: tuple[float, float],
) -> float:
    """Return the points for sharing a value or not; nothing when either does not say."""
    left = {value for value in values(one) if value not in {None, ""}}
    right = {value for value in values(other) if value not in {None, ""}}
    if not left or not right:
        return 0.0
    same, different = points
    return same if left & right else different


def _points(steps: Sequence[Step], similarity: float) -> float:
    return next(step.points for step in steps if similarity >= step.least)
