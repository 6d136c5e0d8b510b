import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.understanding.polarity import insistence_end, refusal_end, refusal_start


def refusal(text):
    """Return the words that refuse what stands before the bar."""
    said, _, behind = text.partition("|")
    end = refusal_end(said + behind, len(said))
    return None if end is None else (said + behind)[len(said) : end]


def insistence(text):
    said, _, behind = text.partition("|")
    end = insistence_end(said + behind, len(said))
    return None if end is None else (said + behind)[len(said) : end]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("夜|は無理です。昼にお願いします", "は無理です"),
        ("営業|以外で探しています", "以外で"),
        ("夜|はNG", "はNG"),
        ("土日|には行けません", "には行けません"),
        ("夜|の講座は難しいので", "の講座は難しいので"),
        ("夜|は子どもがいて出られません", "は子どもがいて出られません"),
        ("画面|じゃないほうがいい", "じゃないほうがいい"),
        ("接客|ではなくて事務", "ではなくて"),
        ("座学|はもう疲れました", "はもう疲れました"),
        ("英語|は苦手なので", "は苦手なので"),
        ("販売|はやりたくない", "はやりたくない"),
        ("月曜|を除く平日", "を除く"),
        ("よる|は だめです", "は だめです"),
        ("晚上|不行", "不行"),
    ],
)
def test_what_refuses_stands_behind_what_is_refused(text, words):
    assert words == refusal(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("夜|はだめだず", "はだめだず"),
        ("夜|さはいがんねず", "さはいがんねず"),
        ("農業|んねくて事務", "んねくて"),
        ("夜|はやんだず", "はやんだず"),
        ("夜|は無理だげんど昼なら", "は無理だげんど"),
    ],
)
def test_the_dialects_refuse_in_their_own_words(text, words):
    assert words == refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "夜|に通えますか",
        "夜|に通えないでしょうか",
        "動画|でできませんか",
        "夜|でも無理なく通える",
        "夜|は嫌いではない",
        "夜|は行けるけど昼が無理",
        "動画|じゃなくてもいい",
        "座学だけ|じゃなくて実習も",
        "夜|は無理ですか",
        "英語|は苦手だけど話せるようになりたい",
        "数字|が苦手な人でもわかる会計",
        "若手|が怖がって注意できなくなりました",
        "",
    ],
)
def test_a_question_a_wish_and_a_double_negation_refuse_nothing(text):
    assert refusal(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("土日|しか無理です", "しか無理です"),
        ("夜|じゃないと行けない", "じゃないと行けない"),
        ("対面|以外は無理", "以外は無理"),
        ("夜|しか空きません", "しか空きません"),
        ("夜|さしかいがんねず", "さしかいがんねず"),
    ],
)
def test_nothing_else_will_do_insists_and_does_not_refuse(text, words):
    assert words == insistence(text)
    assert refusal(text) is None


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("no evenings please", "evenings", 0),
        ("I can't do weekends", "weekends", 2),
        ("I want a class, not online", "online", 16),
        ("evenings", "evenings", None),
        ("knot online", "online", None),
    ],
)
def test_english_refuses_before(text, word, start):
    assert start == refusal_start(text, text.index(word))


@given(
    st.text(alphabet="夜は無理で以外しかないとの土日、。 がけど", max_size=60), st.integers(0, 60)
)
def test_what_refuses_lies_within_the_text(text, end):
    end = min(end, len(text))
    found = refusal_end(text, end)
    assert found is None or end < found <= len(text)
