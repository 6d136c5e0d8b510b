import pytest

from recommender.understanding.courtesies import courtesies


def without(text):
    left = text
    for start, end in reversed(list(courtesies(text))):
        left = left[:start] + left[end:]
    return left.strip()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("こんにちは。溶接を習いたい", "溶接を習いたい"),
        ("お世話になっております。簿記の研修を。よろしくお願いいたします。", "簿記の研修を。"),
        ("夜遅くにすみません。保育の勉強がしたい", "保育の勉強がしたい"),
        ("Hello! I want to learn welding. Thank you", "I want to learn welding."),
    ],
)
def test_greetings_and_thanks_are_found_at_the_edges(text, left):
    assert without(text) == left


@pytest.mark.parametrize(
    "text", ["挨拶の仕方を学びたい", "どうもうまくいかない接客", "相談員になりたい"]
)
def test_words_that_belong_to_a_wish_stay(text):
    assert without(text) == text
