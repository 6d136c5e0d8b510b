"""Hours in all and numbers of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.issue import Code
from data.values.amounts import read_count, read_hours
from data.values.bad_cell import BadCell


def fault(read, text):
    with pytest.raises(BadCell) as refused:
        read(text)
    return refused.value.code


@given(st.integers(1, 3000))
def test_hours_in_any_form_read_back_as_themselves(hours):
    forms = (
        f"{hours}",
        f"{hours}時間",
        f"延べ{hours}時間",
        f"{hours}H",
        f"PT{hours}H",
        f"{hours * 60}分",
    )
    assert {read_hours(text) for text in forms} == {float(hours)}


@given(st.integers(1, 9), st.integers(1, 99))
def test_hours_of_equal_sessions_are_added(hours, times):
    forms = (f"1回{hours}時間×{times}回", f"全{times}回(各{hours}時間)", f"{hours}時間×{times}日")
    assert {read_hours(text) for text in forms} == {float(hours * times)}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("6時間30分", 6.5),
        ("1時間半", 1.5),
        ("PT1H30M", 1.5),
        ("162時間(年間42回)", 162),
        ("11.25時間", 11.25),
    ],
)
def test_odd_lengths_are_read(text, hours):
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["0時間", "0", "未定", "-", "なし", "個別に相談"])
def test_hours_may_be_not_stated(text):
    assert read_hours(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3か月", Code.HOURS_UNIT),
        ("2日間", Code.HOURS_UNIT),
        ("半年", Code.HOURS_UNIT),
        ("-1時間", Code.HOURS_OUT_OF_RANGE),
        ("999999", Code.HOURS_OUT_OF_RANGE),
        ("12:00", Code.SPREADSHEET_ARTEFACT),
        ("#REF!", Code.SPREADSHEET_ERROR),
        ("10~12時間", Code.HOURS_UNREADABLE),
        ("いろいろ", Code.HOURS_UNREADABLE),
    ],
)
def test_what_is_no_length_in_hours_is_refused_with_its_reason(text, code):
    assert fault(read_hours, text) is code


@given(st.integers(1, 20_000).filter(lambda count: count != 1900))
def test_a_count_in_any_form_reads_back_as_itself(count):
    forms = (
        f"{count}",
        f"{count}名",
        f"{count}人",
        f"先着{count}名",
        f"定員{count}名程度",
        f"{count:,}名(先着順)",
    )
    assert {read_count(text) for text in forms} == {count}


@pytest.mark.parametrize(("text", "count"), [("10組20名", 20), ("15~20名", 20), ("各20名", 20)])
def test_of_two_numbers_that_of_the_people_counts(text, count):
    assert read_count(text) == count


@pytest.mark.parametrize(
    "text", ["制限なし", "特になし", "-", "定めなし", "無制限", "定員は設けません"]
)
def test_a_course_may_take_any_number(text):
    assert read_count(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", Code.SPREADSHEET_ARTEFACT),
        ("1900名", Code.SPREADSHEET_ARTEFACT),
        ("1900-01-20", Code.SPREADSHEET_ARTEFACT),
        ("30000", Code.COUNT_OUT_OF_RANGE),
        ("-5", Code.COUNT_OUT_OF_RANGE),
        ("若干名", Code.COUNT_UNREADABLE),
        ("〇〇名", Code.COUNT_UNREADABLE),
        ("10組", Code.COUNT_UNREADABLE),
        ("TRUE", Code.WRONG_TYPE),
    ],
)
def test_what_is_no_number_of_people_is_refused_with_its_reason(text, code):
    assert fault(read_count, text) is code
