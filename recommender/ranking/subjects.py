"""Subjects: what one can learn that goes by a name of its own, and what programs call it.

Who asks for Swahili is not helped by Spanish, however near the two lie in meaning: a subject is
taught by a program that names it, or not at all. `subjects.csv` was written for this project from
general knowledge of qualifications, languages, trades, tools and pastimes. Names that people mostly
mention in passing, as where they work, are not in it.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from typing import Final

from data.program import Program
from data.text import match_form

SEPARATOR: Final = "、"
LOOKED_AT: Final = 20  # best programs; one that teaches a subject is among them
SHORTEST: Final = 2  # letters of a name
LONGEST_TOPIC: Final = 40  # letters; in longer ones, names mostly stand in passing


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject; a program that teaches it carries one of the `words`, in folded form."""

    name: str
    words: frozenset[str]

    def is_taught_in(self, text: str) -> bool:
        """Tell whether a program's text, in folded form, names it."""
        return any(word in text for word in self.words)


def named_subjects(text: str) -> tuple[Subject, ...]:
    """Return the subjects that a short topic names, in order; the longest where names overlap."""
    folded = _folded(text)
    return tuple(_named(folded)) if len(folded) <= LONGEST_TOPIC else ()


def is_untaught(subjects: Sequence[Subject], programs: Iterable[Program]) -> bool:
    """Tell whether one of the subjects is taught by none of the programs, best first."""
    texts = [_text_of(program) for program in islice(programs, LOOKED_AT)] if subjects else []
    return any(not any(map(subject.is_taught_in, texts)) for subject in subjects)


def _named(text: str) -> Iterator[Subject]:
    subjects, longest = _subjects(), _longest()
    start = 0
    while start < len(text):
        ends = range(min(start + longest, len(text)), start + SHORTEST - 1, -1)
        fitting = (end for end in ends if text[start:end] in subjects)
        end = next((end for end in fitting if _is_word(text, start, end)), None)
        if end:
            yield subjects[text[start:end]]
        start = end or start + 1


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether no letter of the same script goes on before or behind, but for kanji."""
    before, behind = text[start - 1 : start + 1] if start else "", text[end - 1 : end + 1]
    return not any(len(pair) > 1 and _goes_on(*pair) for pair in (before, behind))


def _goes_on(one: str, other: str) -> bool:
    return any(is_of(one) and is_of(other) for is_of in (_is_latin, _is_katakana))


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _is_katakana(letter: str) -> bool:
    return "ァ" <= letter <= "ー"


def _text_of(program: Program) -> str:
    return _folded("\n".join((program.title, *program.skills, program.summary)))


def _folded(text: str) -> str:
    return match_form(text).casefold()


@cache
def _subjects() -> Mapping[str, Subject]:
    """Return the subjects by every name that people give them."""
    table = resources.files("recommender.ranking").joinpath("subjects.csv").read_text("utf-8")
    subjects: dict[str, Subject] = {}
    for row in csv.DictReader(table.splitlines()):
        names = [row["subject"], *_listed(row["also_called"])]
        words = frozenset(map(_folded, (*names, *_listed(row["taught_as"]))))
        for name in map(_folded, names):
            subjects.setdefault(name, Subject(name=row["subject"], words=words))
    return subjects


@cache
def _longest() -> int:
    """Return the letters of the longest name."""
    return max(map(len, _subjects()))


def _listed(cell: str) -> list[str]:
    return cell.split(SEPARATOR) if cell else []
