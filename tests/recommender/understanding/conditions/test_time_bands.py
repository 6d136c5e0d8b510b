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


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("日曜に英会話", {SUNDAY}),
        ("土曜の介護の勉強をしたい", {SATURDAY}),
        ("夜間 無料 新庄 溶接", {EVENING}),
        ("簿記+土曜+オンライン", {SATURDAY}),
        ("・曜日:土 ・内容:家計", {SATURDAY}),
        ("ﾄﾞﾖｳﾋﾞ ﾊﾟｿｺﾝ", {SATURDAY}),
        ("講座は日曜日にしてほしい", {SUNDAY}),
    ],
)
def test_notes_need_no_verb_to_ask_for_a_time(text, asked):
    assert bands(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("夜7時半から9時くらいの間で、簿記", {EVENING}),
        ("水曜の13時から15時。手芸", {DAY}),
        ("19時スタートか土曜", {EVENING, SATURDAY}),
        ("月曜と木曜の夜が空いてます", {EVENING}),
        ("木金が休みです。美容師の管理", {DAY}),
    ],
)
def test_hours_and_days_share_what_belongs_to_both(text, asked):
    assert bands(text) == asked


@pytest.mark.parametrize(
    "text",
    ["土曜出勤の日がある", "夜間中学で勉強したい", "夜の観光コンテンツを作りたい", "土日の売上"],
)
def test_a_word_that_only_holds_a_time_is_none(text):
    assert bands(text) == set()


def test_one_weekday_that_is_refused_leaves_the_others():
    assert bands("月曜以外ならいつでも", "not_time_bands") == set()


@pytest.mark.parametrize(
    ("text", "name", "asked"),
    [
        ("Cuối tuần tôi bận", "not_time_bands", {SATURDAY, SUNDAY}),
        ("Early mornings and nights are no good", "not_time_bands", {EVENING}),
        ("Curso no sábado", "time_bands", {SATURDAY}),
        ("平日晚上。", "time_bands", {EVENING}),
    ],
)
def test_other_languages_say_when_one_is_busy_or_free(text, name, asked):
    assert bands(text, name) == asked
