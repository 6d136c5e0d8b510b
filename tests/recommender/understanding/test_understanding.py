from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.tokens import Tokens
from recommender.request import Request, Role
from recommender.understanding.refusals import refusals
from recommender.understanding.understanding import (
    LONGEST_MESSAGE,
    as_message,
    mentions,
    understand,
)

TOKENS = Tokens()
TODAY = date(2026, 11, 23)


def understood(text, role=Role.LEARNER):
    return understand(Request(text=text, role=role), TOKENS, TODAY)


@pytest.mark.parametrize(
    ("text", "topic", "stated", "conditions"),
    [
        ("簿記を習いたい", "簿記を習いたい", {}, ()),
        (
            "米沢で土曜に簿記を習いたい",
            "簿記を習いたい",
            {"municipality": "米沢市", "time_bands": ["土"]},
            ("米沢で", "土曜に"),
        ),
        ("5000円までで陶芸を", "陶芸を", {"max_fee_yen": 5_000}, ("5000円までで",)),
        (
            "夜は無理です。韓国語を習いたい",
            "韓国語を習いたい",
            {"not_time_bands": ["平日夜"]},
            ("夜は無理です",),
        ),
        ("ﾀﾀﾞでｴｸｾﾙの使い方を", "エクセルの使い方を", {"max_fee_yen": 0}, ("タダで",)),
        ("託児つきの医療事務の講座", "医療事務の講座", {"childcare": True}, ("託児つきの",)),
    ],
)
def test_conditions_are_taken_out_of_the_topic(text, topic, stated, conditions):
    found = understood(text)
    assert (topic, stated, conditions) == (
        found.topic,
        found.constraints.to_json(),
        found.conditions,
    )


@pytest.mark.parametrize(
    ("text", "topic", "exclude"),
    [
        ("介護以外で、人の役に立つ仕事", "人の役に立つ仕事", ("介護",)),
        ("パソコンは苦手なので手仕事を習いたい", "手仕事を習いたい", ("パソコン",)),
        ("介護は向いてないと思います。事務を学びたい", "事務を学びたい", ("介護",)),
        ("エクセル抜きの、紙の帳簿の付け方", "紙の帳簿の付け方", ("エクセル",)),
        ("簿記以外で、英語以外で", "", ("簿記", "英語")),
    ],
)
def test_refused_topics_are_excluded_and_taken_out_of_the_topic(text, topic, exclude):
    found = understood(text)
    assert (topic, exclude) == (found.topic, found.exclude)


@pytest.mark.parametrize("text", ["夜は無理。簿記を", "オンラインじゃなくて対面で、そば打ちを"])
def test_what_a_condition_refuses_is_no_refused_topic(text):
    assert understood(text).exclude == ()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("若手10人くらいに溶接を教えたい", "若手 溶接を教えたい"),
        ("スタッフ3人に衛生管理を学ばせたい", "スタッフ 衛生管理を学ばせたい"),
    ],
)
def test_a_condition_leaves_no_particle_behind(text, topic):
    assert topic == understood(text, Role.EMPLOYER).topic


def test_an_employers_list_is_read_without_its_conditions():
    found = understood("鶴岡で、溶接、旋盤、品質管理を5人に", Role.EMPLOYER)
    assert found.needs == ("溶接", "旋盤", "品質管理")
    assert found.constraints.to_json() == {"municipality": "鶴岡市", "headcount": 5}


def test_a_message_in_another_language_is_known_as_such():
    assert understood("I want to learn how to use a computer").is_foreign
    assert not understood("パソコンの使い方を習いたい").is_foreign


def test_words_within_other_words_are_shown_once():
    conditions = understood("平日の夜、夜の部でヨガを").conditions
    assert len(conditions) == len(set(conditions))


def test_what_is_too_long_is_cut():
    assert len(as_message("簿記" * LONGEST_MESSAGE, TOKENS, TODAY).text) == LONGEST_MESSAGE


WORDS = [
    "介護",
    "簿記",
    "以外で",
    "は苦手",
    "土曜に",
    "5000円まで",
    "米沢で",
    "、",
    "。",
    "と",
    "3人",
    "のは",
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=12).map("".join))


@settings(deadline=None)
@given(TEXTS, st.sampled_from(Role))
def test_any_text_is_understood(text, role):
    found = understood(text, role)
    assert len(found.needs) >= 1
    assert role is found.role


@settings(deadline=None)
@given(TEXTS)
def test_every_span_lies_inside_the_text(text):
    message = as_message(text, TOKENS, TODAY)
    spans = [(one.start, one.end) for one in (*mentions(message), *refusals(message))]
    assert all(0 <= start <= end <= len(message.text) for start, end in spans)
