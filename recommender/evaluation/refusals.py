"""Refusals: whether what a person refused is shown to them all the same.

Looked at are the first five programs, as many as one answer shows. A program is refused when
every open offering of it is taught in a refused way or meets at refused times only, or when a
refused topic stands in its title or among its skills. A summary is not looked at (it may say
「介護の経験は問いません」), nor are the fields (a second field says little about what is taught);
and what a reader graded as clearly helpful was not what the person refused.

A request counts only if it refuses something that some program of the catalog is about: of others
nothing could be violated.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from data.program import Program
from data.text import match_form
from recommender.evaluation.answered import AnsweredRequest
from recommender.evaluation.intervals import Figure, mean_figure
from recommender.evaluation.judged_requests import CLEARLY_HELPS, JudgedRequest, program_key
from recommender.evaluation.labelled_fit import is_refused_mode, is_refused_time, open_now

FIRST: Final = 5


class Refusal(StrEnum):
    """What can be refused, by the name of its label."""

    TOPIC = "exclude"
    MODE = "not_mode"
    TIME = "not_time_bands"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalFigures:
    """The share of requests with something refused among the first five, 0 to 1; lower is better.

    `by_refusal` is the same for each thing that can be refused.
    """

    violated: Figure
    by_refusal: Mapping[Refusal, Figure]

    def to_json(self) -> dict[str, Any]:
        """Return the share over all, and one object for each thing that can be refused."""
        by_refusal = {
            name.value: figure.to_json("violated") | {"of": figure.of}
            for name, figure in self.by_refusal.items()
        }
        return self.violated.to_json("violated") | {"of": self.violated.of} | by_refusal


def refusal_figures(
    ones: Sequence[AnsweredRequest], programs: Sequence[Program], today: date
) -> RefusalFigures:
    """Measure the violations over all requests that refuse something the catalog has."""
    by_refusal: dict[Refusal, Figure] = {}
    violated: dict[str, bool] = {}
    for refusal, is_refused in CHECKS.items():
        broken = {
            one.request.request_id: any(
                is_refused(item.program, one.request, today) for item in one.answer.items[:FIRST]
            )
            for one in ones
            if any(is_refused(program, one.request, today) for program in programs)
        }
        by_refusal[refusal] = mean_figure(list(broken.values()))
        violated |= {name: violated.get(name, False) or broken[name] for name in broken}
    return RefusalFigures(violated=mean_figure(list(violated.values())), by_refusal=by_refusal)


def is_refused_topic(program: Program, request: JudgedRequest, _today: date) -> bool:
    """Tell whether a refused topic stands in the title or among the skills."""
    if request.grades.get(program_key(program), 0) >= CLEARLY_HELPS:
        return False
    about = [match_form(text) for text in (program.title, *program.skills)]
    refused = [match_form(word) for word in request.exclude]
    return any(word in text for word in refused for text in about)


def _only_in_refused_modes(program: Program, request: JudgedRequest, today: date) -> bool:
    offerings = open_now(program, today)
    stated = request.constraints
    return bool(offerings) and all(is_refused_mode(one, stated) for one in offerings)


def _only_at_refused_times(program: Program, request: JudgedRequest, today: date) -> bool:
    offerings = open_now(program, today)
    stated = request.constraints
    return bool(offerings) and all(is_refused_time(one, stated) for one in offerings)


CHECKS: Final[Mapping[Refusal, Callable[[Program, JudgedRequest, date], bool]]] = {
    Refusal.TOPIC: is_refused_topic,
    Refusal.MODE: _only_in_refused_modes,
    Refusal.TIME: _only_at_refused_times,
}
