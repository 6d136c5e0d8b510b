"""Answer: what a request gets back, and its JSON shape.

`items` is the merged list, best first; `needs` holds the same programs by need.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from data.program import Offering, Program
from data.shape import offering_to_json
from recommender.choice import Choice
from recommender.understanding.understood import Understood


class Outcome(StrEnum):
    """The kinds of answer."""

    RECOMMEND = "recommend"
    CLARIFY = "clarify"
    NO_MATCH = "no_match"
    OUT_OF_SCOPE = "out_of_scope"
    SMALLTALK = "smalltalk"
    PRIVACY = "privacy"
    CRISIS = "crisis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A program with how likely a reader calls it suitable (0 to 1), why, and its best offering."""

    program: Program
    score: float
    reasons: tuple[str, ...]
    offering: Offering | None

    def to_json(self) -> dict[str, Any]:
        """Return it in the shape of `manabi ask --json`."""
        return {
            "program_id": self.program.program_id,
            "source_key": self.program.source_key,
            "title": self.program.title,
            "institution": self.program.institution,
            "score": round(self.score, 4),
            "reasons": list(self.reasons),
            "offering": offering_to_json(self.offering) if self.offering else None,
            "is_sample": self.program.is_sample,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One learning need inside a request, with the programs that answer it."""

    topic: str
    items: tuple[Recommendation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The whole answer; `more` tells that further programs would fit as well.

    `choices` are answers to tap where the message asks a question.
    """

    outcome: Outcome
    understood: Understood
    message: str
    release_id: str
    needs: tuple[Need, ...] = ()
    items: tuple[Recommendation, ...] = ()
    relaxed: tuple[str, ...] = field(default=())
    more: bool = False
    choices: tuple[Choice, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it in the shape of `manabi ask --json`."""
        return {
            "outcome": self.outcome.value,
            "understood": self.understood.to_json(),
            "needs": [
                {"topic": need.topic, "items": [item.to_json() for item in need.items]}
                for need in self.needs
            ],
            "items": [item.to_json() for item in self.items],
            "relaxed": list(self.relaxed),
            "message": self.message,
            "choices": [choice.label for choice in self.choices],
            "release_id": self.release_id,
        }
