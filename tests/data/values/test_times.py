"""Bands of the week from words and from schedules; clock times; national holidays."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.holidays import is_holiday
from data.values.times import bands_of_schedule, read_clock, read_time_bands
from data.vocabulary import TimeBand

DAY, EVENING, SATURDAY, SUNDAY = TimeBand


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平日昼", (DAY,)),
        ("平日の日中", (DAY,)),
        ("平日の夜間・土", (EVENING, SATURDAY)),
        ("土・日祝", (SATURDAY, SUNDAY)),
        ("土・日曜・祝日", (SATURDAY, SUNDAY)),
        ("日曜・祝日", (SUNDAY,)),
        ("土日", (SATURDAY, SUNDAY)),
        ("日祝、平日夜", (EVENING, SUNDAY)),
        ("毎週水曜日夜", (EVENING,)),
        ("週末", (SATURDAY, SUNDAY)),
        ("応相談", ()),
        ("-", ()),
    ],
)
def test_a_column_of_bands_is_read_in_the_order_of_the_week(text, expected):
    assert read_time_bands(text) == expected


@pytest.mark.parametrize("text", ["水曜", "平日", "平日・土曜", "うちゅう"])
def test_a_word_that_leaves_the_hour_open_is_refused(text):
    with pytest.raises(BadCell) as refused:
        read_time_bands(text)
    assert refused.value.code is Code.WORD_UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全4回・毎週土曜9:00~16:00", (SATURDAY,)),
        ("月~金 9:30~16:00", (DAY,)),
        ("平日9:20~15:50(祝日・年度末休みあり)", (DAY,)),
        ("火水18:30~20:30", (EVENING,)),
        ("毎週水曜・金曜18:30~21:00(お盆の週は休み)", (EVENING,)),
        ("全2日・1/30~31、2/13~14の土日", (SATURDAY, SUNDAY)),
        ("全9回・第1・第3日曜20:30~22:00", (SUNDAY,)),
        ("全42回・主に木曜18:30~20:30、月1回土曜実習", (EVENING, SATURDAY)),
        ("全3回(1/28木、2/5金、2/12金)10:00~16:00", (DAY,)),
        ("全6日(土日を除く)8:30~17:00", (DAY,)),
        ("全5回・5/22土、6/25金(各9:30~15:30)", (DAY, SATURDAY)),
        ("木曜夜の配信10回", (EVENING,)),
        ("全3回・毎週金曜", ()),
        ("随時・1回60分(要予約)", ()),
        ("毎月1日・15日に開始、30日間", ()),
        ("全6回・月1回水曜午後1時半から", (DAY,)),
    ],
)
def test_a_schedule_says_its_bands_by_weekday_and_hour(text, expected):
    assert bands_of_schedule(text) == expected


@given(st.sampled_from("月火水木金"), st.integers(0, 23))
def test_a_weekday_class_is_an_evening_class_from_five_oclock(weekday, hour):
    expected = EVENING if hour >= 17 else DAY
    assert bands_of_schedule(f"毎週{weekday}曜{hour}:00~{hour}:50") == (expected,)


def test_the_beginning_may_stand_in_a_cell_of_its_own():
    assert bands_of_schedule("毎週水曜", start_time="19:00") == (EVENING,)


def test_one_day_without_a_weekday_is_read_by_its_date():
    day = date(2027, 1, 13)  # a Wednesday
    assert bands_of_schedule("1日 10:00~15:30", start=day, end=day) == (DAY,)


def test_a_few_days_in_a_row_are_read_by_their_dates():
    found = bands_of_schedule("2日間 9:00~", start=date(2027, 1, 15), end=date(2027, 1, 16))
    assert found == (DAY, SATURDAY)


def test_named_dates_are_read_by_their_weekdays():
    text = "全4日・2/6、2/7、2/20、2/21 9:30~16:00"
    found = bands_of_schedule(text, start=date(2027, 2, 6), end=date(2027, 2, 21))
    assert found == (SATURDAY, SUNDAY)


def test_a_long_period_without_weekdays_says_nothing():
    found = bands_of_schedule("9日間 9:30~16:30", start=date(2026, 9, 28), end=date(2026, 10, 16))
    assert found == ()


def test_a_holiday_counts_as_sunday():
    found = bands_of_schedule("3日間 9:00~", start=date(2027, 1, 9), end=date(2027, 1, 11))
    assert found == (SATURDAY, SUNDAY)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 21), True),  # respect for the aged
        (date(2026, 9, 22), True),  # between two holidays
        (date(2026, 9, 23), True),  # equinox
        (date(2027, 3, 21), True),
        (date(2027, 3, 22), True),  # for the equinox on a Sunday
        (date(2026, 5, 6), True),  # for 3 May on a Sunday
        (date(2027, 1, 12), False),
        (date(2026, 12, 25), False),
    ],
)
def test_national_holidays_are_known(day, expected):
    assert is_holiday(day) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:30", time(9, 30)),
        ("9時30分", time(9, 30)),
        ("午後1時半", time(13, 30)),
        ("13:00:00", time(13)),
        ("未定", None),
    ],
)
def test_a_clock_time_is_read_in_the_usual_forms(text, expected):
    assert read_clock(text) == expected


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_any_clock_time_reads_back_as_itself(moment):
    assert (
        read_clock(f"{moment:%H:%M}") == read_clock(f"{moment.hour}時{moment.minute}分") == moment
    )


def test_a_time_on_no_clock_is_refused():
    with pytest.raises(BadCell) as refused:
        read_clock("25:70")
    assert refused.value.code is Code.TIME_IMPOSSIBLE
