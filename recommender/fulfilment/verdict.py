"""Verdict: what an offering says to one condition, in words for the person who stated it."""

from dataclasses import dataclass
from enum import Enum, auto


class Answer(Enum):
    """Whether a condition is met; OPEN where the catalog does not say."""

    MET = auto()
    DIFFERENT = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer in words of the catalog; for OPEN, the noun of what is to be asked (「託児」)."""

    answer: Answer
    words: str


def meets(words: str) -> Verdict:
    """Return the verdict on a condition that is met."""
    return Verdict(answer=Answer.MET, words=words)


def differs(words: str) -> Verdict:
    """Return the verdict on a condition that is not met."""
    return Verdict(answer=Answer.DIFFERENT, words=words)


def leaves_open(noun: str) -> Verdict:
    """Return the verdict on a condition of which the catalog says nothing."""
    return Verdict(answer=Answer.OPEN, words=noun)
