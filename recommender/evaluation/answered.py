"""Answered requests: judged requests beside what the recommender answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from data.program import Program
from recommender.answer import Answer, Outcome
from recommender.evaluation.judged_requests import JudgedRequest, program_key
from recommender.request import Request

DEPTH: Final = 10  # items that are asked for: the deepest measure looks no further
IN_SCOPE: Final = frozenset({Outcome.RECOMMEND, Outcome.NO_MATCH})


class Answering(Protocol):
    """Whatever answers requests."""

    def recommend(self, request: Request) -> Answer:
        """Return the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRequest:
    """A judged request, the gain of each program that may be offered, and the answer."""

    request: JudgedRequest
    gains: Mapping[str, float]
    answer: Answer

    @property
    def is_answerable(self) -> bool:
        """Whether something clearly helps among what may be offered."""
        return self.request.is_answerable(self.gains)

    @property
    def is_in_scope(self) -> bool:
        """Whether it asks for a program at all, so that programs were judged for it."""
        return self.request.outcome in IN_SCOPE

    @property
    def wanted(self) -> Outcome:
        """The right outcome on that day; what may not be offered any more has no match."""
        if not self.is_in_scope:
            return self.request.outcome
        return Outcome.RECOMMEND if self.is_answerable else Outcome.NO_MATCH

    @property
    def ranking(self) -> tuple[str, ...]:
        """The codes of the programs shown, best first."""
        return tuple(program_key(item.program) for item in self.answer.items)


def answered(
    requests: Iterable[JudgedRequest],
    programs: Sequence[Program],
    answering: Answering,
    today: date,
) -> list[AnsweredRequest]:
    """Ask each request once."""
    return [
        AnsweredRequest(
            request=one,
            gains=one.gains(programs, today),
            answer=answering.recommend(Request(text=one.text, role=one.role, limit=DEPTH)),
        )
        for one in requests
    ]
