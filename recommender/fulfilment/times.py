"""Times: when an offering meets, begins and ends, and how long it takes, beside what was asked.

What is taken whenever one likes has no times of the week, and no word is lost on them.
"""

from datetime import date

from data.program import Offering, Program
from data.vocabulary import Mode, Status, TimeBand
from recommender.constraints import Constraints
from recommender.eligibility.schedule import OWN_PACE, WEEKDAY_BANDS, days_to_attend, weekday_end
from recommender.fulfilment import wording
from recommender.fulfilment.verdict import Verdict, differs, leaves_open, meets
from recommender.understanding.wording import bands

HOUR = 60  # minutes


def times_of_the_week(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare the parts of the week; what also meets at other times is told with them."""
    held = set(offering.time_bands)
    if not held:
        return _own_pace(offering) or leaves_open(wording.TIMES)
    wanted = set(asked.time_bands or TimeBand) - set(asked.not_time_bands)
    if held <= wanted:
        return meets(bands(held))
    if held & wanted:
        return differs(wording.also_when(held & wanted, held - wanted))
    return differs(wording.when(held))


def weekday_ending(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare when a class on a weekday lets out; others have no such time."""
    limit, held = asked.weekday_end_by, set(offering.time_bands)
    if (
        limit is None
        or offering.mode is Mode.ON_DEMAND
        or (held and held.isdisjoint(WEEKDAY_BANDS))
    ):
        return None
    end = weekday_end(offering)
    if end is None:
        return leaves_open(wording.WEEKDAY_END)
    in_time = end <= limit.hour * HOUR + limit.minute
    return meets(wording.over_by(limit)) if in_time else differs(wording.over_later_than(limit))


def beginning(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare when it begins."""
    first, last, start = asked.start_from, asked.start_until, offering.start_date
    if offering.status is Status.ANY_TIME and not (start and last and start > last):
        return meets(wording.BEGIN_ANY_TIME)
    if start is None:
        return leaves_open(wording.START)
    fits = (first is None or start >= first) and (last is None or start <= last)
    words = wording.begins(start, as_asked=fits, with_year=_is_other_year(start, first or last))
    return meets(words) if fits else differs(words)


def ending(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare when it ends; who may begin at any time ends when they end."""
    last, end = asked.finish_until, offering.end_date
    if last is None or end is None or offering.status is Status.ANY_TIME:
        return leaves_open(wording.END)
    words = wording.ends(end, as_asked=end <= last, with_year=_is_other_year(end, last))
    return meets(words) if end <= last else differs(words)


def days(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare the days on which one takes part."""
    count, most = days_to_attend(offering), asked.max_days
    if count is None or most is None:
        return _own_pace(offering) or leaves_open(wording.DAYS)
    words = wording.days(count, as_asked=count <= most)
    return meets(words) if count <= most else differs(words)


def hours(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare the hours in all."""
    count, most = offering.total_hours, asked.max_hours
    if count is None or most is None:
        return leaves_open(wording.HOURS)
    words = wording.hours(count, as_asked=count <= most)
    return meets(words) if count <= most else differs(words)


def _own_pace(offering: Offering) -> Verdict | None:
    return meets(wording.WAYS[offering.mode]) if offering.mode in OWN_PACE else None


def _is_other_year(day: date, stated: date | None) -> bool:
    return stated is None or day.year != stated.year
