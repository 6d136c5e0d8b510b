from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import match_form
from recommender.understanding.conditions.certificates import certificate
from recommender.understanding.conditions.qualifications import PLAIN
from recommender.understanding.message import Message


def mentions(text):
    return list(certificate(Message(text=text, morphemes=(), today=date(2026, 11, 23))))


def values(text):
    return [one.value for one in mentions(match_form(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("初任者研修を土日に", "介護職員初任者研修"),
        ("しょにんしゃけんしゅうを うけたいです", "介護職員初任者研修"),
        ("簿記2級に挑戦", "簿記2級"),
        ("日商の三級を取らせたい", "日商簿記3級"),
        ("秘書検定 準1級", "秘書検定準1級"),
        ("統計検定をうけます", "統計検定"),
        ("玉掛けをとらせたい", "玉掛け"),
        ("N3の しけんを うけます", "日本語能力試験N3"),
        ("JLPT N2", "日本語能力試験N2"),
        ("Em muốn thi N2", "日本語能力試験N2"),
        ("行政書士を目指しています", "行政書士"),
        ("電気工事士の筆記対策", "電気工事士"),
        ("土地家屋調査士の試験", "土地家屋調査士"),
        ("ほいくしの しけん", "保育士"),
        ("保育士になるには", "保育士"),
        ("フォークリフトの免許", "フォークリフト"),
    ],
)
def test_a_qualification_is_asked_for_by_name(text, value):
    assert [value] == values(text)


@pytest.mark.parametrize(
    "text",
    [
        "人の役に立つ資格がほしい",
        "介護の資格を取りたい",
        "資格取得につながる勉強",
        "手に職を。なにか資格ないですか",
        "履歴書に書けるもの",
        "畑で重機に乗るための免許",
    ],
)
def test_a_qualification_without_a_name_is_any(text):
    assert values(text) == ["any"]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("救命講習、修了証が出るもの", "修了証", "修了証が出る"),
        ("履修証明がもらえる講座", "履修証明", "履修証明がもらえる"),
        ("大学の単位が取れる講義", "単位", "大学の単位が取れ"),
        ("受験資格が得られる課程", "国家資格の受験資格", "受験資格が得"),
        ("オープンバッジつきの講座", "デジタルバッジ", "オープンバッジつき"),
    ],
)
def test_a_paper_that_a_course_gives_is_no_topic(text, value, words):
    (found,) = mentions(text)
    assert (value, words) == (found.value, text[found.start : found.end])


@pytest.mark.parametrize(
    "text",
    [
        "初任者研修は修了済みです",
        "簿記3級は持っています",
        "日本語はN3です",
        "玉掛け以外で",
        "玉掛けとクレーン以外で",
        "宅建のような試験ではなく、家計の話",
        "保育士です。歌を習いたい",
        "在留資格の手続き",
        "資格がなくてもできる仕事",
        "免許を返した母の足",
        "仮説検定の考え方",
        "農業簿記",
    ],
)
def test_what_is_held_refused_or_no_examination_is_not_asked_for(text):
    assert values(text) == []


@given(st.sampled_from(sorted(PLAIN)), st.text(alphabet="あいをがで、。 ", max_size=8))
def test_the_name_of_a_qualification_stays_in_the_topic(name, before):
    assert all(one.start == one.end for one in mentions(before + name))
