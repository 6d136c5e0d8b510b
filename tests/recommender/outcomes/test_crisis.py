import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.outcomes.crisis import is_crisis


@pytest.mark.parametrize(
    "text",
    [
        "死にたい",
        "もう 死 に た い",
        "ｼﾆﾀｲ",
        "しにたいです…",
        "死にたくなってしまう",
        "仕事も家もだめで、いっそ消えてしまいたい",
        "わたしなんかいないほうがいい",
        "生きているのがしんどいです",
        "生きてる意味がわからない",
        "もう生きていけません",
        "生まれてこなければよかった",
        "自殺",
        "自殺の方法",
        "首をつろうと思った",
        "薬をたくさん飲んでしまった",
        "ばあちゃんと一緒に死ぬしかない",
        "介護に疲れて父を殺してしまいそう",
        "助けて",
        "もう限界です",
        "不合格でした。死にたい。次の試験はいつですか",
        "私も消えたい。生徒からは死にたいと言われ、研修どころじゃない",
    ],
)
def test_whoever_wishes_to_die_is_heard(text):
    assert is_crisis(text)


@pytest.mark.parametrize(
    "text",
    [
        "死にっだい",
        "死にでぇ",
        "死にだぐなった",
        "生ぎでんのやんだぐなった",
        "死んだほうがええべ",
        "いねぐなりだい",
    ],
)
def test_dialect_is_heard(text):
    assert is_crisis(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "thinking of killing myself",
        "我不想活了",
        "죽고 싶어",
        "Tôi muốn chết",
        "Eu quero morrer",
        "Gusto ko nang mamatay",
        "Saya ingin mati",
    ],
)
def test_other_languages_are_heard(text):
    assert is_crisis(text)


@pytest.mark.parametrize(
    "text",
    [
        "死ぬほど忙しい",
        "忙しくて死にそうなので経理を楽にしたい",
        "自殺対策の研修",
        "自殺予防を学びたいです",
        "グリーフケアを学びたい",
        "「死にたい」と言う生徒への接し方を学びたい",
        "利用者に消えたいと打ち明けられた。傾聴の研修はありますか",
        "suicide prevention training",
        "まだ死にたくないから減塩の料理を習いたい",
        "わたしにたいして厳しい上司との話し方",
        "足にたいせつな運動",
        "新しい世界に飛び込みたい",
        "消えたデータの取り戻し方",
        "生きる意味を哲学で考えたい",
        "経理が回らずもう限界です。助けてください",
        "予想死者数の計算",
    ],
)
def test_jest_study_and_care_are_no_crisis(text):
    assert not is_crisis(text)


def test_hardly_any_written_request_is_taken_for_a_crisis():
    lines = resources.files("index.training").joinpath("requests.jsonl").read_text("utf-8")
    alarms = [text for line in lines.splitlines() if is_crisis(text := json.loads(line)["text"])]
    assert len(alarms) <= 2, alarms


@given(st.text(max_size=100))
def test_any_text_is_read(text):
    assert is_crisis(text) in {True, False}
