import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import SourceUnreadable
from data.sources.formats.content import Content
from data.sources.formats.decoding import decoded, decoded_page

LIST = "講座名,実施機関,受講料\r\n簿記入門,山形大学,１０，０００円\r\n" * 5


def text(data):
    return decoded(Content(name="list.csv", data=data)).text


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "iso2022_jp"],
)
def test_a_list_reads_the_same_in_every_encoding(encoding):
    assert text(LIST.encode(encoding)) == LIST


def test_a_big_endian_mark_is_believed():
    assert text(b"\xfe\xff" + LIST.encode("utf-16-be")) == LIST


def test_half_width_katakana_stays_cp932():
    assert text("ﾉｰﾄﾊﾟｿｺﾝ入門,山形".encode("cp932")) == "ﾉｰﾄﾊﾟｿｺﾝ入門,山形"


@pytest.mark.parametrize("after", ['"', ",", "\n"])
def test_half_a_character_swallows_nothing_behind_it(after):
    data = LIST.encode("cp932") + b"\x8a" + after.encode() + LIST.encode("cp932")
    assert text(data) == f"{LIST}\ufffd{after}{LIST}"


def test_a_broken_byte_in_utf_8_costs_one_character():
    assert text(LIST.encode() + b"\xe3\x81" + LIST.encode()) == f"{LIST}\ufffd{LIST}"


def test_bytes_of_no_encoding_are_refused_with_advice():
    with pytest.raises(SourceUnreadable, match="文字コード"):
        text(bytes(range(128, 256)) * 9)


def test_a_page_is_read_in_the_charset_it_states():
    page = '<html><meta charset="EUC-JP"><p>ｱｲｳ 講座</p>'
    assert decoded_page(Content(name="p.html", data=page.encode("euc_jp"))).text == page


def test_a_page_that_states_the_wrong_charset_is_read_all_the_same():
    page = '<html><meta charset="utf-8"><p>講座</p>'
    assert decoded_page(Content(name="p.html", data=page.encode("cp932"))).text == page


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1b\ufeff")))
def test_any_text_survives_utf_8(written):
    assert text(written.encode()) == written
