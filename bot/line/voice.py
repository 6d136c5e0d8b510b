"""Voice: plain Japanese, or やさしい日本語 with readings; once for a whole message."""

from dataclasses import dataclass, replace
from typing import Protocol, Self

from bot.line.words import Words

Known = set[tuple[str, str]]  # kanji and their reading, as they stand together already


class Annotating(Protocol):
    """Something that writes readings into a text."""

    def __call__(self, text: str, known: Known | None = None) -> str:
        """Return `text` with readings, but those that are known, and add them to the known."""


def as_written(text: str, known: Known | None = None) -> str:
    """Return the text itself: no readings."""
    del known
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How sentences and the catalog's words are said; `readings` writes readings into a text."""

    is_easy: bool = False
    readings: Annotating = as_written
    known: Known | None = None

    def once(self) -> Self:
        """Return the voice for one message or card, in which each reading stands but once."""
        return replace(self, known=set())

    def says(self, words: Words) -> str:
        """Return the form that suits."""
        return self.reads(words.easy) if self.is_easy else words.plain

    def reads(self, text: str) -> str:
        """Return the catalog's words, with readings where they are wanted."""
        return self.readings(text, self.known) if self.is_easy else text
