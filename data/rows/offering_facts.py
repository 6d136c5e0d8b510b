"""What a row says about an occasion: when, where, how, how much, until when to apply."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from data.columns.roles import Role
from data.issue import Code
from data.program import Offering
from data.rows.dates import Dates, read_dates
from data.rows.labelled import labelled
from data.rows.price import read_price
from data.rows.program_facts import remarks
from data.rows.row_cells import RowCells
from data.text import display_form, match_form
from data.values.amounts import read_count, read_hours
from data.values.bad_cell import BadCell
from data.values.dates import read_deadline, split_runs
from data.values.places import Place, read_municipality, read_place
from data.values.times import bands_of_schedule, read_clock, read_time_bands
from data.values.words import find_status, mode_of_venue, read_mode, read_status, read_training
from data.vocabulary import Mode, Status, TimeBand

# Cells that may hold several occasions, numbered ①②③ alike.
_NUMBERED = (
    Role.SCHEDULE,
    Role.PERIOD,
    Role.START_DATE,
    Role.END_DATE,
    Role.DEADLINE,
    Role.STATUS,
    Role.VENUE,
    Role.FEE,
    Role.CAPACITY,
)
_RUN_MARK = re.compile(
    r"\s*(?:[〔［\[【(（][A-DＡ-Ｄ1-9１-９一二三四]?(?:日程|コース|期|組)?[〕］\]】)）]|第[1-9１-９一二三四]期[:：])"
)
_SHARED = (Role.DEADLINE, Role.STATUS)
_WHEN = (Role.SCHEDULE, Role.PERIOD, Role.START_DATE)
_ORDINAL = re.compile(r"^\s*(?:第\s?[\d０-９一二三四五]+[回期]|\([\d]+\)|[①-⑳])\s*[:：]?\s*")
_ONLINE = frozenset({Mode.LIVE_ONLINE, Mode.ON_DEMAND})
_ATTENDED = frozenset({Mode.ONSITE, Mode.HYBRID})
_LATITUDES = range(37, 40)  # Yamagata lies between 37.7 and 39.2 degrees north


def offering_facts(cells: RowCells) -> Iterator[Offering]:
    """Yield the occasions that a row states: one, or one for each number."""
    for run in _runs(cells):
        yield _offering(run)


def _runs(cells: RowCells) -> list[RowCells]:
    """Return the row once for every occasion in it: numbered ①②③, or line by line alike."""
    filled = {
        column.index: display_form(raw)
        for role in _NUMBERED
        for column, raw in cells.filled(role)
        if "②" in raw or "\n" in raw or _RUN_MARK.match(raw)
    }
    if not filled:
        return [cells]
    numbered = {at: split_runs(text) for at, text in filled.items() if "②" in text}
    pieces = numbered or _by_lines(cells, filled)
    count = max((len(runs) for runs in pieces.values()), default=1)
    if count == 1:
        return [cells]
    return [
        cells.with_cells({at: runs[run] for at, runs in pieces.items() if len(runs) == count})
        for run in range(count)
    ]


def _by_lines(cells: RowCells, filled: dict[int, str]) -> dict[int, tuple[str, ...]]:
    """Part cells with as many lines each, where the deadline or status has a line a run.

    Several days of one occasion stand in lines, too, but they share one deadline.
    """
    lines = {at: _pieces(text) for at, text in filled.items()}
    shared = _line_counts(cells, lines, _SHARED) & _line_counts(cells, lines, _WHEN)
    return {at: parts for at, parts in lines.items() if len(parts) in shared} if shared else {}


def _pieces(text: str) -> tuple[str, ...]:
    """Return a cell's lines, or what stands behind each mark of a run (〔A日程〕, 第1期：)."""
    marked = [piece.strip() for piece in _RUN_MARK.split(text)]
    if len(marked) > 2 and not marked[0]:  # noqa: PLR2004 - two runs at least, nothing before
        return tuple(marked[1:])
    return tuple(_ORDINAL.sub("", line) for line in text.split("\n"))


def _line_counts(
    cells: RowCells, lines: dict[int, tuple[str, ...]], roles: Sequence[Role]
) -> set[int]:
    """Return how many lines the cells of some roles have, where more than one."""
    columns = [column.index for role in roles for column, _ in cells.filled(role)]
    return {len(lines[at]) for at in columns if at in lines} - {1}


def _offering(cells: RowCells) -> Offering:
    dates = read_dates(cells)
    mode, stated_bands = _mode(cells)
    place = _place(cells, mode)
    price = read_price(cells)
    _check_coordinates(cells)
    return Offering(
        mode=mode,
        municipality=place.municipality,
        venue=place.venue,
        time_bands=_time_bands(cells, dates) or stated_bands,
        start_date=dates.start,
        end_date=dates.end,
        sessions=dates.sessions,
        total_hours=cells.value(Role.TOTAL_HOURS, read_hours),
        fee_yen=price.yen,
        fee_note=price.note,
        deadline=_deadline(cells, dates),
        status=_status(cells),
        capacity=cells.value(Role.CAPACITY, read_count),
    )


def _mode(cells: RowCells) -> tuple[Mode, tuple[TimeBand, ...]]:
    """Read how it is taught; a list without such a column says it by the venue."""
    if cells.first(Role.MODE):
        mode = cells.value(Role.MODE, read_mode) or Mode.UNKNOWN
        return mode, read_training(cells.matched(Role.MODE))[1] if "通学" in cells.raw(
            Role.MODE
        ) else ()
    venue = cells.matched(Role.VENUE)
    return (mode_of_venue(venue) if venue else None) or Mode.UNKNOWN, ()


def _place(cells: RowCells, mode: Mode) -> Place:
    """Return the town and the venue; what is taught at a distance has neither."""
    stated = cells.value(Role.MUNICIPALITY, read_municipality)
    coded = cells.value(Role.TOWN_CODE, read_municipality)
    if mode in _ONLINE:
        return Place(municipality="", venue="")
    place = read_place(match_form(cells.text(Role.VENUE)))
    towns = [stated, place.municipality, _town_of(cells, Role.ADDRESS), coded]
    if mode in _ATTENDED or "通学" in cells.raw(Role.MODE):
        towns.append(_town_of(cells, Role.OFFICE_ADDRESS))
    town = next((town for town in towns if town), "")
    return Place(municipality=town, venue=place.venue)


def _town_of(cells: RowCells, role: Role) -> str:
    address = cells.matched(role)
    return read_place(address).municipality if address else ""


def _time_bands(cells: RowCells, dates: Dates) -> tuple[TimeBand, ...]:
    """Read the column of time bands, or what days and times the schedule names."""
    stated = cells.first(Role.TIME_BANDS)
    clock = cells.matched(Role.START_TIME)
    if stated:
        try:
            return read_time_bands(match_form(stated[1]))
        except BadCell as fault:
            derived = bands_of_schedule(match_form(stated[1]), start_time=clock)
            if not derived:
                cells.report(fault.code, stated[0].header, stated[1], detail=fault.detail)
            return derived
    text = match_form(dates.sessions)
    return bands_of_schedule(text, start_time=clock, start=dates.start, end=dates.end)


def _deadline(cells: RowCells, dates: Dates) -> date | None:
    def read(text: str) -> date | None:
        return read_deadline(text, start=dates.start, fiscal_year=dates.fiscal_year)

    return cells.value(Role.DEADLINE, read)


def _status(cells: RowCells) -> Status:
    """Read the state of applications; free remarks and titles may say it too."""
    if cells.first(Role.STATUS):
        return cells.value(Role.STATUS, read_status) or Status.UNKNOWN
    said = match_form(labelled(remarks(cells), Role.STATUS) or remarks(cells))
    found = find_status(said) or find_status(cells.matched(Role.TITLE))
    if found:
        return found
    return Status.OPEN if cells.columns.blank_is_open else Status.UNKNOWN


def _check_coordinates(cells: RowCells) -> None:
    """Report a latitude and longitude that do not lie in the prefecture, and times past 24."""
    latitude = cells.first(Role.LATITUDE)
    if latitude and not _lies(latitude[1], _LATITUDES):
        cells.report(Code.COORDINATES_SWAPPED, latitude[0].header, latitude[1])
    for role in (Role.START_TIME, Role.END_TIME):
        cells.value(role, read_clock)


def _lies(text: str, degrees: range) -> bool:
    try:
        return int(float(text)) in degrees
    except (ValueError, OverflowError):  # no number, or infinite
        return False
