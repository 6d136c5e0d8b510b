import pytest

from index.tokens import Tokens
from recommender.outcomes.vague import is_empty, is_vague


@pytest.fixture(scope="module")
def tokens():
    return Tokens()


@pytest.mark.parametrize(
    "text",
    [
        "何か学びたい",
        "スキルアップしたい",
        "資格がほしい",
        "おすすめは?",
        "仕事に役立つもの",
        "社員研修を探しています",
    ],
)
def test_a_wish_without_a_subject_is_vague(tokens, text):
    assert is_vague(tokens.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "簿記を学びたい",
        "介護の資格がほしい",
        "新人が図面を読めない",
        "仕事で英語を使いたい",
        "農業を始めたい",
        "接客",
    ],
)
def test_one_word_of_a_subject_is_enough(tokens, text):
    assert not is_vague(tokens.of(text))


@pytest.mark.parametrize("text", ["", "。。。", "😊", "を"])
def test_signs_alone_are_empty(tokens, text):
    assert is_empty(text, tokens.of(text))


@pytest.mark.parametrize("text", ["회계를 배우고 싶어요", "जापानी भाषा सिक्न चाहन्छु", "ボキ"])
def test_a_script_without_known_words_is_not_empty(tokens, text):
    assert not is_empty(text, tokens.of(text))
    assert not is_vague(tokens.of(text)) or tokens.of(text)
