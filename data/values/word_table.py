"""WordTable: the words of words.csv that stand for the values of one closed vocabulary.

A row gives one value; a word with several rows means all of them (土日). Words are compared
without case and blanks; the file's header is vocabulary,value,word, many words parted by blanks.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Generic, TypeVar

from data.issue import Code
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.spreadsheet import refuse_spreadsheet_error

Member = TypeVar("Member", bound=StrEnum)

# What says in a cell that it holds nothing.
BLANKS = frozenset(
    {
        "-",
        "--",
        "ー",
        "一",
        "なし",
        "無し",
        "無",
        "特になし",
        "特に無し",
        "該当なし",
        "特にありません",
        "n/a",
        "none",
    }
)
_BETWEEN_ENTRIES = re.compile(r"[、,;|\n]+|/+|\s+\+?\s*")
_BETWEEN_WORDS = re.compile(r"[・+&と。\s]|及び|および|並びに|または|又は|や")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable(Generic[Member]):
    """What each word means, and a pattern of all words, the longest first."""

    words: Mapping[str, tuple[Member, ...]]
    any_word: re.Pattern[str]

    def meaning(self, text: str) -> tuple[Member, ...] | None:
        """Return what one word stands for; None when the table does not have it."""
        return self.words.get(text) or self.words.get(folded(text))

    def leading(self, text: str) -> tuple[tuple[Member, ...], int]:
        """Return the values of the words with which `text` begins, and where they end."""
        found: list[Member] = []
        at = end = 0
        while word := self.any_word.match(text, at):
            found += self.words[folded(word[0])]
            at = end = word.end()
            while gap := _BETWEEN_WORDS.match(text, at) or _BETWEEN_ENTRIES.match(text, at):
                at = gap.end()
        return tuple(dict.fromkeys(found)), end

    def read_all(self, text: str) -> tuple[Member, ...]:
        """Return the values of a list, as written and without repeats; raise BadCell."""
        whole = self.meaning(text)
        if whole is not None:
            return whole
        refuse_spreadsheet_error(text)
        found = (value for entry in _BETWEEN_ENTRIES.split(text) for value in self._entry(entry))
        return tuple(dict.fromkeys(found))

    def _entry(self, entry: str) -> tuple[Member, ...]:
        if not entry or entry.casefold() in BLANKS:
            return ()
        whole = self.meaning(entry)
        if whole is not None:
            return whole
        values, end = self.leading(entry)
        if end < len(entry):
            raise BadCell(Code.WORD_UNKNOWN, entry)
        return values


def folded(text: str) -> str:
    """Return `text` as the table compares it."""
    return "".join(text.split()).casefold()


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    table = resources.files("data.values").joinpath("words.csv").read_text("utf-8")
    return tuple(
        (row["vocabulary"], row["value"], word)
        for row in csv.DictReader(table.splitlines())
        for word in row["words"].split()
    )


def plain_words(vocabulary: str) -> tuple[str, ...]:
    """Return the words of a list that stand for no value, as written."""
    return tuple(word for name, _, word in _rows() if name == vocabulary)


def word_table(vocabulary: str, members: type[Member]) -> WordTable[Member]:
    """Return the words of one vocabulary; every value stands for itself too."""
    words: dict[str, tuple[Member, ...]] = {}
    for member in members:
        words[folded(match_form(member.value))] = (member,)
    for name, value, word in _rows():
        key = folded(match_form(word))
        if name == vocabulary and members(value) not in words.get(key, ()):
            words[key] = (*words.get(key, ()), members(value))
    longest_first = sorted(words, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in longest_first)
    return WordTable(words=words, any_word=re.compile(pattern, re.IGNORECASE))
