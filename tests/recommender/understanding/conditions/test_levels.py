from datetime import date

import pytest

from data.text import match_form
from recommender.understanding.conditions.levels import level
from recommender.understanding.message import Message


def read(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [(str(one.value), message.text[one.start : one.end]) for one in level(message)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ゼロから中国語を習いたい", "ゼロから"),
        ("一から覚えたい、畑のこと", "一から"),
        ("陶芸、初心者向けのもの", "初心者向け"),
        ("未経験OKの経理", "未経験OKの"),
        ("会計入門", "入門"),
        ("労働法の基礎を学ばせたい", "の基礎"),
        ("統計を基礎から", "基礎から"),
        ("パソコンはさっぱりだず", "さっぱりだ"),
        ("手話は初めてです", "初めてです"),
        ("旋盤は触ったことがない", "触ったことがない"),
        ("帳簿のことは何もわからない", "何もわからない"),
        ("はじめてでも大丈夫な太極拳", "はじめてでも大丈夫な"),
        ("Excel from scratch", "from scratch"),
    ],
)
def test_not_knowing_yet_asks_for_a_course_for_beginners(text, words):
    assert [("初心者", words)] == read(text)


@pytest.mark.parametrize(
    "text",
    ["左官の見習い3人に座学を", "配管の初歩を教わりたい", "ろくろは素人です", "俺でもできっが"],
)
def test_words_that_carry_the_topic_as_well_stay(text):
    assert read(text) == [("初心者", "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("韓国語の中級", "中級"),
        ("基礎はできているので、その先のプログラミング", "中級"),
        ("ひととおりできるので、もう少しやりたい編集", "中級"),
        ("会計の応用編", "上級"),
        ("大学院レベルの統計", "上級"),
        ("経験者向けの木工", "上級"),
        ("もっと深くワインを知りたい", "上級"),
    ],
)
def test_who_knows_something_asks_for_a_higher_level(text, value):
    assert [value] == [one for one, _ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "初心者向けじゃないほうがいい",
        "初心者コースはもう修了しました",
        "入門の講座ではなく実務の話を",
        "未経験者を採用したい会社です",
        "新人がすぐ辞める",
        "障がいのある人を初めて雇う",
        "18:30から始めるヨガ",
        "10から20人で受けたい",
        "算定基礎届の書き方",
        "基礎研修",
        "さっぱり客が来ない",
        "客には自分でもわからないことを聞かれる",
        "不是入门课",
    ],
)
def test_what_is_refused_behind_or_said_of_something_else_is_no_level(text):
    assert read(text) == []
