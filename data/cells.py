"""One cell's text → one value, or the reason why not.

Every reader takes the cell in match form (see data.text) and returns the value, or raises
`BadCell` with a code, a message and advice. Blank cells never reach a reader: they mean unknown.
"""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from data.text import match_form

Choice = TypeVar("Choice", bound=StrEnum)
CellReader = Callable[[str], Any]

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_AMOUNT = re.compile(r"[¥\\]?(\d{1,3}(?:,\d{3})+|\d+)円?")
_HOURS = re.compile(r"(\d+(?:\.\d+)?)(?:時間|[hH])?")
_COUNT = re.compile(r"(\d{1,5})[人名]?")
_LIST_SEPARATOR = re.compile(r"[、,;\n/]+")


class BadCell(ValueError):
    """A cell that cannot be read; the row reader turns it into an Issue."""

    def __init__(self, code: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice


def read_date(cell: str) -> date:
    """Read 2026-04-11, 2026/4/11 or 2026年4月11日."""
    found = _DATE.fullmatch(cell)
    if not found:
        raise BadCell(
            "date_unreadable", "日付として読めません。", "「2026-04-11」の形で書いてください。"
        )
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        raise BadCell(
            "date_impossible", "暦にない日付です。", "月と日を確かめてください。"
        ) from None


def read_yen(cell: str) -> int:
    """Read a fee in yen: 3900, 3,900円 or 無料."""
    if cell == "無料":
        return 0
    found = _AMOUNT.fullmatch(cell)
    if not found:
        raise BadCell(
            "fee_unreadable",
            "金額として読めません。",
            "円単位の数字で書き、補足は受講料備考に移してください。",
        )
    return int(found[1].replace(",", ""))


def read_hours(cell: str) -> float:
    """Read a total length in hours, more than zero: 12, 4.5 or 12時間."""
    found = _HOURS.fullmatch(cell)
    hours = float(found[1]) if found else 0.0
    if not hours:
        raise BadCell(
            "hours_unreadable", "総時間として読めません。", "「12」「4.5」のように書いてください。"
        )
    return hours


def read_count(cell: str) -> int:
    """Read a number of people, more than zero: 20 or 20名."""
    found = _COUNT.fullmatch(cell)
    count = int(found[1]) if found else 0
    if not count:
        raise BadCell(
            "count_unreadable", "人数として読めません。", "「20」のように数字で書いてください。"
        )
    return count


def read_url(cell: str) -> str:
    """Read a web address; only http and https with a host are safe to put behind a button."""
    try:
        parts = urlsplit(cell)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or " " in cell:
        raise BadCell(
            "url_unsafe",
            "ウェブページのアドレスとして使えません。",
            "https:// で始まるアドレスを書いてください。",
        )
    return cell


def read_list(cell: str) -> tuple[str, ...]:
    """Split a cell at 、 into its entries, without repeats."""
    entries = (entry.strip() for entry in _LIST_SEPARATOR.split(cell))
    return tuple(dict.fromkeys(entry for entry in entries if entry))


def choice_reader(vocabulary: type[Choice]) -> Callable[[str], Choice]:
    """Return a reader for one word of a vocabulary."""
    words = {match_form(member.value): member for member in vocabulary}

    def read_choice(cell: str) -> Choice:
        if cell not in words:
            raise _unknown_word(cell, vocabulary)
        return words[cell]

    return read_choice


def choices_reader(vocabulary: type[Choice]) -> Callable[[str], tuple[Choice, ...]]:
    """Return a reader for a list of words of a vocabulary, in the order they were written."""
    read_choice = choice_reader(vocabulary)

    def read_choices(cell: str) -> tuple[Choice, ...]:
        return tuple(read_choice(entry) for entry in read_list(cell))

    return read_choices


def _unknown_word(cell: str, vocabulary: type[StrEnum]) -> BadCell:
    known = "、".join(member.value for member in vocabulary)
    return BadCell("word_unknown", f"「{cell}」は決められた語にありません。", f"使える語: {known}")
