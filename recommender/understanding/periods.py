"""Periods: words for a time of the calendar → its first and last day, counted from today.

「4月」, 「1~2月」, 「令和9年9月」, 「12/10」, 「来月末」, 「年度末」, 「田植え」, 「next month」.
What has no year is the next one that is not over. What is asked to happen then is not decided here.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from recommender.understanding import calendar_words as words
from recommender.understanding.numbers import value_of
from recommender.understanding.seasons import SEASONS, Season

_Days = tuple[date, date, date]  # first, last, due
MONTHS_IN_YEAR, _DECEMBER, _FISCAL_YEAR_BEGINS = 12, 12, 4
_REIWA_BEFORE_FIRST = 2018
_LAST_MONTH_DAYS = 30
_TEN_DAYS, _TWENTY_DAYS = 10, 20  # 上旬 is the 1st to 10th, 中旬 to the 20th


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """`text[start:end]` names the days `first` to `last`, inclusive.

    `due` is the day meant by 「…までに」; for a season it is earlier than `last`.
    """

    start: int
    end: int
    first: date
    last: date
    due: date


_LOOK_BACK = 10  # characters


def periods(text: str, today: date) -> list[Period]:
    """Return the periods named in a text in match form that are not over, in order."""
    found: list[Period] = []
    for pattern, read in _KINDS:
        for match in pattern.finditer(text):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            if words.OF_THE_STORY.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
                continue
            days = read(match, today)
            if days and days[1] >= today:
                found.append(_period(match, days))
    return sorted(found, key=lambda one: one.start)


def _period(match: re.Match[str], days: _Days) -> Period:
    first, last, due = days
    return Period(start=match.start(), end=match.end(), first=first, last=last, due=due)


def _months(match: re.Match[str], today: date) -> _Days | None:
    begin, end = _whole(match["from"]), _whole(match["to"])
    year = _year(match, begin, today)
    last = _month_end(year + (end < begin), end)
    if year == today.year and last < today:
        year, last = year + 1, _month_end(year + 1 + (end < begin), end)
    return date(year, begin, 1), last, last


def _one_month(match: re.Match[str], today: date) -> _Days | None:
    month = _whole(match["month"])
    year = _year(match, month, today)
    if match["day"]:
        return _next_day(match, year, month, today)
    return _part_of_month(match, year, month)


def _slash(match: re.Match[str], today: date) -> _Days | None:
    month = int(match["month"])
    return _next_day(match, _year(match, month, today), month, today)


def _relative(match: re.Match[str], today: date) -> _Days | None:
    if match["weeks"]:
        monday = today - timedelta(days=today.weekday())
        first = monday + timedelta(weeks=words.RELATIVE_COUNT[match["weeks"]])
        last = first + timedelta(days=6)
        return first, last, last
    months = today.month - 1 + words.RELATIVE_COUNT[match["months"]]
    return _part_of_month(match, today.year + months // MONTHS_IN_YEAR, months % 12 + 1)


def _rest_of_year(match: re.Match[str], today: date) -> _Days | None:
    if match["fiscal"] or match["fiscal_2"]:
        last = _month_end(_fiscal_year(today) + 1, _FISCAL_YEAR_BEGINS - 1)
    else:
        last = date(today.year, _DECEMBER, 31)
    return today, last, last


def _in_season(match: re.Match[str], today: date) -> _Days | None:
    index = next(n for n in range(len(SEASONS)) if match[f"season_{n}"])
    season = SEASONS[index]
    across = season.last < season.first
    year = _year(match, season.first[0], today) if _has_year(match) else today.year - across
    while not _has_year(match) and _is_over(date(year + across, *season.last), season, today):
        year += 1
    first, last = date(year, *season.first), date(year + across, *season.last)
    return first, last, _due(season, last, today)


def _is_over(last: date, season: Season, today: date) -> bool:
    """Tell whether the next one must be meant: a long season in its last month counts as over."""
    long = (season.last[0] - season.first[0]) % MONTHS_IN_YEAR > 1
    return last < today + timedelta(days=_LAST_MONTH_DAYS if long else 0)


def _due(season: Season, last: date, today: date) -> date:
    due = date(last.year, *season.due)
    due = due if due <= last else due.replace(year=last.year - 1)
    return due if due >= today else due.replace(year=due.year + 1)


def _whole_year(match: re.Match[str], today: date) -> _Days | None:
    year = _stated_year(match, today)
    if _is_fiscal(match):
        first, last = date(year, _FISCAL_YEAR_BEGINS, 1), _month_end(year + 1, 3)
    else:
        first, last = date(year, 1, 1), date(year, _DECEMBER, 31)
    return max(first, today), last, last


def _foreign(match: re.Match[str], today: date) -> _Days | None:
    if match["next"] or match["next_zh"]:
        year, month = today.year + today.month // MONTHS_IN_YEAR, today.month % 12 + 1
    else:
        month = int(match["number"] or words.MONTH_NAMES[match["name"].casefold()])
        year = int(match["year"] or today.year + (month < today.month))
    last = _month_end(year, month)
    return date(year, month, 1), last, last


def _part_of_month(match: re.Match[str], year: int, month: int) -> _Days:
    first, last = date(year, month, 1), _month_end(year, month)
    if match["early"]:
        last = date(year, month, _TEN_DAYS)
    elif match["middle"]:
        first, last = date(year, month, _TEN_DAYS + 1), date(year, month, _TWENTY_DAYS)
    elif match["late"]:
        first = date(year, month, _TWENTY_DAYS + 1)
    return first, last, last


def _next_day(match: re.Match[str], year: int, month: int, today: date) -> _Days | None:
    """Return a day; one without a year that is over is next year's."""
    day = _whole(match["day"])
    found = _one_day(year, month, day)
    if found and found[1] < today and not _has_year(match):
        return _one_day(year + 1, month, day)
    return found


def _one_day(year: int, month: int, day: int) -> _Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found, found


def _has_year(match: re.Match[str]) -> bool:
    return bool(match["ahead"] or match["year"] or match["reiwa"])


def _is_fiscal(match: re.Match[str]) -> bool:
    return "年度" in (match["fiscal"] or match["fiscal_2"] or match["fiscal_3"] or "")


def _stated_year(match: re.Match[str], today: date) -> int:
    if match["ahead"]:
        this = _fiscal_year(today) if _is_fiscal(match) else today.year
        return this + words.YEARS_AHEAD[match["ahead"]]
    if match["reiwa"]:
        return _REIWA_BEFORE_FIRST + _whole(match["reiwa"])
    return int(match["year"])


def _year(match: re.Match[str], month: int, today: date) -> int:
    """Return the calendar year of a month: as stated, else the next that is not over."""
    if not _has_year(match):
        return today.year + (month < today.month)
    return _stated_year(match, today) + (_is_fiscal(match) and month < _FISCAL_YEAR_BEGINS)


def _fiscal_year(today: date) -> int:
    return today.year - (today.month < _FISCAL_YEAR_BEGINS)


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the month's last day where there is no such day."""
    count = day.month - 1 + months
    last = _month_end(day.year + count // MONTHS_IN_YEAR, count % MONTHS_IN_YEAR + 1)
    return last.replace(day=min(day.day, last.day))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _whole(written: str) -> int:
    return int(value_of(written))


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Days | None]], ...] = (
    (words.MONTHS, _months),
    (words.ONE_MONTH, _one_month),
    (words.SLASH, _slash),
    (words.RELATIVE, _relative),
    (words.REST, _rest_of_year),
    (words.SEASON, _in_season),
    (words.WHOLE_YEAR, _whole_year),
    (words.FOREIGN, _foreign),
)
