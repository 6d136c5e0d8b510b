"""Schedule: on how many days one has to come, and when a class on a weekday lets out.

Read from the source's own words (「全3日・火〜木9:10〜16:00」), because what people ask for is days
of attendance: five Saturdays are five days, not a month. None where nothing says it.
"""

import re
from collections.abc import Iterator
from datetime import time

from data.program import Offering
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.times import EVENING, read_clock
from data.vocabulary import Mode, Status, TimeBand

HOUR, NOON = 60, 12 * 60  # minutes
WEEKDAY_BANDS = frozenset({TimeBand.WEEKDAY_DAY, TimeBand.WEEKDAY_EVENING})
OWN_PACE = frozenset({Mode.ON_DEMAND, Mode.CORRESPONDENCE})

_COUNT = re.compile(
    r"[全計]\s?(?P<all>\d{1,3})\s?[回日]|(?P<days>\d{1,3})日間|\d泊(?P<nights>\d{1,2})日"
    r"|[×x]\s?(?P<times>\d{1,3})(?:~\d{1,3})?回|(?P<one>[1一]回完結|単発|1日完結)"
)
_MORE = re.compile(r"\+|ほか|別に|別途")  # what else there is to attend is not counted

_CLOCK = r"(?:午前|午後|夜|AM|PM)?\s?\d{1,2}(?::\d{2}|時(?!間)(?:\d{1,2}分|半)?)"
_UNTIL = re.compile(rf"(?P<start>{_CLOCK})?\s?[~-]\s?(?P<end>{_CLOCK})", re.IGNORECASE)


def days_to_attend(offering: Offering) -> int | None:
    """Return on how many days one comes (or sits at a live class)."""
    if offering.mode is Mode.ON_DEMAND:
        return None
    counted, spanned = _counted(match_form(offering.sessions)), _spanned(offering)
    if counted is None or spanned is None:
        return counted or spanned
    return min(counted, spanned)  # several sessions may fall on one day


def weekday_end(offering: Offering) -> int | None:
    """Return the minute of the day by which every weekday class is over.

    A class in the evening that does not say when it ends does so after it could have begun.
    """
    bands = set(offering.time_bands)
    if offering.mode is Mode.ON_DEMAND or (bands and bands.isdisjoint(WEEKDAY_BANDS)):
        return None
    latest = max(_ends(match_form(offering.sessions)), default=None)
    if latest is None and bands & WEEKDAY_BANDS == {TimeBand.WEEKDAY_EVENING}:
        return EVENING * HOUR
    return latest


def _counted(text: str) -> int | None:
    found = _COUNT.search(text)
    if not found or _MORE.search(text):
        return None
    return 1 if found["one"] else int(found[found.lastgroup or 0])


def _spanned(offering: Offering) -> int | None:
    """Return the days from first to last; the time in which one may begin says nothing."""
    start, end = offering.start_date, offering.end_date
    open_ended = offering.status is Status.ANY_TIME or offering.mode in OWN_PACE
    if start is None or end is None or open_ended or end < start:
        return None
    return (end - start).days + 1


def _ends(text: str) -> Iterator[int]:
    """Yield the minutes of the day at which a text says that something ends."""
    for found in _UNTIL.finditer(text):
        try:
            end = read_clock(found["end"].strip())
            start = read_clock(found["start"].strip()) if found["start"] else None
        except BadCell:
            continue
        if end:
            yield _after(_minutes(start) if start else 0, _minutes(end))


def _after(start: int, end: int) -> int:
    """Read 「午後1時〜3時」 as people do: the end lies behind the beginning."""
    return end + NOON if end <= start and end < NOON else end


def _minutes(clock: time) -> int:
    return clock.hour * HOUR + clock.minute
