"""Holidays: the national holidays of Japan, whose courses meet in the band 日祝.

Source: the national holidays act (国民の祝日に関する法律) as in force since 2022. The equinoxes use
the usual approximation, right for 1980 to 2099.
"""

from datetime import date, timedelta
from functools import lru_cache

_FIXED = frozenset(
    {(1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23)}
)
_MONDAYS = frozenset({(1, 2), (7, 3), (9, 3), (10, 2)})  # month, which Monday of it
_EQUINOXES = {3: 20.8431, 9: 23.2488}  # the day in 1980; 0.242194 days later every year
_SUNDAY = 6


@lru_cache(maxsize=4096)
def is_holiday(day: date) -> bool:
    """Tell a national holiday, also one that stands in for a holiday on a Sunday."""
    if _is_named(day):
        return True
    if _is_named(day - timedelta(days=1)) and _is_named(day + timedelta(days=1)):
        return True  # a day between two holidays
    before = day - timedelta(days=1)
    while _is_named(before):
        if before.weekday() == _SUNDAY:
            return True
        before -= timedelta(days=1)
    return False


def _is_named(day: date) -> bool:
    if (day.month, day.day) in _FIXED:
        return True
    if day.weekday() == 0 and (day.month, (day.day + 6) // 7) in _MONDAYS:
        return True
    return day.month in _EQUINOXES and day.day == _equinox(day.year, _EQUINOXES[day.month])


def _equinox(year: int, in_1980: float) -> int:
    years = year - 1980
    return int(in_1980 + 0.242194 * years) - years // 4
