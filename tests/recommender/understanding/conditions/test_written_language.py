import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.understanding.conditions.written_language import is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "Where can I learn to weld?",
        "Preciso de um curso de solda",
        "Saya ingin belajar las dari dasar",
        "想学焊接,有没有晚上的课",
        "म वेल्डिङ सिक्न चाहन्छु",
    ],
)
def test_function_words_and_scripts_tell_another_language(text):
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text", ["Webデザインを学びたい", "Excel VBA", "医療事務 夜間 山形市", "MBA in 山形"]
)
def test_borrowed_words_do_not(text):
    assert not is_foreign(text)


@given(
    st.text(alphabet="あいうえおかきくけこアイウエオ漢字学習想我 ", min_size=1), st.integers(3, 9)
)
def test_a_text_that_is_half_kana_is_japanese(text, copies):
    assert not is_foreign(text + "かな" * copies * len(text))
