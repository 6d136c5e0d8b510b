from datetime import date, time

import pytest

from data.program import Offering, Program
from data.vocabulary import Mode, Status, TimeBand
from recommender.constraints import Constraints
from recommender.fulfilment import times
from recommender.fulfilment.verdict import differs, leaves_open, meets

PROGRAM = Program(program_id="x", title="木工")
DAY, EVENING = TimeBand.WEEKDAY_DAY, TimeBand.WEEKDAY_EVENING
SATURDAY, SUNDAY = TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY


@pytest.mark.parametrize(
    ("stated", "held", "expected"),
    [
        ({"time_bands": (SATURDAY, SUNDAY)}, (SATURDAY,), meets("土曜")),
        ({"time_bands": (SATURDAY,)}, (DAY,), differs("時間は平日の昼")),
        ({"time_bands": (SATURDAY,)}, (DAY, SATURDAY), differs("土曜のほかに平日の昼もあり")),
        ({"time_bands": (SATURDAY,)}, (), leaves_open("曜日や時間")),
        ({"not_time_bands": (EVENING,)}, (DAY, SATURDAY), meets("平日の昼・土曜")),
        ({"not_time_bands": (EVENING,)}, (DAY, EVENING), differs("平日の昼のほかに平日の夜もあり")),
    ],
)
def test_times_of_the_week_are_claimed_only_where_all_of_them_do(stated, held, expected):
    offering = Offering(mode=Mode.ONSITE, time_bands=held)
    assert times.times_of_the_week(Constraints(**stated), PROGRAM, offering) == expected


def test_what_is_watched_at_ones_own_pace_has_no_times():
    asked, offering = Constraints(time_bands=(SATURDAY,)), Offering(mode=Mode.ON_DEMAND)
    verdict = times.times_of_the_week(asked, PROGRAM, offering)
    assert verdict == meets("好きな時間に動画で受けられる")


@pytest.mark.parametrize(
    ("offering", "expected"),
    [
        (Offering(time_bands=(DAY,), sessions="火曜10:00〜14:30"), meets("15時までに終わる")),
        (
            Offering(time_bands=(DAY,), sessions="火曜10:00〜16:00"),
            differs("終わるのは15時よりあと"),
        ),
        (Offering(time_bands=(EVENING,)), differs("終わるのは15時よりあと")),
        (Offering(time_bands=(DAY,), sessions="毎週火曜"), leaves_open("終わる時刻")),
        (Offering(time_bands=(SATURDAY,), sessions="10:00〜17:00"), None),
    ],
)
def test_when_a_weekday_lets_out_is_told_in_the_words_of_the_request(offering, expected):
    asked = Constraints(weekday_end_by=time(15))
    assert times.weekday_ending(asked, PROGRAM, offering) == expected


@pytest.mark.parametrize(
    ("offering", "expected"),
    [
        (Offering(start_date=date(2026, 12, 5)), meets("12月5日に始まる")),
        (Offering(start_date=date(2027, 4, 10)), differs("始まりは2027年4月10日")),
        (Offering(), leaves_open("始まる時期")),
        (
            Offering(status=Status.ANY_TIME, start_date=date(2026, 4, 1)),
            meets("いつでも始められる"),
        ),
        (
            Offering(status=Status.ANY_TIME, start_date=date(2027, 4, 1)),
            differs("始まりは2027年4月1日"),
        ),
    ],
)
def test_the_beginning_is_told_with_its_year_where_it_is_another(offering, expected):
    asked = Constraints(start_from=date(2026, 12, 1), start_until=date(2026, 12, 31))
    assert times.beginning(asked, PROGRAM, offering) == expected


@pytest.mark.parametrize(
    ("offering", "expected"),
    [
        (Offering(end_date=date(2027, 3, 1)), meets("3月1日に終わる")),
        (Offering(end_date=date(2027, 5, 1)), differs("終わりは5月1日")),
        (Offering(), leaves_open("終わる時期")),
        (Offering(status=Status.ANY_TIME, end_date=date(2027, 3, 1)), leaves_open("終わる時期")),
    ],
)
def test_the_end_is_unknown_where_one_begins_when_one_likes(offering, expected):
    asked = Constraints(finish_until=date(2027, 3, 31))
    assert times.ending(asked, PROGRAM, offering) == expected


@pytest.mark.parametrize(
    ("offering", "expected"),
    [
        (Offering(sessions="全3回"), meets("全3日")),
        (Offering(sessions="全8回"), differs("日数は8日")),
        (Offering(mode=Mode.ONSITE), leaves_open("日数")),
        (Offering(mode=Mode.ON_DEMAND), meets("好きな時間に動画で受けられる")),
    ],
)
def test_days_are_those_of_attendance(offering, expected):
    assert times.days(Constraints(max_days=3), PROGRAM, offering) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [(4.5, meets("全4.5時間")), (30.0, differs("長さは30時間")), (None, leaves_open("時間数"))],
)
def test_hours_are_those_in_all(total, expected):
    offering = Offering(total_hours=total)
    assert times.hours(Constraints(max_hours=10), PROGRAM, offering) == expected
