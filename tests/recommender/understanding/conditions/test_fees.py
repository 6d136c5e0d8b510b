from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import match_form
from recommender.understanding.conditions.fees import fees
from recommender.understanding.message import Message


def read(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [(one.value, message.text[one.start : one.end]) for one in fees(message)]


@pytest.mark.parametrize(
    ("text", "yen", "words"),
    [
        ("7000円までで溶接を", 7_000, "7000円までで"),
        ("2万円以内の簿記講座", 20_000, "2万円以内の"),
        ("一万二千円くらいなら出せます", 12_000, "一万二千円くらいなら"),
        ("予算は4万", 40_000, "予算は4万"),
        ("参加費は3千円ほど", 3_000, "参加費は3千円ほど"),
        ("1人あたり5万円まで", 50_000, "1人あたり5万円まで"),
        ("予算は4人で20万円です", 50_000, "予算は4人で20万円"),
        ("2~3万円程度で", 30_000, "2~3万円程度で"),
        ("1万円台のコース", 19_999, "1万円台の"),
        ("3000円しか出せません", 3_000, "3000円しか出せません"),
    ],
)
def test_what_a_person_would_pay_is_the_limit(text, yen, words):
    assert [(yen, words)] == read(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("無料でパソコンを習う", "無料で"),
        ("ﾀﾀﾞで受けられる英会話", "タダで"),
        ("お金をかけずにデザインを学びたい", "お金をかけずに"),
        ("受講料のかからない訓練", "受講料のかからない"),
        ("0円の講座", "0円の"),
        ("むりょうの にほんご きょうしつ", "むりょうの"),
        ("無料だと助かります、書道", "無料だと助かります"),
        ("Any free courses on welding?", "free courses"),
        ("Tôi tìm lớp miễn phí", "lớp miễn phí"),
        ("有没有免费课程", "免费"),
        ("Procuro curso grátis", "curso grátis"),
        ("May libreng kurso ba", "libreng kurso"),
    ],
)
def test_free_is_a_limit_of_zero(text, words):
    assert [(0, words)] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "無料体験だけの教室はいらない",
        "無料でなくてもかまいません",
        "無料のソフトで動画を編集したい",
        "無料は信用できないので嫌です",
        "ただでさえ忙しい店です",
        "売上が50万円まで落ちました",
        "機械に200万円かかった",
        "時給1100円くらいの仕事",
        "給付で10万円もらいながら通う",
        "月3万円くらい稼ぎたい",
        "1万人以内の町です",
        "lead-free soldering in my free time",
        "講座を5千人が受けた",
    ],
)
def test_other_money_and_other_free_things_are_no_budget(text):
    assert read(text) == []


@given(st.text(max_size=200))
def test_spans_lie_within_the_message_and_fees_are_never_negative(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    for one in fees(message):
        assert 0 <= one.start < one.end <= len(message.text)
        assert one.value >= 0


@pytest.mark.parametrize(
    ("text", "yen"),
    [
        ("月3000円までで英会話", 3_000),
        ("一人3000円、茶道", 3_000),
        ("3万は出せます", 30_000),
        ("10万も出せない", 100_000),
        ("ワンコインでできる体操", 500),
        ("千円札1枚で受けられる講座", 1_000),
        ("有料は無理です", 0),
        ("予算ゼロです", 0),
        ("ぜんこかがんねやつで", 0),
        ("ただの にほんご きょうしつ", 0),
        ("course under 10,000 yen", 10_000),
        ("até 10.000 ienes", 10_000),
    ],
)
def test_a_limit_is_named_in_many_ways(text, yen):
    assert [value for value, _ in read(text)] == [yen]


@pytest.mark.parametrize(
    "text", ["無料求人の出し方", "前に3万円払って受けた簿記", "無料もしくは数千円"]
)
def test_money_that_limits_nothing_is_no_budget(text):
    assert read(text) == []


def test_what_is_free_in_another_language_stays_the_topic():
    assert read("Queria um curso de soldador de graça") == [(0, "de graça")]
