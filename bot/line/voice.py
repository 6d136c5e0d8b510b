"""Voice: plain Japanese, or やさしい日本語 with readings; once for a whole message."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.line.words import Words

Annotating = Callable[[str], str]


def as_written(text: str) -> str:
    """Return the text itself: no readings."""
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How sentences and the catalog's words are said; `readings` writes readings into a text."""

    is_easy: bool = False
    readings: Annotating = as_written

    def says(self, sentence: Words) -> str:
        """Return the form of our own sentence that suits."""
        return sentence.easy if self.is_easy else sentence.plain

    def reads(self, text: str) -> str:
        """Return the catalog's words, with readings where they are wanted."""
        return self.readings(text) if self.is_easy else text
