"""One date, deadlines, periods and numbered runs, in the forms that offices use."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.issue import Code
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.dates import read_date, read_deadline, read_period, split_runs

DATES = st.dates(date(2019, 5, 1), date(2045, 12, 31))


def fault(read, *args, **kwargs):
    with pytest.raises(BadCell) as refused:
        read(*args, **kwargs)
    return refused.value.code


def in_every_form(day):
    era = day.year - 2018
    weekday = "月火水木金土日"[day.weekday()]
    return (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日（{weekday}）",
        f"令和{era}年{day.month}月{day.day}日",
        f"令和{era:02}年{day.month:02}月{day.day:02}日必着",
        f"Ｒ{era}．{day.month}．{day.day}",
        f"R{era}/{day.month}/{day.day}({weekday})〆",
        f"平成{era + 30}年{day.month}月{day.day}日",
        f"{day.year}年（令和{era}年）{day.month}月{day.day}日",
        f"令和{era}年（{day.year}年）{day.month}月{day.day}日 {weekday}曜日",
        f"{day.isoformat()}T00:00:00+09:00",
        f"{day.isoformat()} 00:00:00",
        str((day - date(1899, 12, 30)).days),
        f"{day.day} {day:%b} {day.year}",
    )


@given(DATES)
def test_a_date_in_any_form_reads_back_as_itself(day):
    assert [read_date(match_form(text)) for text in in_every_form(day)] == [day] * 16


@given(DATES)
def test_a_date_without_a_year_belongs_to_the_fiscal_year(day):
    fiscal_year = day.year if day.month >= 4 else day.year - 1
    assert read_date(f"{day.month}月{day.day}日", fiscal_year=fiscal_year) == day


@given(DATES.filter(lambda day: (day.month, day.day) != (2, 29)), st.integers(0, 364))
def test_a_date_without_a_year_is_the_first_on_or_after_a_known_day(day, days_later):
    text = f"{day.month}/{day.day}"
    found = read_date(text, after=day - timedelta(days=days_later))
    assert found == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和元年12月1日", date(2019, 12, 1)),
        ("平成32年5月1日", date(2020, 5, 1)),
        ("H30.4.1", date(2018, 4, 1)),
        ("R9.4.23(17時まで)", date(2027, 4, 23)),
        ("令和8年7月24日(金)(消印有効)", date(2026, 7, 24)),
        ("2027/1/15 17:00", date(2027, 1, 15)),
        ("2027/1/15 ※定員になり次第締切", date(2027, 1, 15)),
        ("締切:2027/1/15", date(2027, 1, 15)),
        ("2027年3月末(日)", date(2027, 3, 31)),
        ("12-Feb-27", date(2027, 2, 12)),
        ("36526", date(2000, 1, 1)),
    ],
)
def test_old_and_decorated_dates_are_read(text, expected):
    if expected.year < 2010:
        assert fault(read_date, text) is Code.DATE_OUT_OF_RANGE
    else:
        assert read_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "随時",
        "通年",
        "毎月第2土曜",
        "調整中",
        "定員になり次第(先着)",
        "-",
        "なし",
        "申込不要",
        "日程調整",
    ],
)
def test_words_without_a_fixed_date_are_no_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["10月上旬", "令和9年6月", "2027年春", "2027年", "3月中旬頃"])
def test_a_coarse_time_is_no_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("未定", Code.DATE_UNDECIDED),
        ("令和15年13月40日", Code.DATE_IMPOSSIBLE),
        ("平成32年2月30日", Code.DATE_IMPOSSIBLE),
        ("2027-01-00", Code.DATE_IMPOSSIBLE),
        ("45 Feb", Code.DATE_IMPOSSIBLE),
        ("H31.2.29", Code.DATE_IMPOSSIBLE),
        ("20261340", Code.DATE_IMPOSSIBLE),
        ("2月30日", Code.DATE_IMPOSSIBLE),
        ("令和8年(2027年)4月1日", Code.DATE_IMPOSSIBLE),
        ("2052/1/1", Code.DATE_OUT_OF_RANGE),
        ("0", Code.DATE_OUT_OF_RANGE),
        ("999999", Code.DATE_OUT_OF_RANGE),
        ("1900-01-20", Code.SPREADSHEET_ARTEFACT),
        ("TRUE", Code.WRONG_TYPE),
        ("#REF!", Code.SPREADSHEET_ERROR),
        ("=TODAY()", Code.FORMULA),
        ("開講日の○日前", Code.DATE_UNREADABLE),
        ("5月15日(土)", Code.DATE_UNREADABLE),
        ("2027/1/15、2027/2/20", Code.DATE_UNREADABLE),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text, code):
    assert fault(read_date, text) is code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和09年01月01日~令和09年01月31日", date(2027, 1, 31)),
        ("1/10~1/31", date(2027, 1, 31)),
        ("開講日の7日前", date(2027, 2, 3)),
        ("開催3日前まで", date(2027, 2, 7)),
        ("開催日の2週間前", date(2027, 1, 27)),
        ("前日まで", date(2027, 2, 9)),
        ("12月25日", date(2026, 12, 25)),
        ("~1/31", date(2027, 1, 31)),
        ("2027/1/10~定員になり次第", None),
    ],
)
def test_a_deadline_is_the_last_day_to_apply(text, expected):
    assert read_deadline(text, start=date(2027, 2, 10)) == expected


def test_days_before_an_unknown_start_are_no_fixed_date():
    assert read_deadline("開講日の7日前") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("令和09年02月01日~令和09年02月31日", Code.DATE_IMPOSSIBLE),
        ("2027/1/10~", Code.PERIOD_INCOMPLETE),
        ("開講日の○日前", Code.DATE_UNREADABLE),
    ],
)
def test_a_range_without_a_good_end_is_no_deadline(text, code):
    assert fault(read_deadline, text) is code


@given(DATES, DATES)
def test_a_period_reads_back_its_days_and_the_words_behind_them(one, other):
    start, end = sorted((one, other))
    texts = (
        f"{start}~{end} 全4回",
        f"{start.year}.{start.month}.{start.day} - {end.year}.{end.month}.{end.day} 全4回",
        f"{start:%Y年%m月%d日}から{end:%Y年%m月%d日}まで 全4回",
    )
    found = [read_period(text) for text in texts]
    assert [(each.start, each.end, each.rest) for each in found] == [(start, end, "全4回")] * 3


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("2026/12/16(水)~2/3(水) 毎週", date(2026, 12, 16), date(2027, 2, 3), "毎週"),
        ("2027年5月21日~23日 前半", date(2027, 5, 21), date(2027, 5, 23), "前半"),
        (
            "2027/1/27(水) 全1回・9:30~16:30",
            date(2027, 1, 27),
            date(2027, 1, 27),
            "全1回・9:30~16:30",
        ),
        ("2027/4/7(水)~ 2年間・平日", date(2027, 4, 7), None, "2年間・平日"),
        ("2027/1/13 9:00~16:00", date(2027, 1, 13), date(2027, 1, 13), "9:00~16:00"),
        ("2027年3月31日まで", None, date(2027, 3, 31), ""),
        ("随時・半日(診断)", None, None, "随時・半日(診断)"),
        ("9:00~16:00", None, None, "9:00~16:00"),
    ],
)
def test_a_schedule_gives_its_dates_and_keeps_its_words(text, start, end, rest):
    found = read_period(text)
    assert (found.start, found.end, found.rest, found.faults) == (start, end, rest, ())


def test_days_with_hours_of_their_own_make_one_period():
    found = read_period("2026/10/10(土)10:00~16:00、10/11(日)10:00~15:00")
    assert (found.start, found.end) == (date(2026, 10, 10), date(2026, 10, 11))


def test_single_days_in_a_list_keep_their_whole_text():
    found = read_period("7/19、8/23、9/20の3回", fiscal_year=2026)
    assert (found.start, found.end) == (date(2026, 7, 19), date(2026, 9, 20))
    assert found.rest == "7/19、8/23、9/20の3回"


@pytest.mark.parametrize(
    ("text", "start", "code"),
    [
        ("令和09年02月02日~", date(2027, 2, 2), Code.PERIOD_INCOMPLETE),
        ("令和09年04月16日~令和09年01月18日", None, Code.END_BEFORE_START),
        ("2027/2/1~2027/2/31", date(2027, 2, 1), Code.DATE_IMPOSSIBLE),
    ],
)
def test_a_period_with_a_fault_keeps_only_what_is_sure(text, start, code):
    found = read_period(text)
    assert (found.start, found.end) == (start, None)
    assert [each.code for each in found.faults] == [code]


def test_numbered_runs_share_the_words_after_them():
    text = "①2027/3/15～3/19 ②2027/1/18～1/22 いずれも全5日・月〜金"
    assert split_runs(text) == ("2027/3/15～3/19 全5日・月〜金", "2027/1/18～1/22 全5日・月〜金")


@given(st.text())
def test_a_text_without_numbers_in_circles_is_one_run(text):
    assert split_runs(text.replace("②", "")) == (text.replace("②", ""),)
