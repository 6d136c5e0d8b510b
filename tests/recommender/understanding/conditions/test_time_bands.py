from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import match_form
from data.vocabulary import TimeBand
from recommender.understanding.conditions.time_bands import time_bands
from recommender.understanding.message import Message

DAY, EVENING = TimeBand.WEEKDAY_DAY, TimeBand.WEEKDAY_EVENING
SATURDAY, SUNDAY = TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY


def mentions(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [(one.name, one.value, message.text[one.start : one.end]) for one in time_bands(message)]


def bands(text, name="time_bands"):
    return {band for found, value, _ in mentions(text) if found == name for band in value}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("土日に通える木工", {SATURDAY, SUNDAY}),
        ("土日しか無理です", {SATURDAY, SUNDAY}),
        ("週末がいいです", {SATURDAY, SUNDAY}),
        ("休みの日に習いたい", {SATURDAY, SUNDAY}),
        ("どようびに べんきょうしたいです", {SATURDAY}),
        ("日曜の夕方に参加できる会", {SUNDAY}),
        ("夜か土曜で", {EVENING, SATURDAY}),
        ("仕事のあとに受けられるもの", {EVENING}),
        ("18:30以降なら", {EVENING}),
        ("夜七時過ぎから、東根で", {EVENING}),
        ("平日の日中に受けたい", {DAY}),
        ("子どもが学校に行っている間に", {DAY}),
        ("水曜が定休なので水曜に", {DAY}),
        ("昼休みにオンラインで", {DAY}),
        ("平日だけ", {DAY, EVENING}),
        ("夜さしかいがんねず", {EVENING}),
        ("土日だど助かるっす", {SATURDAY, SUNDAY}),
        ("looking for a weekend class", {SATURDAY, SUNDAY}),
        ("I can only come in the evenings", {EVENING}),
        ("我想晚上学日语", {EVENING}),
        ("quero estudar à noite", {EVENING}),
    ],
)
def test_a_time_is_asked_for(text, asked):
    assert asked == bands(text)


@pytest.mark.parametrize(
    "text",
    [
        "昨日の夜、上司に言われました",
        "夜も眠れません",
        "毎晩残業です",
        "夜勤の仮眠のとり方",
        "夜桜を撮りたい",
        "昼食の献立を学びたい",
        "日曜大工を習いたい",
        "朝礼で話すのがこわい",
        "日中関係の歴史を学びたい",
        "日曜の夜に売上を計算しています。",
        "花見の週末は店が満席です。",
        "夜、子どもを寝かせてから帳簿をつけています。",
        "夕方なら出られるので電話ください",
        "weekends sell out, weekdays are dead",
        "a job without night shifts",
    ],
)
def test_a_time_that_is_told_is_no_condition(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("夜は無理です", {EVENING}),
        ("平日の昼は100%無理", {DAY}),
        ("夜や土日は不可", {EVENING, SATURDAY, SUNDAY}),
        ("夜以外で", {EVENING}),
        ("平日は仕事です。英語を習いたい", {DAY}),
        ("I can't do evenings", {EVENING}),
    ],
)
def test_a_time_is_refused(text, refused):
    assert refused == bands(text, "not_time_bands")
    assert set() == bands(text)


def test_a_snowy_night_is_not_every_night():
    assert mentions("雪道の夜は避けたい") == []


def test_mere_weekdays_are_narrowed_by_what_else_is_said():
    assert {DAY} == bands("平日に通いたい。夜は無理です")
    assert {DAY} == bands("午後だけで済む練習。平日、東根近辺")


def test_a_morning_on_weekdays_is_over_at_noon():
    found = {(name, value) for name, value, _ in mentions("午前中だけ、託児あり")}
    assert {("time_bands", (DAY,)), ("weekday_end_by", time(12))} == found


def test_a_morning_on_saturday_says_nothing_of_weekdays():
    assert [name for name, _, _ in mentions("土曜の午前中に通いたい")] == ["time_bands"]


def test_the_span_holds_the_words_that_serve_the_time_alone():
    assert mentions("土日のどちらかだけで統計") == [
        ("time_bands", (SATURDAY, SUNDAY), "土日のどちらかだけで")
    ]


@given(st.text(alphabet="夜昼土日平曜月にはのか無理通え、。 18時以降", max_size=80))
def test_every_span_lies_within_the_text(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    assert all(0 <= one.start < one.end <= len(message.text) for one in time_bands(message))
