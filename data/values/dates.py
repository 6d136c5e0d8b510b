"""Dates: a cell that holds one date, or the last day to apply.

A coarse time (10月上旬, 2027年春) is no date: the schedule keeps its words. Words for "no fixed
date" are a table below; periods and numbered runs live in data.values.periods.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.periods import Period, leading_dates, read_period, split_runs
from data.values.spreadsheet import refuse_spreadsheet_error
from data.values.word_table import plain_words
from data.values.written_date import (
    WrittenDate,
    checked,
    english_date,
    serial_date,
    written_date,
)

__all__ = ["Period", "read_date", "read_deadline", "read_period", "split_runs"]

# What stands in a date's place when there is none; a text may go on after it.
_NO_FIXED_DATE = plain_words("no_date")
_BLANKS = frozenset({"-", "--", "ー", "一", "無", "*", "/", "N/A", "n/a", "×"})
_UNDECIDED = re.compile(
    r"(?:(?:開催|開講|募集)?(?:日程?|日時|期日|期間|締切|時期|年月日)(?:は|:|・時間は)?\s?)?"
    r"(?:まだ)?(?:未定|未確定|未決定|TBD|TBA|決まっていません)",
    re.IGNORECASE,
)
_ANNOUNCED_LATER = re.compile(r"調整中|検討中|後日|追って|近日(?:発表|公開|掲載|お知らせ)")
_ERA_OR_YEAR = r"(?:(?:令和|平成|[RH])\s?(?:\d{1,2}|元)|(?P<year>\d{4}))"
_COARSE = re.compile(
    rf"(?P<number>{_ERA_OR_YEAR}(?:年度?|[-/.](?=\d{{1,2}}(?:月|$)))\s?(?:の)?)?"
    r"(?:(?P<month>\d{1,2})(?:月|$))?"
    r"(?:\s|[初上中下]旬|初め|月?末|[前後][半期]|学期|頃|ごろ|[春夏秋冬]季?期?|中"
    r"|以降|から|より|まで|予定|開[始講催]|に|の|で|~|-|・|、"
    r"|\d{1,2}月|調整中|第?[1-5]週|年度?内?|\([^\d]*\))*"
)
_PLAIN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_COMPACT = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_NUMBER = re.compile(r"-?\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,15})?")
_SERIALS = range(25_000, 60_001)  # the days of 1968 to 2064 in a spreadsheet
_LABEL = re.compile(
    r"(?:[^\d\s:~()]{1,8}:|(?:締め?切|〆切|期限|必着|申込期限|開[講催始]日?)り?)\s?"
)
_TAIL = re.compile(
    r"(?>\s|,|[月火水木金土日]曜日?|まで|迄|しめきり|必着|必要|〆切り?|〆|締め?切り?"
    r"|締切日?|厳守|頃|ごろ|予定|から|より|以降|開[始講催]|スタート|に|の"
    r"|は|~|受付|申込|終了"
    r"|当日?消印(?:まで)?有効|消印(?:まで)?有効|郵送|正午|午前|午後|\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?"
    r"|\d{1,2}時(?:半|\d{1,2}分)?"
    r"|\((?:[^()]|\([^()]*\))*\))*+(?:(?:※|、|。|;|または|又は|もしくは|ただし|但し)\D*)?"
)
_BEFORE_START = re.compile(
    r"(?:各?(?:開講|開催|開始|講座|受講|実施|講習|研修|初回|訓練|第1回|事業)?(?:希望)?(?:開始"
    r"|実施)?日?の?)"
    r"(?:(?P<count>\d{1,3})\s?(?P<unit>日|週間?|[かヶカケ箇]月)前|(?P<eve>前日)|(?P<same>当日))"
    r"(?:まで|迄|必着|締め?切り?|〆切り?|〆|\s|正午|に|の|\(.*\)|\d{1,2}[:時]\d{0,2}分?)*"
)
_DAYS_A_WEEK, _DAYS_A_MONTH = 7, 30


@lru_cache(maxsize=4096)
def read_date(
    text: str, *, fiscal_year: int | None = None, after: date | None = None
) -> date | None:
    """Read one date; None for words that say there is no fixed or only a coarse one.

    A missing year is that of `fiscal_year` (April to March), else it makes the first such date on
    or after `after`. Raises BadCell.
    """
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _plain_date(*plain.groups())
    written = _only_date(text)
    if written:
        return written.dated(fiscal_year=fiscal_year, after=after)
    return _without_date(text)


@lru_cache(maxsize=4096)
def read_deadline(
    text: str, *, start: date | None = None, fiscal_year: int | None = None
) -> date | None:
    """Read the last day to apply: a date, the end of a range, or days before a known `start`.

    A missing year makes the last such date not after `start`. Raises BadCell.
    """
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _plain_date(*plain.groups())
    if _ANNOUNCED_LATER.match(text):
        raise BadCell(Code.DATE_UNDECIDED)
    relative = _BEFORE_START.fullmatch(text)
    if relative:
        return _counted_back(relative, start) if start else None
    written = _only_date(text.removeprefix("~").lstrip())
    if written and not (text.endswith("~") and len(text) > 1):
        return _applied_for(written, start, fiscal_year)
    return _end_of_range(text, start, fiscal_year)


def _plain_date(year: str, month: str, day: str) -> date:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise BadCell(Code.DATE_IMPOSSIBLE) from None
    return checked(found)


def _only_date(text: str) -> WrittenDate | None:
    """Return the date of a text that holds nothing but one, with a label before it at most."""
    label = _LABEL.match(text)
    found = written_date(text, label.end() if label else 0)
    if found and _TAIL.fullmatch(text, found.end):
        return found
    return english_date(text)


def _without_date(text: str) -> date | None:
    """Return None for words, or the date of a bare number; else say what is wrong."""
    if text in _BLANKS or text.startswith(_NO_FIXED_DATE):
        return None
    if _UNDECIDED.match(text):
        raise BadCell(Code.DATE_UNDECIDED)
    if _NUMBER.fullmatch(text):
        return _from_number(text)
    coarse = _COARSE.fullmatch(text)
    if coarse:
        _check_coarse(coarse)
        return None
    refuse_spreadsheet_error(text)
    raise BadCell(Code.DATE_UNREADABLE)


def _from_number(text: str) -> date:
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _plain_date(*compact.groups())
    number = float(text.replace(",", ""))
    if int(number) not in _SERIALS:
        raise BadCell(Code.DATE_OUT_OF_RANGE)
    return serial_date(int(number))


def _check_coarse(found: re.Match[str]) -> None:
    """Accept a year, month or season; a thirteenth month is none."""
    month = int(found["month"] or 1)
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        raise BadCell(Code.DATE_IMPOSSIBLE)
    if found["year"]:
        checked(date(max(int(found["year"]), 1), 1, 1))


def _counted_back(found: re.Match[str], start: date) -> date:
    if found["same"]:
        return start
    if found["eve"]:
        return start - timedelta(days=1)
    count, unit = int(found["count"]), found["unit"]
    if unit.endswith("月"):
        return start - timedelta(days=count * _DAYS_A_MONTH)
    return start - timedelta(days=count * (_DAYS_A_WEEK if unit.startswith("週") else 1))


def _applied_for(written: WrittenDate, start: date | None, fiscal_year: int | None) -> date:
    if start and written.year is None:
        return written.last_before(start)
    return written.dated(fiscal_year=fiscal_year)


def _end_of_range(text: str, start: date | None, fiscal_year: int | None) -> date | None:
    """Return the end of a range; words may stand there too (1/10~定員になり次第)."""
    found = leading_dates(text)
    if not found.dates or found.listed:
        return _without_date(text)
    if found.open_end:
        if not found.rest:
            raise BadCell(Code.PERIOD_INCOMPLETE)
        return _without_date(found.rest)
    first, last = found.dates[0], found.dates[-1]
    if len(found.dates) == 1 or not _TAIL.fullmatch(found.rest):
        raise BadCell(Code.DATE_UNREADABLE)
    if last.year is not None or (start and last.month):
        return _applied_for(last, start, fiscal_year)
    return last.dated(after=_applied_for(first, start, fiscal_year))
