from datetime import date

import pytest

from index.tokens import Tokens
from recommender.understanding.conditions.places import places
from recommender.understanding.understanding import as_message

TOKENS = Tokens()


def mentions(text):
    message = as_message(text, TOKENS, date(2026, 11, 23))
    return [
        (one.name, str(one.value), message.text[one.start : one.end]) for one in places(message)
    ]


def stated(text):
    return {(name, value) for name, value, _ in mentions(text)}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("天童あたりで手芸を", "天童市"),
        ("鶴岡市内限定", "鶴岡市"),
        ("新庄から通える範囲で", "新庄市"),
        ("酒田さ嫁いで三年だ", "酒田市"),
        ("山形駅から近いところ", "山形市"),
        ("銀山温泉の旅館です", "尾花沢市"),
        ("余目で働いています", "庄内町"),
        ("赤湯の近く", "南陽市"),
        ("よねざわに すんでいます", "米沢市"),
        ("ﾂﾙｵｶで", "鶴岡市"),
        ("I live in Yonezawa", "米沢市"),
        ("a class near Yamagata Station", "山形市"),
        ("我在天童工作", "天童市"),
        ("我住在米泽", "米沢市"),
        ("小国から行けるところ", "小国町"),
        ("鶴岡で高校の先生をしています", "鶴岡市"),
    ],
)
def test_a_town_is_stated_however_it_is_written(text, town):
    assert {("municipality", town)} == stated(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("村山で介護を", ("area", "村山")),
        ("村山市で介護を", ("municipality", "村山市")),
        ("最上の病院です", ("area", "最上")),
        ("最上町の病院です", ("municipality", "最上町")),
        ("庄内の会社です", ("area", "庄内")),
        ("庄内町の会社です", ("municipality", "庄内町")),
        ("西置賜郡の農家", ("area", "置賜")),
        ("新庄最上のどこか", ("area", "最上")),
    ],
)
def test_a_name_of_both_is_the_area_unless_it_says_town(text, place):
    assert {place} == stated(text)


@pytest.mark.parametrize(
    ("text", "area"),
    [("川西か高畠で", "置賜"), ("上山・山形で", "村山"), ("酒田や遊佐なら", "庄内")],
)
def test_two_towns_of_one_area_state_the_area(text, area):
    assert {("area", area)} == stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "山形で働きたい",
        "山形県内どこでも",
        "山形か仙台で",
        "山形大学を出ました",
        "米沢栄養大学の学生です",
        "鶴岡市立図書館の本",
        "山口県から来ました",
        "福島県金山町の出身",
        "米沢と酒田を行き来しています",
        "米沢は遠いです",
        "天童には行けません",
        "新庄以外で",
        "山形市まで行かないと習えない",
        "長井さんの紹介です",
        "大江健三郎を読む",
        "朝日を撮りたい",
        "中山間地の農業",
        "その上山菜も採りたい",
        "最上川の舟歌",
        "米沢牛を売りたい",
        "庄内柿の加工",
        "鶴岡八幡宮の歴史",
        "ながいしごとがいい",
        "Sakata-san told me",
    ],
)
def test_what_only_looks_like_a_place_states_nothing(text):
    assert stated(text) == set()


def test_a_refused_town_leaves_the_other():
    assert {("municipality", "長井市")} == stated("米沢じゃなくて長井で")


def test_where_one_wants_to_go_outranks_where_one_is():
    text = "長井で工場をやっています。できれば山形市内で"
    assert {("municipality", "山形市")} == stated(text)


def test_a_choice_of_towns_stays_whole_beside_online():
    assert {("area", "置賜")} == stated("長井か南陽かオンラインで")


def test_an_area_beside_one_of_its_towns_states_both():
    assert {("municipality", "鶴岡市"), ("area", "庄内")} == stated("鶴岡です。庄内で木工を")


def test_the_span_holds_the_words_that_serve_the_place_alone():
    assert mentions("東根市から通える範囲で簿記") == [
        ("municipality", "東根市", "東根市から通える範囲で")
    ]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("学生のころ米沢に住んでいました。今は鶴岡です", "鶴岡市"),
        ("寒河江から鶴岡に引っ越します。鶴岡で調理師", "鶴岡市"),
        ("西川町から月1なら山形に出られます", "山形市"),
        ("I used to live in Sakata but now I'm in Shinjo", "新庄市"),
    ],
)
def test_a_place_that_one_has_left_is_not_meant(text, town):
    assert stated(text) == {("municipality", town)}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("山形まで通えます", "山形市"),
        ("さくらんぼ東根駅から近い所で", "東根市"),
        ("最寄りは羽前長崎駅", "中山町"),
        ("ﾔﾏｶﾞﾀｼ ｴｲｺﾞ", "山形市"),
        ("やまがたえき の ちかく", "山形市"),
        ("chiiki okoshi in Oe-machi", "大江町"),
        ("寒河江高校の近くに住んでいます", "寒河江市"),
    ],
)
def test_stations_and_other_spellings_name_their_town(text, town):
    assert ("municipality", town) in stated(text)


@pytest.mark.parametrize(
    "text", ["米沢でも山形でもいいです", "実家は新庄ですが今は仙台", "庄内の方言を調べたい"]
)
def test_a_place_that_decides_nothing_is_not_stated(text):
    assert stated(text) == set()
