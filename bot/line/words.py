"""Words: a sentence in two forms, for who reads Japanese easily and for who does not."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same said twice: in plain Japanese, and in やさしい日本語.

    Kanji of the easy form that have no reading beside them get one when it is said (`voice`).
    """

    plain: str
    easy: str

    def __bool__(self) -> bool:
        """Tell whether anything is said."""
        return bool(self.plain)


def unchanged(text: str) -> Words:
    """Return words of the catalog or of a person, which are said as they are written."""
    return Words(plain=text, easy=text)


def joined(parts: Iterable[Words | None], between: str) -> Words:
    """Return several as one, without those that say nothing."""
    said = [part for part in parts if part]
    return Words(
        plain=between.join(part.plain for part in said),
        easy=between.join(part.easy for part in said),
    )
