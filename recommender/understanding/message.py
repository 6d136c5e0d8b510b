"""Message: what a person wrote, in the form that everything in this folder reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.tokens import Morpheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A text in match form with its morphemes, and the day on which 「来月」 was said."""

    text: str
    morphemes: Sequence[Morpheme]
    today: date
