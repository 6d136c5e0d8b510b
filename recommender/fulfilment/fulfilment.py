"""Fulfilment: which stated conditions an offering meets, and what differs or is unknown.

Read from the offering itself, not from how it was found: what was loosened may be met all the same.
Says nothing of a wish on which the catalog has no word (a qualification by its name).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from data.program import Offering, Program
from recommender.constraints import Constraints
from recommender.fulfilment import terms, times
from recommender.fulfilment.verdict import Answer, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """Short Japanese words, weightiest first; `open` holds nouns of what nobody tells."""

    met: tuple[str, ...]
    different: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What an offering says to the conditions of these names."""

    names: frozenset[str]
    verdict: Callable[[Constraints, Program, Offering], Verdict | None]


def fulfilment(
    asked: Constraints, program: Program, offering: Offering, loosened: Collection[str] = ()
) -> Fulfilment:
    """Compare an offering with what was asked; what was loosened is told first."""
    stated = asked.to_json().keys()
    checks = [check for check in CHECKS if not check.names.isdisjoint(stated)]
    checks.sort(key=lambda check: check.names.isdisjoint(loosened))
    verdicts = [check.verdict(asked, program, offering) for check in checks]
    by_answer = {
        answer: tuple(dict.fromkeys(one.words for one in verdicts if one and one.answer is answer))
        for answer in Answer
    }
    return Fulfilment(
        met=by_answer[Answer.MET],
        different=by_answer[Answer.DIFFERENT],
        open=by_answer[Answer.OPEN],
    )


def _check(
    verdict: Callable[[Constraints, Program, Offering], Verdict | None], *names: str
) -> Check:
    return Check(frozenset(names), verdict)


# What decides whether somebody can come at all stands first.
CHECKS: tuple[Check, ...] = (
    _check(times.times_of_the_week, "time_bands", "not_time_bands"),
    _check(terms.place, "municipality", "area"),
    _check(terms.mode, "mode", "not_mode"),
    _check(times.weekday_ending, "weekday_end_by"),
    _check(terms.fee, "max_fee_yen"),
    _check(times.beginning, "start_from", "start_until"),
    _check(times.ending, "finish_until"),
    _check(times.days, "max_days"),
    _check(times.hours, "max_hours"),
    _check(terms.benefit, "subsidy"),
    _check(terms.childcare, "childcare"),
    _check(terms.group, "headcount"),
    _check(terms.certificate, "certificate"),
    _check(terms.level, "level"),
    _check(terms.addressed, "audience"),
)
