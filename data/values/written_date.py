"""WrittenDate: one date as offices write it, somewhere in a text, before it is a calendar date.

The year may be western or of an era, or be missing; the day may be missing after another date
(5月21日~23日) or be 末. Whether such a date exists is decided only when it is dated.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from data.issue import Code
from data.values.bad_cell import BadCell

FIRST_YEAR, LAST_YEAR = 2010, 2045  # what a list of courses can mean
_ARTEFACT_YEARS = frozenset({1899, 1900})  # a small number that a spreadsheet shows as a date
_FISCAL_YEAR_BEGINS = 4  # April

_ERA_BEFORE_FIRST = {
    **dict.fromkeys(("令和", "令", "r"), 2018),
    **dict.fromkeys(("平成", "平", "h"), 1988),
    **dict.fromkeys(("昭和", "s"), 1925),
}
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip

_ERA = r"(?:令和?|平成?|昭和|(?<![A-Za-z])[RHS])"
_ERA_YEAR = rf"(?P<era>{_ERA})\s?\.?\s?(?P<era_year>\d{{1,2}}|元)"
_ALSO = r"\s?(?:\((?P<also{}>[^()]{{2,8}})\)\s?)?"  # 2019年(令和1年), 2019(令和1)年
_YEAR = rf"(?:{_ERA_YEAR}|(?P<year>\d{{4}})){_ALSO.format(1)}\s?[年./-]{_ALSO.format(2)}\s?"
_WEEKDAY = (
    r"(?:\s?[(〔\[][月火水木金土日](?:曜日?)?(?:[・,/、]?(?:祝日?|休日?|振休|振替休日))?[)〕\]]"
    r"|[月火水木金土](?:曜日?)?(?![月火水木金土日])|日曜日?)?"
)
_WHOLE = (
    rf"(?:{_YEAR}(?P<month>\d{{1,2}})\s?[月./-]\s?(?P<day>\d{{1,2}}|末)(?:\s?日)?"
    rf"|(?P<short_month>\d{{1,2}})(?:\s?月\s?|/)(?P<short_day>\d{{1,2}}|末)(?:\s?日)?(?![/\d]))"
)
_MOMENT = r"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
WRITTEN_DATE = re.compile(rf"{_WHOLE}{_MOMENT}{_WEEKDAY}", re.IGNORECASE)
_DAY_ONLY = re.compile(
    rf"(?P<day>\d{{1,2}})(?:\s?日(?![間程目])|(?![\d:時回名人円年月日]|\s?[/.]\d)){_WEEKDAY}"
)

_MONTH_NAME = "|".join(_MONTHS)
_ENGLISH = re.compile(
    rf"(?:(?P<day>\d{{1,2}})[ -](?P<month>{_MONTH_NAME})[a-z]*(?:[ -](?P<year>\d{{4}}|\d{{2}}))?"
    rf"|(?P<month_first>{_MONTH_NAME})[a-z]*\.? (?P<day_last>\d{{1,2}})"
    r"(?:,? (?P<year_last>\d{4}))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """What stands in the text; None where it names no year or no month, day 0 for 末."""

    year: int | None
    month: int | None
    day: int
    end: int  # where it ends in the text

    def dated(self, *, fiscal_year: int | None = None, after: date | None = None) -> date:
        """Return the calendar date; raise BadCell where there is none or its year is unknown.

        A missing year is that of the fiscal year (April to March), else of the first such date on
        or after `after`; a missing month is that of `after`.
        """
        month = self.month or (after.month if after else 0)
        if self.year is not None:
            return _calendar_date(self.year, month, self.day)
        if self.month is None and after:
            return _calendar_date(after.year, month, self.day)
        if fiscal_year:
            next_year = month < _FISCAL_YEAR_BEGINS
            return _calendar_date(fiscal_year + next_year, month, self.day)
        if after:
            return self._next(after)
        _calendar_date(2028, month, self.day)  # 13月40日 is in no year, not even in a leap year
        raise BadCell(Code.DATE_UNREADABLE)

    def _next(self, after: date) -> date:
        month, found = self.month or after.month, None
        for year in range(after.year, after.year + 9):  # 29 February comes within eight years
            if _exists(year, month, self.day):
                found = _calendar_date(year, month, self.day)
                if found >= after:
                    return found
        return found or _calendar_date(after.year, month, self.day)

    def last_before(self, latest: date) -> date:
        """Return the last such date not after `latest`, which supplies a missing year."""
        if self.year is not None:
            return self.dated()
        month = self.month or latest.month
        for year in range(latest.year, latest.year - 9, -1):
            if _exists(year, month, self.day):
                found = _calendar_date(year, month, self.day)
                if found <= latest:
                    return found
        return _calendar_date(latest.year, month, self.day)


def written_date(text: str, at: int = 0) -> WrittenDate | None:
    """Find a date that begins at `at`."""
    found = WRITTEN_DATE.match(text, at)
    if not found:
        return None
    part = found.groupdict()
    year = _year(part["era"], part["era_year"]) if part["era"] else None
    if part["year"]:
        year = int(part["year"])
    also = part["also1"] or part["also2"]
    if also and _year_in(also) not in {None, year}:
        raise BadCell(Code.DATE_IMPOSSIBLE)
    return WrittenDate(
        year=year,
        month=int(part["month"] or part["short_month"]),
        day=_day(part["day"] or part["short_day"]),
        end=found.end(),
    )


def written_day(text: str, at: int) -> WrittenDate | None:
    """Find a day of the month just named: the 23日 of 5月21日~23日."""
    found = _DAY_ONLY.match(text, at)
    if not found:
        return None
    return WrittenDate(year=None, month=None, day=int(found["day"]), end=found.end())


def english_date(text: str) -> WrittenDate | None:
    """Read 12 Feb 2027, 12-Feb-27 or Feb 12, 2027, as spreadsheets show dates; else None."""
    found = _ENGLISH.fullmatch(text)
    if not found:
        return None
    year = found["year"] or found["year_last"]
    month = (found["month"] or found["month_first"]).casefold()
    return WrittenDate(
        year=(int(year) + 2000 if len(year) == len("27") else int(year)) if year else None,
        month=_MONTHS.index(month) + 1,
        day=int(found["day"] or found["day_last"]),
        end=found.end(),
    )


def checked(found: date) -> date:
    """Return `found` when a course can take place then; else raise BadCell."""
    if found.year in _ARTEFACT_YEARS:
        raise BadCell(Code.SPREADSHEET_ARTEFACT)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadCell(Code.DATE_OUT_OF_RANGE)
    return found


def _calendar_date(year: int, month: int, day: int) -> date:
    if not _exists(year, month, day):
        raise BadCell(Code.DATE_IMPOSSIBLE)
    return checked(date(year, month, day or calendar.monthrange(year, month)[1]))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day or 1)
    except ValueError:
        return False
    return True


def _day(text: str) -> int:
    """Return the day, 0 for 末; a written 0 is no day of any month."""
    if text == "末":
        return 0
    return int(text) or _NO_DAY


_NO_DAY = 99


def _year(era: str, number: str) -> int:
    return _ERA_BEFORE_FIRST[era.casefold()] + (1 if number == "元" else int(number))


def _year_in(text: str) -> int | None:
    found = re.fullmatch(rf"(?:{_ERA_YEAR}|(?P<year>\d{{4}}))年?", text, re.IGNORECASE)
    if not found:
        return None
    return _year(found["era"], found["era_year"]) if found["era"] else int(found["year"])


def serial_date(number: int) -> date:
    """Return the date that spreadsheets store as `number`: 36526 is 2000-01-01."""
    return checked(date(1899, 12, 30) + timedelta(days=number))
