"""Readings stand beside the kanji they belong to, and never change what was written."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.line.easy import Readings
from bot.line.easy_kanji import FIRST_YEAR, SECOND_YEAR
from index.tokens import Tokens

READINGS = Readings(Tokens())
IN_BRACKETS = re.compile(r"（[ぁ-ゖー]+）")
TEXTS = st.text(
    st.sampled_from("講座申込学び直し山形市介護福祉士の読み方をABC 12、。々ヶー生成"), max_size=60
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("申込ページ", "申込（もうしこみ）ページ"),
        ("申し込む", "申（もう）し込（こ）む"),
        ("学び直し", "学び直し"),
        ("聞き取り調査", "聞き取（と）り調査（ちょうさ）"),
        ("寒河江市", "寒河江（さがえ）市"),
        ("山形市", "山形市"),
        ("大江町 左沢地区", "大江（おおえ）町 左沢（あてらざわ）地区（ちく）"),
        ("南陽市", "南陽（なんよう）市"),
        ("山形市 霞城セントラル2階", "山形市 霞城（かじょう）セントラル2階（かい）"),
        ("最上級コース", "最上級（さいじょうきゅう）コース"),
        ("最上町の口腔ケア", "最上（もがみ）町の口腔（こうくう）ケア"),
        ("講座と講座", "講座（こうざ）と講座"),
        ("講座（こうざ）", "講座（こうざ）"),
        ("講座（こうざ）と 講座（こうざ）", "講座（こうざ）と 講座"),
        ("文（ぶん）を 書（か）いた 文（ぶん）", "文（ぶん）を 書（か）いた 文"),
        ("随時受付", "随時（ずいじ）受付（うけつけ）"),
        ("働き方改革", "働（はたら）き方改革（かいかく）"),
        ("生成AI", "生成（せいせい）AI"),
        ("Excel 2024", "Excel 2024"),
        ("", ""),
    ],
)
def test_hard_kanji_get_their_reading_once(written, read):
    assert READINGS(written) == read


def test_what_was_read_before_in_the_same_message_is_not_read_again():
    known = set()
    assert READINGS("この 講座（こうざ）", known) == "この 講座（こうざ）"
    assert READINGS("講座を保存", known) == "講座を保存（ほぞん）"
    assert READINGS("講座を保存", known) == "講座を保存"


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_without_the_brackets_it_is_what_was_written(text):
    assert IN_BRACKETS.sub("", READINGS(text)) == text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_keeps_its_letters_in_order(text):
    rest = iter(READINGS(text))
    assert all(letter in rest for letter in IN_BRACKETS.sub("", text))


def test_the_easiest_kanji_are_those_of_two_years_of_school():
    assert (len(FIRST_YEAR), len(SECOND_YEAR)) == (80, 160)
    assert FIRST_YEAR.isdisjoint(SECOND_YEAR)
