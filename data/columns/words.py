"""A header's words → the role of its column, by the synonym table.

header_words.csv holds one word a line: the role, the word, and, where the word means something
only below another header (開始 below 日程), that header. A header is a path of parts: the group's
header and the column's own, or the keys of nested data.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

from data.columns.roles import Role
from data.text import match_form

HeaderPath = tuple[str, ...]

_BRACKETS = re.compile(r"[(\[<【「『〔][^)\]>】」』〕]*[)\]>】」』〕]?")
_INSIDE = re.compile(r"[(\[<【〔]([^)\]>】〕]+)")
_NUMBERING = re.compile(
    r"^(?:(?:q|問|設問|項目)\s?\d{1,2}(?:-\d{1,2})?[.:)、]?|\(?\d{1,2}\)?[.:)、・ ]"
    r"|[・*※★☆■□◆◇●○▼▽◎#]+(?=.))\s*"
)
_FILLING = re.compile(r"[\s?!:・。、_/\-]+")
_GENERIC = frozenset({"名", "名称", "値", "value", "text", "内容", "詳細", "名前"})
# Words that say nothing alone: 日程詳細 is about the schedule, 受講料説明 about the fee.
_DESCRIBING = frozenset({"詳細", "内容", "説明", "備考", "概要", "情報", "その他", "注記", "補足"})
_DESCRIBED_AS = {
    Role.TITLE: Role.SUMMARY,
    Role.FEE: Role.FEE_NOTE,
    Role.START_DATE: Role.SCHEDULE,
    Role.PERIOD: Role.SCHEDULE,
}
LONGEST_HEADER = 40  # characters; longer cells are text, not headers
SHORTEST_CONTAINED = 2


def header_key(text: str) -> str:
    """Return a header in the form in which headers are compared."""
    return _FILLING.sub("", _NUMBERING.sub("", match_form(text).casefold().strip()))


def _read_words() -> tuple[Mapping[str, Role], Mapping[tuple[str, str], Role]]:
    table = resources.files("data.columns").joinpath("header_words.csv").read_text("utf-8")
    alone: dict[str, Role] = {}
    below: dict[tuple[str, str], Role] = {}
    for row in csv.DictReader(table.splitlines()):
        word, under, role = header_key(row["word"]), header_key(row["under"]), Role(row["role"])
        if under:
            below[under, word] = role
        else:
            alone[word] = role
    return alone, below


_ALONE, _BELOW = _read_words()
_CONTAINED = sorted((word for word in _ALONE if len(word) >= SHORTEST_CONTAINED), key=len)


@lru_cache(maxsize=8192)
def known_role(path: HeaderPath) -> Role | None:
    """Return the role of a header that stands in the table as it is, brackets aside."""
    parts = tuple(part for part in path if part.strip())
    if not parts or len(parts[-1]) > LONGEST_HEADER:
        return None
    *groups, leaf = parts
    return (
        _below_a_group(groups, leaf)
        or _as_path(parts)
        or _described(groups, _first(_ALONE, _forms(leaf)))
        or _first(_ALONE, (header_key(groups[-1] + leaf),) if groups else ())
    )


@lru_cache(maxsize=8192)
def guessed_role(path: HeaderPath) -> Role | None:
    """Return the role of a header that only contains a known word; the last word decides.

    Japanese compounds carry their meaning at the end: 受講料備考 is a remark, 申込締切日 a date.
    """
    parts = tuple(part for part in path if part.strip())
    if not parts or len(parts[-1]) > LONGEST_HEADER:
        return None
    inside = _INSIDE.search(match_form(parts[-1]))
    bracketed = _first(_ALONE, (header_key(inside[1]),)) if inside else None
    if header_key(parts[-1]) in _GENERIC and len(parts) > 1:
        return known_role(parts[:-1]) or guessed_role(parts[:-1])
    own = _last_word(header_key(_BRACKETS.sub("", match_form(parts[-1]))).replace("の", ""))
    above = known_role(parts[:-1]) if len(parts) > 1 else None
    return own or bracketed or above


def _forms(text: str) -> tuple[str, ...]:
    """Return a header's key with what stands in brackets and without, with の and without."""
    whole, bare = header_key(text), header_key(_BRACKETS.sub("", match_form(text)))
    return whole, bare, whole.replace("の", ""), bare.replace("の", "")


def _below_a_group(groups: Sequence[str], leaf: str) -> Role | None:
    for group in reversed(groups):
        for group_form in _forms(group):
            for leaf_form in _forms(leaf):
                if role := _BELOW.get((group_form, leaf_form)):
                    return role
    return None


def _described(groups: Sequence[str], role: Role | None) -> Role | None:
    """Return what a remarks column below a group is about: remarks on the fee are its note."""
    if role is not Role.REMARKS or not groups:
        return role
    about = _first(_ALONE, _forms(groups[-1]))
    return _DESCRIBED_AS.get(about, role) if about else role


def _as_path(parts: HeaderPath) -> Role | None:
    """Look up a path of keys, without its outermost keys one after another."""
    tails = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return _first(_ALONE, tuple(header_key(tail) for tail in tails))


def _last_word(key: str) -> Role | None:
    best, place = None, (0, 0)
    for word in _CONTAINED:
        end = key.rfind(word) + len(word)
        if word in key and (end, len(word)) >= place:
            best, place = word, (end, len(word))
    if best in _DESCRIBING:
        described = _last_word(key[: place[0] - len(best)])
        return _DESCRIBED_AS.get(described, described) if described else _ALONE[best]
    return _ALONE[best] if best else None


def _first(table: Mapping[str, Role], keys: Sequence[str]) -> Role | None:
    return next((table[key] for key in keys if key in table), None)
