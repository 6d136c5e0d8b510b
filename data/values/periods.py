"""Periods: the dates at the beginning of a schedule, and cells that number several occasions.

2027/1/13(水)~2/3(水) 全4回, 5月21日~23日, 7/19、8/23、9/20の3回: dates that follow the first one
take the year or month they lack from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.written_date import WrittenDate, written_date, written_day

LABEL = re.compile(r"[^\d\s:~()]{1,8}:\s?|【[^】]{1,8}】\s?|(?:期間|日程|期日|開催日)\s")
RANGE = re.compile(r"\s?(?:~|から|より|→|-)\s?")
_CLOCK_BEFORE_RANGE = re.compile(r"\s?\d{1,2}:\d{2}(?=\s?(?:~|から|-))")
_HOURS = re.compile(r"\s?\d{1,2}:\d{2}\s?[~-]\s?\d{1,2}:\d{2}")
_AND = re.compile(r"\s?[、,・&と及]び?\s?")
_UNTIL = re.compile(r"\s?(?:\d{1,2}:\d{2})?\s?(?:まで|迄|の間)")
_UNDECIDED = re.compile(r"(?:まで|迄)?\s?(?:未定|調整中|検討中)?")
_NUMBERED = re.compile(r"[①-⑳]")
_FOR_ALL = re.compile(
    r"\s*(?:いずれも|各回とも|各コースとも|どちらも|それぞれ|全回とも|各回共通:?)\s*"
)
_TRIM = " 、,・:;/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When something takes place; `rest` is what stands behind the dates, `faults` what is bad."""

    start: date | None
    end: date | None
    rest: str
    faults: tuple[BadCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """The dates written one after another at the beginning of a text.

    `rest` is what stands behind them; `listed` says that single days are named (7/19、8/23),
    `open_end` that a wave dash follows the last one.
    """

    dates: tuple[WrittenDate, ...]
    rest: str
    listed: bool = False
    open_end: bool = False


_SINCE = re.compile(r"^自\s?(?=[令平RHS\d])", re.IGNORECASE)
_TO = re.compile(r"\s?至\s?(?=[令平RHS\d])|(?<=日)開[講始][・、,\s]+(?=[令平RHS\d])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_period(text: str, *, fiscal_year: int | None = None) -> Period:
    """Read the dates at the beginning of `text`; wrong ones become faults, nothing is raised."""
    text = _TO.sub("~", _SINCE.sub("", text))
    try:
        found = leading_dates(text)
    except BadCell as fault:
        return Period(start=None, end=None, rest=text, faults=(fault,))
    if not found.dates:
        return _from_words(text, fiscal_year)
    rest = text if found.listed else found.rest.strip(_TRIM).removeprefix("の")
    if len(found.dates) == 1:
        return _of_one(found, rest, fiscal_year)
    return _of_many(found, rest, fiscal_year)


def leading_dates(text: str) -> Sequence:
    """Return the dates with which `text` begins, after a label such as 期間: at most."""
    label = LABEL.match(text)
    first = written_date(text, label.end() if label else 0)
    if not first:
        return Sequence(dates=(), rest=text)
    dates, listed = [first], False
    while True:
        at = dates[-1].end
        gap, following = _following(text, at)
        if following is None:
            return Sequence(
                dates=tuple(dates),
                rest=text[at:] if gap is None else text[gap.end() :],
                listed=listed,
                open_end=gap is not None,
            )
        listed = listed or gap is None
        dates.append(following)


def split_runs(text: str) -> tuple[str, ...]:
    """Split a cell in display form at ①②③; words after いずれも belong to every run."""
    if "①" not in text or "②" not in text:
        return (text,)
    runs, _, common = _FOR_ALL.sub("\0", text, count=1).partition("\0")
    pieces = (piece.strip(" 、,\n") for piece in _NUMBERED.split(runs)[1:])
    return tuple(f"{piece} {common}".strip() for piece in pieces)


def _following(text: str, at: int) -> tuple[re.Match[str] | None, WrittenDate | None]:
    """Return the wave dash after a date, if any, and the date behind it or behind a comma."""
    hours = _HOURS.match(text, at)
    if not hours:
        clock = _CLOCK_BEFORE_RANGE.match(text, at)
        gap = RANGE.match(text, clock.end() if clock else at)
        if gap:
            day = None if clock else written_day(text, gap.end())
            following = written_date(text, gap.end()) or day
            return (None if clock and not following else gap), following
    comma = _AND.match(text, hours.end() if hours else at)
    if not comma:
        return None, None
    following = written_date(text, comma.end())
    return None, following or (None if hours else written_day(text, comma.end()))


def _of_one(found: Sequence, rest: str, fiscal_year: int | None) -> Period:
    """Return a single day, or a period of which only one side is written."""
    try:
        day = found.dates[0].dated(fiscal_year=fiscal_year)
    except BadCell as fault:
        return Period(start=None, end=None, rest=rest, faults=(fault,))
    if found.open_end:
        lost = (BadCell(Code.PERIOD_INCOMPLETE),) if _UNDECIDED.fullmatch(rest) else ()
        return Period(start=day, end=None, rest=rest, faults=lost)
    until = _UNTIL.match(found.rest)
    if until:
        return Period(start=None, end=day, rest=found.rest[until.end() :].strip(_TRIM))
    return Period(start=day, end=day, rest=rest)


def _of_many(found: Sequence, rest: str, fiscal_year: int | None) -> Period:
    until = _UNTIL.match(rest)
    if until and not found.listed:
        rest = rest[until.end() :].strip(_TRIM)
    faults: list[BadCell] = []
    days = list(_dated(found.dates, fiscal_year, faults))
    start, end = days[0], days[-1]
    if start and end and end < start:
        return Period(start=None, end=None, rest=rest, faults=(BadCell(Code.END_BEFORE_START),))
    return Period(start=start, end=end, rest=rest, faults=tuple(faults))


def _dated(
    dates: tuple[WrittenDate, ...], fiscal_year: int | None, faults: list[BadCell]
) -> Iterator[date | None]:
    """Yield the calendar date of each, the earlier ones saying the year of the later ones."""
    known: date | None = None
    for number, written in enumerate(dates):
        try:
            known = written.dated(fiscal_year=None if known else fiscal_year, after=known)
        except BadCell as fault:
            if number in {0, len(dates) - 1}:
                faults.append(fault)
            yield None
        else:
            yield known


def _from_words(text: str, fiscal_year: int | None) -> Period:
    """Return the period of a text that does not begin with a date: ~3/31 has an end only."""
    opening = RANGE.match(text)
    found = written_date(text, opening.end()) if opening else None
    if not found:
        return Period(start=None, end=None, rest=text)
    try:
        end = found.dated(fiscal_year=fiscal_year)
    except BadCell as fault:
        return Period(start=None, end=None, rest=text, faults=(fault,))
    return Period(start=None, end=end, rest=_UNTIL.sub("", text[found.end :], count=1).strip(_TRIM))
