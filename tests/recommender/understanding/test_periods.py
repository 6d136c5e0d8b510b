from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.understanding.periods import months_later, periods

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("5月", "2027-05-01", "2027-05-31"),
        ("十一月", "2026-11-01", "2026-11-30"),
        ("来年6月", "2027-06-01", "2027-06-30"),
        ("2028年2月", "2028-02-01", "2028-02-29"),
        ("令和9年7月", "2027-07-01", "2027-07-31"),
        ("来年度の2月", "2028-02-01", "2028-02-29"),
        ("1~2月に", "2027-01-01", "2027-02-28"),
        ("二月三月に", "2027-02-01", "2027-03-31"),
        ("12月から2月の", "2026-12-01", "2027-02-28"),
        ("6月10日", "2027-06-10", "2027-06-10"),
        ("11月20日", "2027-11-20", "2027-11-20"),
        ("12/5", "2026-12-05", "2026-12-05"),
        ("2027/5/8", "2027-05-08", "2027-05-08"),
        ("1月上旬", "2027-01-01", "2027-01-10"),
        ("来月", "2026-12-01", "2026-12-31"),
        ("再来月", "2027-01-01", "2027-01-31"),
        ("来週", "2026-11-30", "2026-12-06"),
        ("年内", "2026-11-23", "2026-12-31"),
        ("年度内", "2026-11-23", "2027-03-31"),
        ("来年度から", "2027-04-01", "2028-03-31"),
        ("夏休み", "2027-07-20", "2027-08-31"),
        ("来春", "2027-03-01", "2027-05-31"),
        ("冬休み", "2026-12-24", "2027-01-08"),
        ("雪の間", "2026-12-01", "2027-03-31"),
        ("秋", "2027-09-01", "2027-11-30"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("September 2027", "2027-09-01", "2027-09-30"),
        ("tháng 6", "2027-06-01", "2027-06-30"),
    ],
)
def test_a_word_of_the_calendar_names_the_next_such_days(text, first, last):
    (period,) = periods(text, TODAY)
    assert (first, last) == (period.first.isoformat(), period.last.isoformat())


@pytest.mark.parametrize(
    "text",
    [
        "去年の5月",
        "毎年二月",
        "この春",
        "先月",
        "今年の夏",
        "13月",
        "2月30日",
        "青春",
        "秋田",
        "3月曜",
    ],
)
def test_what_is_over_or_no_time_at_all_is_no_period(text):
    assert periods(text, TODAY) == []


@given(st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 12, 31)))
def test_a_month_without_a_year_is_never_over_and_never_a_year_away(today):
    for month in range(1, 13):
        (period,) = periods(f"{month}月", today)
        assert period.last >= today
        assert period.first - today < timedelta(days=366)
        assert period.first.month == month


@given(st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 12, 31)), st.integers(1, 36))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months):
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
