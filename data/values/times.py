"""Times: clock times, and the bands of the week in which an offering meets.

A column of bands uses words (平日の夜間); a schedule names weekdays and a beginning. Only what is
clearly said counts: a weekday without an hour is neither day nor evening.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.holidays import is_holiday
from data.values.spreadsheet import refuse_spreadsheet_error
from data.values.word_table import BLANKS, word_table
from data.vocabulary import TimeBand

EVENING = 17  # o'clock; a weekday class that begins from here on is an evening class
_WEEK = "月火水木金土日"
_WEEKDAYS = frozenset(range(5))
_SATURDAY, _SUNDAY = 5, 6
_LONGEST_RUN = 5  # days; a longer stretch without weekdays named is not read
_NOON = 12

_BAND_WORDS = word_table("time_band", TimeBand)
_ORDER = {band: at for at, band in enumerate(TimeBand)}
_NOT_FIXED = re.compile(
    r"不定|応相談|要相談|相談|調整中|未定|随時|自由|いつでも|個別|期間[中内]"
    r"|問わ|指定なし|オンデマンド"
)

_CLOCK = re.compile(
    r"(?P<half>午前|午後|夜|AM|PM)?\s?(?P<hour>\d{1,2})\s?"
    r"(?::(?P<minute>\d{2})(?::\d{2})?|時(?!間)(?:(?P<past>\d{1,2})分|(?P<and_half>半))?)"
    r"\s?(?P<late>PM)?",
    re.IGNORECASE,
)
_AFTERNOON = frozenset({"午後", "夜", "pm"})

_CLOSED = re.compile(
    r"(?:[土日祝]|[・、]|曜日?)+日?(?:を|は)?(?:除く|除き|以外|休|お休み)"
    r"|(?<=[(、])[^()、]*(?:休講|休み|除く|お盆|年末年始)[^()、]*(?=[、)])"
)
_MAY_CLOSE = re.compile(r"[休除]|以外|お盆|年末")
_WEEKEND_CLOSED = re.compile(r"土[・、]?日(?:[・、]?祝日?)?(?:を|は)?(?:除く|除き|以外|休|お休み)")
_LETTER = f"[{_WEEK}]"
_DAYS = re.compile(
    r"(?=[月火水木金土日平祝週毎])"  # nothing else begins one: most places fail at once
    rf"(?:(?P<span>(?<![\d第]){_LETTER}(?:曜日?)?[~-]{_LETTER}(?:曜日?)?(?:[・、,]{_LETTER}(?![\d月日]))*)"
    rf"|(?P<run>(?<![\d/毎第翌各前全]){_LETTER}(?:[・、,/と]?{_LETTER})+"
    r"(?=曜|\d|\s|$|[()のをに中夜朝昼午]|・\D))"
    rf"|(?P<one>{_LETTER}(?=曜)|(?<![\d一-龠]){_LETTER}(?=\s?\d{{1,2}}[:時])|(?<=\(){_LETTER}(?=[)・祝])|(?<=\d)[火水木金土](?=[、,()・~\s夜]|$)"
    r"|(?<=/\d)[月日](?=[、,)])|(?<=/\d\d)[月日](?=[、,)]))"
    r"|(?P<words>平日|土日祝?|土・日|日・?祝|祝日|週末|毎日|毎朝|毎晩))"
)
_NAMED = {
    "平日": _WEEKDAYS,
    "土日": frozenset({_SATURDAY, _SUNDAY}),
    "土・日": frozenset({_SATURDAY, _SUNDAY}),
    "土日祝": frozenset({_SATURDAY, _SUNDAY}),
    "週末": frozenset({_SATURDAY, _SUNDAY}),
    "日祝": frozenset({_SUNDAY}),
    "日・祝": frozenset({_SUNDAY}),
    "祝日": frozenset({_SUNDAY}),
    "毎日": frozenset(range(7)),
    "毎朝": frozenset(range(7)),
    "毎晩": frozenset(range(7)),
}
_DARK_OR_LIGHT = re.compile(r"(?P<dark>夜|夕方|毎晩)|(?:日中|昼|午前|午後|朝)")
_MONTH_AND_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_COUNT = re.compile(r"(\d{1,2})(?:日間|日|回)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meeting:
    """Days of the week (0 is Monday) with the hour at which they begin, None if nobody says."""

    days: Iterable[int]
    hour: int | None

    def bands(self) -> Iterator[TimeBand]:
        for day in self.days:
            if day >= _SATURDAY:
                yield TimeBand.SATURDAY if day == _SATURDAY else TimeBand.SUNDAY_HOLIDAY
            elif self.hour is not None:
                evening = self.hour >= EVENING
                yield TimeBand.WEEKDAY_EVENING if evening else TimeBand.WEEKDAY_DAY


@lru_cache(maxsize=4096)
def read_time_bands(text: str) -> tuple[TimeBand, ...]:
    """Read a column of words, in the order of the vocabulary; () where nothing is fixed."""
    known = _BAND_WORDS.meaning(text)
    if known is not None:
        return _in_order(known)
    if text in BLANKS or _NOT_FIXED.search(text):
        return ()
    derived = bands_of_schedule(text)
    if derived != bands_of_schedule(text, start_time="9:00"):
        derived = ()  # a weekday is named without its hour
    try:
        return _in_order(_BAND_WORDS.read_all(text))
    except BadCell:
        if derived:
            return derived
        raise


@lru_cache(maxsize=4096)
def bands_of_schedule(
    text: str, *, start_time: str = "", start: date | None = None, end: date | None = None
) -> tuple[TimeBand, ...]:
    """Derive the bands from a schedule's weekdays and hours; () where they are not clearly said.

    `start_time` is the beginning in a cell of its own. A text without weekdays is read by its
    dates, when these are one day or a few in a row.
    """
    said = _CLOSED.sub("", text) if _MAY_CLOSE.search(text) else text
    hours = [(found.start(), _hour(found)) for found in _CLOCK.finditer(said)]
    lone = _CLOCK.match(start_time)
    elsewhere = _hour(lone) if lone else None
    named = list(_named_days(said))
    meetings = [
        _Meeting(days=days, hour=_hour_of(said[at:], at, hours, elsewhere)) for days, at in named
    ]
    if not meetings:
        days = _WEEKDAYS if _WEEKEND_CLOSED.search(text) else _days_of_dates(said, start, end)
        meetings = [_Meeting(days=days, hour=_hour_of(said, 0, hours, elsewhere))]
    return _in_order(band for meeting in meetings for band in meeting.bands())


@lru_cache(maxsize=4096)
def read_clock(text: str) -> time | None:
    """Read 09:30, 9時30分 or 午後1時半; None for words. Raises BadCell for 25:70."""
    found = _CLOCK.match(text)
    if not found:
        refuse_spreadsheet_error(text)
        return None
    half = bool(found["and_half"])
    minute = 30 if half else int(found["minute"] or found["past"] or 0)
    try:
        return time(_hour(found) % 24 if found["hour"] == "24" else _hour(found), minute)
    except ValueError:
        raise BadCell(Code.TIME_IMPOSSIBLE) from None


def _hour(found: re.Match[str]) -> int:
    hour = int(found["hour"])
    half = (found["half"] or found["late"] or "").casefold()
    return hour + _NOON if half in _AFTERNOON and hour < _NOON else hour


def _named_days(text: str) -> Iterator[tuple[frozenset[int], int]]:
    """Yield the weekdays that a text names, and where."""
    for found in _DAYS.finditer(text):
        words = found["words"]
        letters = [_WEEK.index(char) for char in found[0].replace("曜日", "") if char in _WEEK]
        if words:
            yield _NAMED[words], found.start()
        elif found["span"]:
            first, last, *more = letters
            days = range(first, last + 1 if last >= first else first + 1)
            yield frozenset((*days, last, *more)), found.start()
        else:
            yield frozenset(letters), found.start()


def _hour_of(
    following: str, at: int, hours: list[tuple[int, int]], elsewhere: int | None
) -> int | None:
    """Return the hour nearest behind a weekday, else the first one said, else what 夜 means."""
    behind = next((hour for place, hour in hours if place >= at), None)
    if behind is not None:
        return behind
    word = _DARK_OR_LIGHT.search(following)
    if word:
        return EVENING if word["dark"] else _NOON
    return hours[0][1] if hours else elsewhere


def _days_of_dates(text: str, start: date | None, end: date | None) -> frozenset[int]:
    """Return the weekdays of the dates that are named, or of a few days in a row."""
    if start is None:
        return frozenset()
    end = end or start
    named = [day for day in _dates_named(text, start) if day <= end]
    if named:
        return _days_of_week(named)
    length = (end - start).days + 1
    if not 1 <= length <= _LONGEST_RUN:
        return frozenset()
    counted = _COUNT.search(text)
    if counted and int(counted[1]) < length:
        return _days_of_week((start, end))
    return _days_of_week(start + timedelta(days=day) for day in range(length))


def _dates_named(text: str, start: date) -> Iterator[date]:
    """Yield the days written without a year (2/6、2/7), the first such on or after `start`."""
    for month, day in _MONTH_AND_DAY.findall(text):
        try:
            found = date(start.year, int(month), int(day))
            yield found if found >= start else found.replace(year=start.year + 1)
        except ValueError:
            continue


def _days_of_week(dates: Iterable[date]) -> frozenset[int]:
    """Return the weekdays; a holiday is a Sunday, unless it falls into a course on weekdays."""
    dates = tuple(dates)
    days = frozenset(day.weekday() for day in dates if not is_holiday(day))
    if days & _WEEKDAYS:
        return days
    return days | {_SUNDAY for day in dates if is_holiday(day)}


def _in_order(bands: Iterable[TimeBand]) -> tuple[TimeBand, ...]:
    return tuple(sorted(set(bands), key=_ORDER.__getitem__))
