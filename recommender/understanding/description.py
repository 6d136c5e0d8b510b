"""Description: what was understood, in short phrases, so that a person can see it and put it right.

Says every condition that was read, whatever a search makes of it. Knows nothing of programs.
"""

from collections.abc import Callable

from data.municipalities import MUNICIPALITIES
from data.vocabulary import Audience
from recommender.constraints import Constraints
from recommender.understanding import wording
from recommender.understanding.understood import Understood


def described(understood: Understood) -> tuple[str, ...]:
    """Return a phrase for each condition and one for what is refused; empty when none is stated."""
    asked = understood.constraints
    refused = wording.other_than(understood.exclude) if understood.exclude else ""
    told = (phrase(asked) for phrase in (*_REFUSALS, *_PHRASES))
    groups = (
        wording.audience(word) for word in asked.audience if not _is_implied(word, understood)
    )
    return tuple(dict.fromkeys(phrase for phrase in (refused, *told, *groups) if phrase))


def _is_implied(group: str, understood: Understood) -> bool:
    """Tell a group that nobody stated: who writes another language is taken for a foreigner."""
    return understood.is_foreign and group == Audience.FOREIGN_RESIDENT


def _area(asked: Constraints) -> str:
    """Name the area unless the town lies in it."""
    town = MUNICIPALITIES.get(asked.municipality or "")
    if asked.area is None or (town and town.area == asked.area):
        return ""
    return wording.area(asked.area)


# Refusals come first, as 「土日・介護以外」 would refuse both.
_REFUSALS: tuple[Callable[[Constraints], str], ...] = (
    lambda asked: wording.not_modes(asked.not_mode) if asked.not_mode else "",
    lambda asked: wording.without(asked.not_time_bands) if asked.not_time_bands else "",
)
# Where, when, how, how much, and the rest; each is empty where it was not stated.
_PHRASES: tuple[Callable[[Constraints], str], ...] = (
    lambda asked: wording.around(asked.municipality) if asked.municipality else "",
    _area,
    lambda asked: wording.bands(asked.time_bands),
    lambda asked: wording.weekday_end(asked.weekday_end_by) if asked.weekday_end_by else "",
    lambda asked: wording.modes(asked.mode),
    lambda asked: wording.beginning(asked.start_from, asked.start_until),
    lambda asked: wording.ending(asked.finish_until) if asked.finish_until else "",
    lambda asked: wording.days(asked.max_days) if asked.max_days else "",
    lambda asked: wording.hours(asked.max_hours) if asked.max_hours else "",
    lambda asked: "" if asked.max_fee_yen is None else wording.fee(asked.max_fee_yen),
    lambda asked: wording.benefit(asked.subsidy) if asked.subsidy else "",
    lambda asked: wording.certificate(asked.certificate) if asked.certificate else "",
    lambda asked: wording.level(asked.level) if asked.level else "",
    lambda asked: wording.CHILDCARE if asked.childcare else "",
    lambda asked: wording.people(asked.headcount) if asked.headcount else "",
)
