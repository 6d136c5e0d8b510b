from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.tokens import Tokens

TOKENS = Tokens()


@pytest.mark.parametrize(
    ("one", "other"),
    [("ﾊﾟｿｺﾝ", "パソコン"), ("引越し", "引っ越し"), ("Ｅｘｃｅｌ", "excel"), ("附属", "付属")],
)
def test_spellings_of_one_word_meet(one, other):
    assert TOKENS.of(one) == TOKENS.of(other)


def test_particles_and_endings_are_no_words():
    assert TOKENS.of("簿記を学びたいです。") == ["簿記", "学ぶ"]


def test_a_compound_is_followed_by_the_parts_that_carry_meaning():
    assert TOKENS.of("加工品") == ["加工品", "加工"]


def test_words_of_two_letters_are_found():
    assert "介護" in TOKENS.of("介護の資格")


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_any_text_can_be_split(text):
    assert all(TOKENS.of(text))


def test_a_very_long_text_is_cut_not_refused():
    assert TOKENS.of("簿記" * 40_000)


def test_threads_may_share_the_tokenizer():
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(TOKENS.of, ["新人が図面を読めない"] * 64))
    assert all(result == results[0] for result in results)
