from hypothesis import given
from hypothesis import strategies as st

from bot.line.text_length import trimmed, utf16_length


@given(st.text(), st.integers(2, 60))
def test_what_is_trimmed_fits_and_what_fits_is_not_trimmed(text, limit):
    short = trimmed(text, limit)
    assert utf16_length(short) <= limit
    assert (short == text) == (utf16_length(text) <= limit)


def test_an_emoji_counts_two_and_is_never_cut_in_half():
    assert utf16_length("🍒") == 2
    assert trimmed("🍒🍒🍒", 4) == "🍒…"


def test_the_cut_falls_after_a_sentence_where_one_ends_near():
    assert trimmed("あいうえおかきくけ。こさしすせそ", 12) == "あいうえおかきくけ。…"
