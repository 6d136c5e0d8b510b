"""Texts are made fit for people, and what was wrong with them is named."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.lists import read_list
from data.values.texts import clean_text, has_personal_data, is_mojibake, mended, read_url

JAPANESE = st.text(
    st.sampled_from(
        "あいうえおかきくけこアイウエオ山形県介護講座学習入門基礎実践、。ー研修第１回（）"
    ),
    min_size=4,
)
MARKED = st.lists(
    st.sampled_from(
        [
            "<b>",
            "</b>",
            "<script>",
            "</script>",
            "<img src=x>",
            "<",
            ">",
            "3<5",
            "講座",
            "\x00",
            "\u202e",
            "<br>",
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("raw", "text", "faults"),
    [
        ("一行<br>二行", "一行\n二行", ()),
        ("<b>太字</b>と3<5と<初級>", "太字と3<5と<初級>", ()),
        ("<script>alert(1)</script>森を数える", "森を数える", (Code.MARKUP_REMOVED,)),
        ("腰痛予防<img src=x onerror=alert(1)>", "腰痛予防", (Code.MARKUP_REMOVED,)),
        ("安全<scr<b>ipt>x</script>", "安全", (Code.MARKUP_REMOVED,)),
        ("&lt;script&gt;x&lt;/script&gt;安全", "安全", (Code.MARKUP_REMOVED,)),
        ("A&amp;B、R&D", "A&B、R&D", ()),
        ("冬の\u202e担い\u200b手\b", "冬の担い手", (Code.CONTROL_CHARACTERS,)),
        ("文字\ufffd", "文字", (Code.UNDECODABLE_BYTES,)),
        ('=HYPERLINK("x")', '=HYPERLINK("x")', (Code.FORMULA,)),
        ("@SUM(1+1)", "@SUM(1+1)", (Code.FORMULA,)),
        ("+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", (Code.FORMULA,)),
    ],
)
def test_a_text_is_cleaned_and_the_fault_named(raw, text, faults):
    found = clean_text(raw)
    assert (found.text, found.faults) == (text, faults)


@pytest.mark.parametrize(
    "raw", ["-", "@home講座", "+1講座", "-5度の世界", "+81-23-640-1111", "==お知らせ=="]
)
def test_signs_that_begin_no_formula_are_left_alone(raw):
    assert clean_text(raw).faults == ()


def test_a_long_text_is_cut_at_the_end_of_a_sentence():
    found = clean_text("あ" * 80 + "。" + "い" * 80, longest=100)
    assert (found.text, found.faults) == ("あ" * 80 + "。", (Code.TEXT_TOO_LONG,))


@given(st.one_of(st.text(), MARKED).map(lambda text: text.replace("&", "")))
def test_cleaning_twice_changes_nothing(raw):
    once = clean_text(raw).text
    assert clean_text(once).text == once


@given(st.one_of(st.text(), MARKED))
def test_a_clean_text_holds_no_tag_and_no_control_character(raw):
    found = clean_text(raw).text
    assert not re.search(r"</?(?:script|img|b|br)[\s/>]", found, re.IGNORECASE)
    assert all(char == "\n" or unicodedata.category(char) != "Cc" for char in found)


def test_garbled_text_is_known_and_mended():
    garbled = "邨ｵ譛ｬ縺ｮ隱ｭ縺ｿ閨槭°縺幄ｬ帛ｺｧ"
    assert is_mojibake(garbled)
    assert mended(garbled) == "絵本の読み聞かせ講座"


@given(JAPANESE)
def test_ordinary_japanese_is_not_garbled(text):
    assert not is_mojibake(text)


@given(st.text(st.sampled_from("あいうえお介護講座学習"), min_size=4))
def test_text_read_in_the_wrong_encoding_is_garbled(text):
    assert is_mojibake(text.encode().decode("latin-1"))


@pytest.mark.parametrize(
    "text",
    [
        "見本 花子(携帯 090-0000-0000、hanako@example.jp)",
        "山田 太郎 taro@example.jp",
        "yamada.taro@example.jp",
        "someone@gmail.com",
        "08000000000",
    ],
)
def test_a_persons_telephone_or_mail_is_personal(text):
    assert has_personal_data(text)


@pytest.mark.parametrize(
    "text", ["生涯学習課 023-000-0000", "事務局 info@example.jp", "0238-00-0000 担当:佐藤"]
)
def test_an_offices_telephone_or_mail_is_not(text):
    assert not has_personal_data(text)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://",
        "https://a b.jp",
        "example.jp",
        "http://[x",
    ],
)
def test_an_address_that_is_not_safe_behind_a_button_is_refused(text):
    with pytest.raises(BadCell) as refused:
        read_url(text)
    assert refused.value.code is Code.URL_UNSAFE


@pytest.mark.parametrize(
    ("text", "expected"), [("https://example.jp/a?b=c", "https://example.jp/a?b=c"), ("なし", "")]
)
def test_a_web_address_is_kept(text, expected):
    assert read_url(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("・原価計算\n・開業届", ("原価計算", "開業届")),
        ("RAG・ 埋め込み・ Python", ("RAG", "埋め込み", "Python")),
        ("継手・仕口、HTML・CSS", ("継手・仕口", "HTML・CSS")),
        ("機械学習／Python／統計", ("機械学習", "Python", "統計")),
        ("JavaScript / PHP", ("JavaScript", "PHP")),
        ("TCP/IP、Word/Excel", ("TCP/IP", "Word", "Excel")),
        ("鋳造，鋳造", ("鋳造",)),
        ("特になし", ()),
    ],
)
def test_a_list_is_split_where_its_writer_parted_it(text, expected):
    assert read_list(text) == expected


@given(
    st.lists(
        st.text(st.characters(categories=("L", "Nd"), exclude_characters="一ー無"), min_size=1),
        unique=True,
    )
)
def test_a_list_reads_back_as_itself(entries):
    assert read_list("、".join(entries)) == tuple(entry for entry in entries if entry)
