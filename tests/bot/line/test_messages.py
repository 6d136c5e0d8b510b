"""Whatever the catalog and people hold, what we build is valid for LINE."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.line.cards import bubble
from bot.line.details import detail_text
from bot.line.messages import CarouselMessage, QuickReply, TextMessage
from bot.simulator.validation.validator import messaging_api
from data.program import Offering, Program
from data.vocabulary import Certificate, Field, Mode, Status, Subsidy, TimeBand
from recommender.answer import Recommendation

TODAY = date(2026, 11, 23)
WORDS = st.text(max_size=400)
NON_EMPTY = st.text(min_size=1, max_size=400).filter(lambda text: text.strip())
DATES = st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1))
OFFERINGS = st.builds(
    Offering,
    mode=st.sampled_from(Mode),
    municipality=WORDS,
    venue=WORDS,
    time_bands=st.lists(st.sampled_from(TimeBand), max_size=4).map(tuple),
    start_date=DATES,
    sessions=WORDS,
    fee_yen=st.none() | st.integers(0, 10**7),
    fee_note=WORDS,
    deadline=DATES,
    status=st.sampled_from(Status),
)
PROGRAMS = st.builds(
    Program,
    program_id=st.just("0123456789ab"),
    title=NON_EMPTY,
    institution=WORDS,
    summary=st.text(max_size=6_000),
    skills=st.lists(NON_EMPTY, max_size=5).map(tuple),
    fields=st.lists(st.sampled_from(Field), max_size=3).map(tuple),
    certificate=st.sampled_from(Certificate),
    subsidies=st.lists(st.sampled_from(Subsidy), max_size=3).map(tuple),
    url=st.sampled_from(["", "https://example.jp/a", f"https://example.jp/{'a' * 2000}"]),
    contact=WORDS,
    is_sample=st.booleans(),
    offerings=st.lists(OFFERINGS, max_size=2).map(tuple),
)
ITEMS = st.builds(
    Recommendation,
    program=PROGRAMS,
    score=st.floats(0, 1),
    reasons=st.lists(NON_EMPTY, min_size=1, max_size=2).map(tuple),
    offering=st.none() | OFFERINGS,
)


def problems(*messages):
    body = {"replyToken": "t", "messages": [message.to_line() for message in messages]}
    return messaging_api().problems("ReplyMessageRequest", body)


@settings(max_examples=60)
@given(st.lists(ITEMS, min_size=1, max_size=14))
def test_any_cards_make_a_valid_carousel(items):
    cards = tuple(bubble(item, TODAY) for item in items)
    message = CarouselMessage(alt_text="講" * 2_000, bubbles=cards)
    assert problems(message) == ()


@settings(max_examples=60)
@given(PROGRAMS)
def test_any_details_make_a_valid_text(program):
    assert problems(TextMessage(text=detail_text(program, TODAY))) == ()


@pytest.mark.parametrize("data", [None, "x"])
def test_quick_replies_are_cut_to_what_line_accepts(data):
    reply = QuickReply(
        label="とても長い名前のボタンなので二十字をこえています", text="長" * 400, data=data
    )
    assert problems(TextMessage(text="簿記", quick_replies=(reply,) * 20)) == ()


def test_a_text_longer_than_line_takes_is_cut():
    assert problems(TextMessage(text="簿記。" * 4_000)) == ()
