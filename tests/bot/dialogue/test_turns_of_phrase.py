"""How a talk turns to another topic."""

import pytest

from bot.dialogue.turns_of_phrase import TurnOfPhrase, turn_in


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("じゃあ簿記は？", "簿記"),
        ("それなら、生成AIは？", "生成AI"),
        ("簿記は？", "簿記"),
        ("生成AIだとどう？", "生成AI"),
        ("ほかに溶接はありますか", "溶接"),
    ],
)
def test_what_is_only_asked_after_is_meant_on_the_same_conditions(text, topic):
    assert turn_in(text) == TurnOfPhrase(to=topic, is_on_the_same_conditions=True)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("それより介護がいい", "介護"),
        ("やっぱり簿記を学びたい", "簿記"),
        ("では介護で", "介護"),
        ("ところで、庭木の剪定を習いたいです", "庭木の剪定"),
    ],
)
def test_what_is_wanted_instead_is_a_new_search(text, topic):
    assert turn_in(text) == TurnOfPhrase(to=topic, is_on_the_same_conditions=False)


@pytest.mark.parametrize(
    "text",
    [
        "簿記",
        "簿記を学びたい",
        "それはいくら？",
        "2番目は？",
        "私は看護師です。マネジメントは？",
        "わたしは ベトナムじんです",
        "確定申告はどこで習えますか",
        "",
    ],
)
def test_other_sentences_turn_to_nothing(text):
    assert turn_in(text) is None


def test_no_length_of_text_is_too_much():
    assert turn_in("じゃあ" * 5_000) is None
