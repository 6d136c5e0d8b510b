from hypothesis import given
from hypothesis import strategies as st

from data.text import display_form, match_form


@given(st.text())
def test_display_form_of_a_display_form_is_itself(text):
    assert display_form(display_form(text)) == display_form(text)


@given(st.text())
def test_match_form_of_a_match_form_is_itself(text):
    assert match_form(match_form(text)) == match_form(text)


def test_display_form_keeps_typography_and_widens_half_width_kana():
    assert display_form("ﾊﾟｿｺﾝ入門　（①基礎）") == "パソコン入門　（①基礎）"


def test_display_form_removes_what_no_reader_sees():
    assert display_form("簿\u200b記\x00３級\u202e") == "簿記３級"


def test_display_form_keeps_line_breaks_as_single_newlines():
    assert display_form(" 一行目 \r\n\r\n 二行目 ") == "一行目\n二行目"


def test_match_form_folds_width_dashes_and_waves():
    assert match_form("ＤＸ　ｾﾐﾅｰ　9：00〜16：00 ―入門―") == "DX セミナー 9:00~16:00 -入門-"
