import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.understanding.numbers import NUMBER, UP_TO, value_of

KANJI = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5,000", 5_000),
        ("1.5", 1.5),
        ("3万", 30_000),
        ("一万五千", 15_000),
        ("3万5千", 35_000),
        ("1万2000", 12_000),
        ("1.5万", 15_000),
        ("十", 10),
        ("二十五", 25),
        ("七百五十", 750),
        ("二〇二七", 2_027),
        ("千", 1_000),
        ("数千", 5_000),
        ("数", 5),
    ],
)
def test_a_number_is_read_as_it_is_written(written, value):
    assert re.fullmatch(NUMBER, written)
    assert value == value_of(written)


@pytest.mark.parametrize(
    ("written", "upper"), [("2~3", "3"), ("二、三", "三"), ("4か5", "5"), ("12", "12")]
)
def test_of_a_range_the_upper_end_counts(written, upper):
    assert upper == re.fullmatch(UP_TO, written)["number"]


@given(st.integers(min_value=1, max_value=99_999_999))
def test_digits_with_and_without_commas_are_the_same_number(number):
    assert number == value_of(str(number)) == value_of(f"{number:,}")


@given(st.integers(min_value=1, max_value=99))
def test_kanji_up_to_99_are_read_as_tens_and_ones(number):
    tens, ones = divmod(number, 10)
    written = ("" if tens < 2 else KANJI[tens]) + "十" * (tens > 0) + (KANJI[ones] if ones else "")
    assert number == value_of(written)
