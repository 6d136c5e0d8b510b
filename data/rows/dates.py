"""A row's dates: from the columns of dates, from a period, or from the words of the schedule."""

import re
from dataclasses import dataclass, replace
from datetime import date

from data.columns.columns import Column
from data.columns.roles import Role
from data.issue import Code
from data.rows.labelled import labelled, labelled_parts
from data.rows.row_cells import RowCells
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.dates import Period, read_date, read_period

SAME_DAY = frozenset(
    {
        "同日",
        "同じ日",
        "当日",
        "当日のみ",
        "同左",
        "同上",
        "1日のみ",
        "開始日と同じ",
        "開始日に同じ",
    }
)
ONE_DAY = re.compile(r"(?:開催|実施|研修|講習|受講)日|期日|日にち|日付|年月日")
_FISCAL_YEAR = re.compile(r"(?:(令和|R)\s*(\d{1,2}|元)|(20\d\d))\s*年?度?")
_REIWA_BEFORE_FIRST = 2018


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """When it takes place; `sessions` is the schedule in the source's words, on one line."""

    start: date | None = None
    end: date | None = None
    sessions: str = ""
    fiscal_year: int | None = None


def read_fiscal_year(text: str) -> int | None:
    """Read 令和8年度, R8 or 2026年度 as the year in which it begins."""
    found = _FISCAL_YEAR.search(match_form(text))
    if not found:
        return None
    if found[3]:
        return int(found[3])
    return _REIWA_BEFORE_FIRST + (1 if found[2] == "元" else int(found[2]))


def read_dates(cells: RowCells) -> Dates:
    """Read when a row's occasion takes place; an end before its start is reported and dropped."""
    year = read_fiscal_year(cells.raw(Role.FISCAL_YEAR))
    known = Dates(sessions=_sessions(cells), fiscal_year=year)
    start_cell, end_cell = cells.first(Role.START_DATE), cells.first(Role.END_DATE)
    if start_cell or end_cell:
        return _in_order(cells, _from_columns(cells, known), end_cell)
    period = cells.first(Role.PERIOD)
    if period:
        return _from_period(cells, known, period)
    return _from_schedule(cells, known)


def _from_columns(cells: RowCells, known: Dates) -> Dates:
    year = known.fiscal_year
    if not cells.first(Role.END_DATE):
        period = _period_in(cells.matched(Role.START_DATE), year)
        if period:
            sessions = known.sessions or _rest(period)
            return replace(known, start=period.start, end=period.end, sessions=sessions)
    start = cells.value(Role.START_DATE, lambda text: read_date(text, fiscal_year=year))
    if cells.matched(Role.END_DATE) in SAME_DAY or _is_only_day(cells):
        end = start
    else:
        end = cells.value(
            Role.END_DATE, lambda text: read_date(text, fiscal_year=year, after=start)
        )
    sessions = known.sessions or _words_for_a_date(cells)
    return Dates(start=start, end=end, sessions=sessions, fiscal_year=year)


def _is_only_day(cells: RowCells) -> bool:
    """Tell a list with one column for the day (開催日), which is then the last one too."""
    found = cells.first(Role.START_DATE)
    if found is None or Role.END_DATE in cells.columns:
        return False
    return bool(ONE_DAY.search(found[0].header))


def _period_in(text: str, year: int | None) -> Period | None:
    """Return the period that a cell for one date holds, if it holds one."""
    try:
        read_date(text, fiscal_year=year)
    except BadCell:
        period = read_period(text, fiscal_year=year)
        return period if period.start and period.end and not period.faults else None
    return None


def _words_for_a_date(cells: RowCells) -> str:
    """Return what a date column says in words (10月上旬, 随時), for want of a schedule."""
    said = cells.text(Role.START_DATE)
    return "" if any(char.isdigit() for char in said) and "旬" not in said else said


def _from_period(cells: RowCells, known: Dates, period: tuple[Column, str]) -> Dates:
    column, raw = period
    found = read_period(match_form(cells.cleaned(column, raw)), fiscal_year=known.fiscal_year)
    for fault in found.faults:
        cells.report(fault.code, column.header, raw, detail=fault.detail)
    sessions = known.sessions or _rest(found)
    return replace(known, start=found.start, end=found.end, sessions=sessions)


def _from_schedule(cells: RowCells, known: Dates) -> Dates:
    """Take dates out of the schedule: labelled lines, or what stands at its beginning."""
    schedule = cells.first(Role.SCHEDULE)
    if not schedule:
        return known
    column, raw = schedule
    text = cells.cleaned(column, raw)
    parts, rest = labelled_parts(text)
    if labelled(text, Role.START_DATE) or any(role is Role.END_DATE for role, _ in parts):
        start = _quietly(labelled(text, Role.START_DATE))
        end = _quietly(labelled(text, Role.END_DATE))
        return replace(known, start=start, end=end, sessions=_one_line(rest))
    found = read_period(match_form(text), fiscal_year=known.fiscal_year)
    for fault in found.faults:
        cells.report(fault.code, column.header, raw, detail=fault.detail)
    if found.start is None and found.end is None:
        return known
    return replace(known, start=found.start, end=found.end, sessions=_rest(found) or known.sessions)


def _in_order(cells: RowCells, dates: Dates, end_cell: tuple[Column, str] | None) -> Dates:
    """Drop an end that lies before its start: one of the two is wrong, the start is shown."""
    if dates.start and dates.end and dates.end < dates.start and end_cell:
        cells.report(Code.END_BEFORE_START, end_cell[0].header, end_cell[1])
        return replace(dates, end=None)
    if dates.start is None and dates.end is None and not cells.first(Role.START_DATE):
        return _from_schedule(cells, dates)
    return dates


def _sessions(cells: RowCells) -> str:
    texts = cells.texts(Role.SCHEDULE)
    if len(texts) == 1:
        return _one_line(texts[0])
    if texts:
        return "・".join(dict.fromkeys(_one_line(text) for text in texts))
    begin, end = cells.matched(Role.START_TIME), cells.matched(Role.END_TIME)
    return f"{begin}〜{end}" if begin and end else ""


def _quietly(text: str) -> date | None:
    try:
        return read_date(match_form(text)) if text else None
    except BadCell:
        return None


def _rest(period: Period) -> str:
    """Return the words behind a period's dates, with the wave that people write."""
    return _one_line(period.rest).replace("~", "〜")


def _one_line(text: str) -> str:
    if "\n" not in text:
        return text.strip("・ ")
    return "・".join(line.strip("・ ") for line in text.split("\n") if line.strip("・ "))
