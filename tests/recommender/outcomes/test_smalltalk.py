import pytest

from recommender.outcomes.smalltalk import SmallTalk, small_talk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("こんにちは!", SmallTalk.GREETING),
        ("おばんです〜", SmallTalk.GREETING),
        ("ｺﾝﾆﾁﾊ", SmallTalk.GREETING),
        ("Hello 😊", SmallTalk.GREETING),
        ("ありがとうございました。助かりました!", SmallTalk.THANKS),
        ("おしょうしな", SmallTalk.THANKS),
        ("Cảm ơn", SmallTalk.THANKS),
        ("こんにちは、ありがとう ございます", SmallTalk.THANKS),
        ("了解です👍", SmallTalk.REACTION),
        ("んだんだ", SmallTalk.REACTION),
        ("(thumbs up)", SmallTalk.REACTION),
        ("(smile)(heart)", SmallTalk.REACTION),
        ("ではまた", SmallTalk.FAREWELL),
        ("あなたはAI?", SmallTalk.WHO_ARE_YOU),
        ("人間ですか", SmallTalk.WHO_ARE_YOU),
        ("これってAIが答えてるの?", SmallTalk.WHO_ARE_YOU),
        ("人間なんですか、それともロボット?", SmallTalk.WHO_ARE_YOU),
        ("使い方がわからない", SmallTalk.HOW_TO),
    ],
)
def test_a_message_that_is_nothing_else_is_small_talk(text, expected):
    assert small_talk(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "こんにちは。簿記を習いたいです",
        "AIを学びたい",
        "AI",
        "人間関係",
        "ありがとうと言える職場にしたい",
        "(株)の設立",
        "テストの作り方",
        "",
        "😊",
        "英語のあいさつ",
    ],
)
def test_a_topic_beside_it_makes_it_a_request(text):
    assert small_talk(text) is None


@pytest.mark.parametrize(
    "text", ["うん" * 20 + "x", "あ" * 39 + "x", "どうも" * 13 + "x", "ん" * 40 + "簿"]
)
def test_repetition_ends(text):
    assert small_talk(text) is None
