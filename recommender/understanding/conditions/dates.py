"""Dates: when a course may begin and must be over → start_from, start_until, finish_until.

Dates of the story (「去年の4月から働いて」, 「4月に異動した」) are no conditions: a period counts
only in a frame that asks for something then. Days are inclusive; which days a word names is decided
in `periods`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from recommender.understanding.conditions.date_frames import ENDS, FRAMES, FRAMES_BEFORE, TO_STUDY
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.numbers import UP_TO, value_of
from recommender.understanding.periods import MONTHS_IN_YEAR, Period, months_later, periods
from recommender.understanding.polarity import refusal_end

_Framed = tuple[int, int, Mapping[str, date]]
_FOREIGN_STUDY = re.compile(
    r"\b(?:class(?:es)?|courses?|lessons?|train(?:ing)?|learn|study|seminar|workshop"
    r"|khóa|lớp|học|cursos?|aulas?|estudar|aprender|kurso"
    r"|klase|aral|matuto)\b",
    re.IGNORECASE,
)
_FOREIGN_NAME = re.compile(r"[A-Za-zÀ-ỹ]{3}")
_ABOUT = re.compile(r"(?:くらい|ぐらい|ごろ|ころ|頃|あたり)")  # 「4月ごろから」
_LOOK_BACK = 32  # characters
# 「3か月以内に取りたい」 is a deadline; 「2日以内で」 is a length.
_IN_MONTHS = re.compile(
    rf"(?:(?:{UP_TO} ?(?:[かヶケカヵ箇]月|(?P<years>年)))|(?P<half>半年))以内(?:に|には)"
    rf"(?:{TO_STUDY}|{ENDS})"
)


def dates(message: Message) -> Iterator[Mention]:
    """Yield when a course may begin and must end, inclusive."""
    text, begin = message.text, message.today
    yield from _deadlines(text, message.today)
    for period in periods(text, message.today):
        framed = None if refusal_end(text, period.end) else _framed(text, period)
        start, end, stated = framed or (0, 0, {})
        for name, value in stated.items():
            if name == "start_from":
                begin = max(begin, value)
                if value <= message.today:
                    continue
            day = _a_year_later(value) if value < begin else value
            yield Mention(start=start, end=end, name=name, value=day)


def _deadlines(text: str, today: date) -> Iterator[Mention]:
    for found in _IN_MONTHS.finditer(text):
        months = 6 if found["half"] else int(value_of(found["number"]))
        day = months_later(today, months * (MONTHS_IN_YEAR if found["years"] else 1))
        yield Mention(start=found.start(), end=found.end(), name="finish_until", value=day)


def _framed(text: str, period: Period) -> _Framed | None:
    foreign = _framed_before(text, period)
    if foreign or _FOREIGN_NAME.match(text, period.start):
        return foreign
    about = _ABOUT.match(text, period.end)
    end = about.end() if about else period.end
    for frame in FRAMES:
        found = frame.words.match(text, end)
        if found:
            refused = refusal_end(text, found.end())
            return None if refused else (period.start, found.end(), frame.states(period))
    return None


def _framed_before(text: str, period: Period) -> _Framed | None:
    for words, needs_study, states in FRAMES_BEFORE:
        found = words.search(text, max(0, period.start - _LOOK_BACK), period.start)
        if found and (not needs_study or _FOREIGN_STUDY.search(_sentence(text, period))):
            return found.start(), period.end, states(period)
    return None


def _sentence(text: str, period: Period) -> str:
    begin = max(text.rfind(mark, 0, period.start) for mark in ".!?。")
    ends = [text.find(mark, period.end) for mark in ".!?。"]
    return text[begin + 1 : min((end for end in ends if end >= 0), default=len(text))]


def _a_year_later(day: date) -> date:
    """Return the day that 「稲刈りのあと春まで」 means: the next spring after that."""
    return months_later(day, MONTHS_IN_YEAR)
