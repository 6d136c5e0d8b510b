"""Headcounts: how many people would attend → headcount.

A company's size, people who left, guests and families of the story are no participants. With
several counts the one that is most clearly of participants holds; counts joined by 「と」 add up.
The role of the writer is not known here, so the words decide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from recommender.understanding import people_words as words
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.numbers import value_of

MOST_PEOPLE = 500
_LOOK_BACK = 14  # characters
_GIVEN = ("に", "を", "へ")  # something is to be taught to, or done with, these people
_TAKEN_UP = (*_GIVEN, "が", "の")
_ALONE = frozenset({"一人", "1人", "ひとり"})
_ABOUT = ("くらい", "ぐらい", "ほど", "程度", "前後", "まで", "弱", "ちょっと")


class _Clarity(IntEnum):
    """How clearly a count is one of participants."""

    NONE = 0
    LIKELY = 1
    TO_LEARN = 2
    ATTENDING = 3
    TOTAL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    start: int
    end: int
    people: int
    clarity: _Clarity


def headcounts(message: Message) -> Iterator[Mention]:
    """Yield how many people would attend, at most once."""
    counts = [_read(message.text, found) for found in words.COUNT.finditer(message.text)]
    counts += [_read_foreign(found) for found in words.FOREIGN_COUNT.finditer(message.text)]
    clear = [count for count in counts if count.clarity and count.people]
    clear = clear or _whole_staff(message.text)
    if clear:
        best = max(clear, key=lambda one: (one.clarity, _joined(message.text, counts, one)))
        people = best.people + _joined(message.text, counts, best)
        if people <= MOST_PEOPLE:
            yield Mention(start=best.start, end=best.end, name="headcount", value=people)


def _read(text: str, found: re.Match[str]) -> _Count:
    if found["kana"]:
        people = words.KANA_COUNTS[found["kana"]]
    else:
        people = 0 if "数" in found["number"] else int(value_of(found["number"]))
    start, end = found.span()
    return _Count(start=start, end=end, people=people, clarity=_clarity(text, start, end))


def _whole_staff(text: str) -> list[_Count]:
    """Return the size of the company where everybody is to learn: 「30名の施設です。…全職員に」."""
    if not words.ALL_OF_THEM.search(text):
        return []
    sizes = (_read(text, found) for found in words.COUNT.finditer(text))
    return [
        replace(one, clarity=_Clarity.LIKELY)
        for one in sizes
        if words.SIZE_AFTER.match(text, one.end)
        or words.STAFF_BEFORE.search(text[max(0, one.start - _LOOK_BACK) : one.start])
    ][:1]


def _read_foreign(found: re.Match[str]) -> _Count:
    written = next(found[group] for group in words.FOREIGN_GROUPS if found[group]).casefold()
    people = int(written) if written.isdigit() else words.FOREIGN_NUMBERS[written]
    return _Count(start=found.start(), end=found.end(), people=people, clarity=_Clarity.TO_LEARN)


def _clarity(text: str, start: int, end: int) -> _Clarity:
    before = text[max(0, start - _LOOK_BACK) : start]
    by_oneself = text[start:end] in _ALONE and text.startswith("で", end)
    if by_oneself or words.STORY_BEFORE.search(before):
        return _Clarity.NONE
    if words.STRONG_AFTER.match(text, end):
        return _Clarity.ATTENDING
    if words.NOT_ATTENDING.match(text, end):
        return _Clarity.NONE
    if words.TOTAL_BEFORE.search(before):
        return _Clarity.TOTAL
    if words.STAFF_BEFORE.search(before):
        given = text.startswith(_GIVEN, end) or words.NOTED.match(text, end)
        return _Clarity.TO_LEARN if given else _Clarity.NONE
    return _clarity_of_group(text, before, start, end)


def _clarity_of_group(text: str, before: str, start: int, end: int) -> _Clarity:
    trainee = bool(words.TRAINEE_BEFORE.search(before))
    if words.TO_LEARN.match(text, end) and (trainee or text.startswith(_GIVEN, end)):
        return _Clarity.TO_LEARN
    likely = (
        words.JUNIOR_BEFORE.search(before)
        or (trainee and text.startswith(_TAKEN_UP, end))
        or (words.THERE_ARE.match(text, end) and words.TRAINEE_SUBJECT_BEFORE.search(before))
        or words.TOGETHER.match(text, end)
        or words.LACKING.match(text, end)
        or (words.THERE_ARE.match(text, end) and words.FROM_ELSEWHERE_BEFORE.search(before))
        or (words.STOPS.match(text, end) and words.TRAINEE_SUBJECT_BEFORE.search(before))
        or (words.ENDS.match(text, end) and (trainee or _stands_alone(text, start, end)))
    )
    return _Clarity.LIKELY if likely else _Clarity.NONE


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell a clause or the end of a message that is nothing but 「10人くらい」 or 「を3人」."""
    if text[start:end] in _ALONE:
        return False
    if words.NOTHING_MORE.fullmatch(text, end):
        return True
    if start and text[start - 1] not in "、。 (でを/":
        return False
    return text[start:end].endswith(_ABOUT) or (
        start > 0 and not words.COMPANY_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    )


def _joined(text: str, counts: list[_Count], best: _Count) -> int:
    """Return how many more people are joined to `best`: 「新人二人と事務一人に」."""
    more, edge = 0, best.start
    for count in sorted(counts, key=lambda one: -one.start):
        if count.end > edge:
            continue
        joint = words.JOINT.fullmatch(text, count.end, edge)
        if joint and (count.clarity or joint["and"]):
            more, edge = more + count.people, count.start
    return more
