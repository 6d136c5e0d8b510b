from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.program import Offering
from data.vocabulary import Mode, Status, TimeBand
from recommender.eligibility.schedule import days_to_attend, weekday_end

FIRST, LAST = date(2027, 1, 12), date(2027, 2, 9)
WEEKEND = (TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY)


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ("全5回・毎週火曜10:00〜12:00", 5),
        ("全３日・月〜水", 3),
        ("2日間 9:00〜17:00", 2),
        ("1泊2日", 2),
        ("土日・計10日", 10),
        ("随時・1回2時間×3回", 3),
        ("1回完結", 1),
        ("毎週火曜10:00〜12:00", 29),
        ("全2日＋職場での実習", 29),
        ("", 29),
    ],
)
def test_days_are_those_on_which_one_comes_else_all_from_first_to_last(sessions, expected):
    offering = Offering(sessions=sessions, start_date=FIRST, end_date=LAST)
    assert days_to_attend(offering) == expected


@pytest.mark.parametrize(
    "offering",
    [
        Offering(),
        Offering(start_date=FIRST),
        Offering(start_date=LAST, end_date=FIRST),
        Offering(start_date=FIRST, end_date=LAST, status=Status.ANY_TIME),
        Offering(start_date=FIRST, end_date=LAST, mode=Mode.CORRESPONDENCE),
        Offering(start_date=FIRST, end_date=LAST, mode=Mode.ON_DEMAND, sessions="全8回"),
    ],
)
def test_days_are_unknown_where_nobody_says_or_one_chooses(offering):
    assert days_to_attend(offering) is None


def test_several_sessions_on_one_day_are_one_day():
    assert days_to_attend(Offering(sessions="全3回", start_date=FIRST, end_date=FIRST)) == 1


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ("毎週火曜 10:00〜12:00", 12 * 60),
        ("平日9：30～15：50", 15 * 60 + 50),
        ("10時から、午後1時〜3時半", 15 * 60 + 30),
        ("水曜13:00-16:30、最終日のみ13:00-17:00", 17 * 60),
        ("火曜 〜12:00", 12 * 60),
        ("火曜10:00開始", None),
        ("火曜10:00〜25:70", None),
        ("2/2〜3/2の火曜", None),
        ("2時間〜3時間", None),
        ("", None),
    ],
)
def test_a_class_lets_out_when_its_latest_session_ends(sessions, expected):
    assert weekday_end(Offering(sessions=sessions)) == expected


def test_a_weekend_class_says_nothing_about_weekdays():
    assert weekday_end(Offering(sessions="土日9:00〜16:00", time_bands=WEEKEND)) is None


def test_an_evening_class_is_not_over_before_the_evening():
    assert weekday_end(Offering(time_bands=(TimeBand.WEEKDAY_EVENING,))) == 17 * 60


@given(st.text(alphabet="0123456789:時分半午前後〜~-全計回日間×泊 ", max_size=60))
def test_no_schedule_is_too_strange_to_read(sessions):
    offering = Offering(sessions=sessions)
    assert (days_to_attend(offering) or 0) >= 0
    assert (weekday_end(offering) or 0) >= 0
