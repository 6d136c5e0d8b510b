import pytest

from data.errors import SourceUnreadable
from data.issue import Code


def test_the_longest_list_of_objects_is_the_list(sheets, records):
    data = """{"件数": 2, "links": [{"a": 1}], "result": {"courses": [
        {"講座名": "簿記", "料金": 18000.0, "場所": {"市": "山形市"}, "分野": ["IT", "教養"]},
        {"講座名": null, "無料": true, "料金": 3.50}]}}"""
    assert records(sheets(data.encode(), "c.json")[""]) == {
        "$.result.courses[0]": {
            "講座名": "簿記",
            "料金": "18000",
            "場所.市": "山形市",
            "分野": "IT、教養",
        },
        "$.result.courses[1]": {"無料": "TRUE", "料金": "3.50"},
    }


def test_a_list_may_be_the_whole_file(sheets, records):
    assert records(sheets(b'[{"a": 1}, {"b": 2}]', "c.json")[""]) == {
        "$[0]": {"a": "1"},
        "$[1]": {"b": "2"},
    }


def test_a_list_of_objects_in_a_record_holds_its_runs(sheets, records):
    data = '[{"名": "簿記", "回": [{"開始": "1月"}, {"開始": "3月", "定員": 5}]}]'
    assert records(sheets(data.encode(), "c.json")[""]) == {
        "$[0].回[0]": {"名": "簿記", "回.開始": "1月"},
        "$[0].回[1]": {"名": "簿記", "回.開始": "3月", "回.定員": "5"},
    }


def test_an_element_that_is_no_object_is_set_aside(sheets):
    *_, last = sheets('[{"a": 1}, {"a": 2}, "以上です。"]'.encode(), "c.json")[""]
    assert (last.locator, last.faults[0].code, last.faults[0].raw) == (
        *("$[2]", Code.NOT_A_RECORD, "以上です。"),
    )


def test_json_that_was_cut_off_is_refused_with_its_line(sheets):
    with pytest.raises(SourceUnreadable, match="2行目"):
        sheets(b'[{"a": 1},\n {"b": ', "c.json")


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 500 + b"1" + b"}" * 500])
def test_json_without_bottom_is_refused(sheets, data):
    with pytest.raises(SourceUnreadable):
        sheets(data, "c.json")


def test_lines_are_counted_as_they_stand_and_a_broken_one_loses_only_itself(sheets, records):
    data = b'{"a": 1}\r\n\r\n{"a": \r\n{"b": 2, "runs": [{"c": 3}, {"c": 4}]}\n5\n'
    rows = sheets(data, "c.jsonl")[""]
    assert records(rows) == {
        "L1": {"a": "1"},
        "L4.runs[0]": {"b": "2", "runs.c": "3"},
        "L4.runs[1]": {"b": "2", "runs.c": "4"},
    }
    assert [(row.locator, row.faults[0].code) for row in rows if row.faults] == [
        ("L3", Code.BROKEN_JSON),
        ("L5", Code.NOT_A_RECORD),
    ]


def test_a_number_of_ten_thousand_digits_is_text(sheets, records):
    digits = "9" * 10_000
    assert records(sheets(f'[{{"a": {digits}}}]'.encode(), "c.json")[""])["$[0]"]["a"] == digits
