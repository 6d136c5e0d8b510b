from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import match_form
from recommender.understanding.conditions.dates import dates
from recommender.understanding.message import Message

TODAY = date(2026, 11, 23)


def read(text):
    message = Message(text=match_form(text), morphemes=(), today=TODAY)
    return {one.name: one.value.isoformat() for one in dates(message)}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("来年6月以降に受けられる大学の講座", "2027-06-01"),
        ("春から何か習いたい", "2027-03-01"),
        ("12/10以降で", "2026-12-10"),
        ("GW明けから通いたい", "2027-05-06"),
        ("稲刈りが終わってから習いたい", "2027-10-21"),
        ("I want to study from January", "2027-01-01"),
    ],
)
def test_from_a_time_on_it_may_begin(text, first):
    assert {"start_from": first} == read(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("5月から始まるコース", "2027-05-01", "2027-05-31"),
        ("来月から簿記を習いたい", "2026-12-01", "2026-12-31"),
        ("1月開講の教室", "2027-01-01", "2027-01-31"),
    ],
)
def test_from_a_month_means_that_it_begins_in_that_month(text, first, last):
    assert {"start_from": first, "start_until": last} == read(text)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2月までにフォークリフトを取りたい", "2027-02-28"),
        ("年内に終わる研修", "2026-12-31"),
        ("今年度中に受けさせたい", "2027-03-31"),
        ("夏までに話せるようになりたい", "2027-06-30"),
        ("田植えの前にドローンの免許を", "2027-04-30"),
        ("雪が降る前に受けたい", "2026-11-30"),
        ("三月の検定に間に合うように", "2027-03-31"),
        ("半年以内に資格を取りたい", "2027-05-23"),
        ("Excel by February please", "2027-02-28"),
    ],
)
def test_by_a_time_it_must_be_over(text, last):
    assert {"finish_until": last} == read(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("夏休みに通える英会話", "2027-07-20", "2027-08-31"),
        ("二月三月に溶接の講習を受けたい", "2027-02-01", "2027-03-31"),
        ("冬の間に受けられる講座", "2026-12-01", "2027-03-31"),
        ("12月から2月まで毎週通える書道", "2026-12-01", "2027-02-28"),
        ("再来月、オンラインで受けたい", "2027-01-01", "2027-01-31"),
        ("稲刈りが終わってから春までに習いたい", "2027-10-21", "2028-03-31"),
    ],
)
def test_within_a_time_it_begins_and_ends(text, first, last):
    assert {"start_from": first, "finish_until": last} == read(text)


def test_in_time_for_new_people_it_begins_when_they_enter():
    assert read("4月の入社に間に合うビジネスマナー") == {"start_until": "2027-04-30"}


@pytest.mark.parametrize(
    "text",
    [
        "去年の6月から工場で働いています",
        "4月に営業へ異動になりました",
        "昨日、先生に勧められました",
        "来月は無理です",
        "秋に店を開く予定です",
        "My lease ends next May",
        "12月と1月は売上が落ちる",
        "12月から3月までは仕事がありません。何か学びたい",
        "毎年三月までに書類を出す",
    ],
)
def test_dates_of_the_story_are_no_condition(text):
    assert read(text) == {}


@given(
    st.text(alphabet="0123456789月年日度内中来再今春夏秋冬雪からまでにの前以降、。/ ", max_size=60)
)
def test_no_date_is_before_today(text):
    message = Message(text=match_form(text), morphemes=(), today=TODAY)
    for one in dates(message):
        assert one.value >= TODAY or one.name != "start_from"
        assert 0 <= one.start < one.end <= len(message.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今月中に始まる簿記", {"start_until": "2026-11-30"}),
        ("2月中に修了したい", {"finish_until": "2027-02-28"}),
        ("田植えの前までに農薬の資格", {"finish_until": "2027-04-30"}),
        ("来年度から始まる養成課程", {"start_from": "2027-04-01"}),
        ("2027年1月18日までに始まる", {"start_until": "2027-01-18"}),
        ("3月までに簿記を始めたい", {"start_until": "2027-03-31"}),
        ("3月中に始めたい", {"start_from": "2027-03-01", "start_until": "2027-03-31"}),
        ("3月までに簿記を終えたい", {"finish_until": "2027-03-31"}),
        (
            "1月から3月の閑散期に若手2人、施工管理",
            {"start_from": "2027-01-01", "finish_until": "2027-03-31"},
        ),
    ],
)
def test_the_words_behind_a_month_tell_beginning_from_end(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["12月10日までに申し込めば間に合う講座", "4月に入る新人5人、PC基礎"]
)
def test_a_day_of_something_else_is_no_condition(text):
    assert read(text) == {}
