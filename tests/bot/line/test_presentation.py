"""Whatever the catalog holds and however a chat is spoken to: valid for LINE, numbered, honest."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.line.carousel import LARGEST_CAROUSEL
from bot.line.easy import Readings
from bot.line.flex import ACCENT, ALERT, INK, PAPER, SOFT, WHITE
from bot.line.presentation import MOST_SAVED_CARDS, Presentation
from bot.line.wording import how_many, is_near
from bot.simulator.validation.validator import messaging_api
from data.program import Offering, Program
from data.vocabulary import Mode, Status
from index.tokens import Tokens
from recommender.answer import Answer, Need, Outcome, Recommendation
from recommender.request import Role
from recommender.understanding.understood import Understood
from tests.bot.line.programs import ITEMS, PROGRAMS, TODAY

READINGS = Readings(Tokens())
WAYS = st.builds(
    Presentation,
    is_easy=st.booleans(),
    is_text_only=st.booleans(),
    today=st.just(TODAY),
    saved=st.sampled_from([frozenset(), frozenset({"0123456789ab"})]),
    readings=st.just(READINGS),
)


def spoken(*, is_easy=False, is_text_only=False, saved=()):
    return Presentation(
        is_easy=is_easy,
        is_text_only=is_text_only,
        today=TODAY,
        saved=frozenset(saved),
        readings=READINGS,
    )


def problems(message):
    body = {"replyToken": "t", "messages": [message.to_line()]}
    return messaging_api().problems("ReplyMessageRequest", body)


def answer(items, needs=()):
    return Answer(
        outcome=Outcome.RECOMMEND,
        understood=Understood(role=Role.LEARNER, topic="簿記", needs=("簿記",)),
        message="お返事です。",
        release_id="r",
        items=tuple(items),
        needs=tuple(needs),
    )


def program(number=1, **offering):
    known = {"mode": Mode.ONSITE, "municipality": "山形市", "status": Status.OPEN}
    return Program(
        program_id=f"{number:012}",
        title=f"簿記{number}",
        institution="見本学院",
        url="https://example.jp/",
        offerings=(Offering(**(known | offering)),),
    )


def recommended(one):
    return Recommendation(
        program=one, score=0.5, reasons=("簿記を学べます", "土曜"), offering=one.offerings[0]
    )


def strings(part):
    """Every text and label of a message."""
    if isinstance(part, dict):
        own = [part[key] for key in ("text", "label") if isinstance(part.get(key), str)]
        return own + [one for value in part.values() for one in strings(value)]
    return [one for value in part for one in strings(value)] if isinstance(part, list) else []


@settings(max_examples=40, deadline=None)
@given(WAYS, st.lists(ITEMS, min_size=1, max_size=14))
def test_any_cards_are_valid(way, items):
    assert problems(way.cards(answer(items), items, ())) == ()


@settings(max_examples=40, deadline=None)
@given(WAYS, PROGRAMS)
def test_any_details_are_valid(way, one):
    assert problems(way.details(one)) == ()


@settings(max_examples=30, deadline=None)
@given(WAYS, st.lists(PROGRAMS, min_size=2, max_size=3))
def test_any_comparison_is_valid(way, programs):
    assert problems(way.comparison(list(enumerate(programs, start=1)))) == ()


@settings(max_examples=20, deadline=None)
@given(WAYS, st.lists(PROGRAMS, min_size=1, max_size=30))
def test_any_saved_list_is_valid(way, programs):
    assert problems(way.saved_list(programs)) == ()


def test_cards_carry_the_numbers_that_people_call_them_by():
    items = [recommended(program(number)) for number in (1, 2, 3)]
    places = [item.program.program_id for item in items]
    message = spoken().cards(answer(items), items[1:], (), places=places)
    badges = [one["header"]["contents"][0]["contents"][0] for one in message.bubbles]
    assert [one["contents"][0]["text"] for one in badges] == ["2", "3"]
    assert message.alt_text == "お返事です。\n2. 簿記2\n3. 簿記3"


def test_what_is_said_instead_of_cards_is_easy_too():
    items = [recommended(program(number)) for number in (1, 2)]
    message = spoken(is_easy=True).cards(answer(items), items, ())
    assert message.alt_text.startswith("講座（こうざ）が 2つ あります。\n1. 簿記（ぼき）1")


def test_easy_words_count_with_tsu_only_to_nine():
    assert [how_many(count) for count in (1, 9, 10, 30)] == ["1つ", "9つ", "10こ", "30こ"]


def test_a_card_offers_what_can_be_done_with_a_program():
    items = [recommended(program())]
    said = strings(spoken().cards(answer(items), items, ()).to_line())
    assert {"くわしく見る", "保存", "似た講座", "申込ページ"} <= set(said)


def test_a_saved_program_says_so_on_its_button():
    items = [recommended(program())]
    said = strings(spoken(saved=["000000000001"]).cards(answer(items), items, ()).to_line())
    assert "保存ずみ" in said


@pytest.mark.parametrize(("day", "near"), [(22, False), (23, True), (30, True)])
def test_a_near_deadline_is_said_in_words(day, near):
    deadline = date(2026, 11, day)
    assert is_near(deadline, TODAY) == near
    items = [recommended(program(deadline=deadline))]
    said = strings(spoken().cards(answer(items), items, ()).to_line())
    assert ("締切まぢか" in said) == near


def test_a_card_says_which_of_several_needs_it_is_for():
    items = [recommended(program(1)), recommended(program(2))]
    needs = [Need(topic=f"こと{item.program.title}", items=(item,)) for item in items]
    said = strings(spoken().cards(answer(items, needs), items, ()).to_line())
    assert {"ご相談：こと簿記1", "ご相談：こと簿記2"} <= set(said)


def test_the_text_only_twin_tells_what_the_cards_tell():
    items = [recommended(program(fee_yen=2000))]
    text = spoken(is_text_only=True).cards(answer(items), items, ()).text
    assert text.startswith("1. 簿記1\n見本学院\n◎ 簿記を学べます\n・ 土曜\n【場所】山形市")
    assert "【受講料】2,000円" in text
    assert "「1番目をくわしく」" in text


def test_a_comparison_puts_every_fact_side_by_side():
    placed = [(1, program(1, fee_yen=0)), (2, program(2, fee_yen=3000))]
    message = spoken().comparison(placed)
    said = strings(message.to_line())
    assert {"無料", "3,000円", "1番目をくわしく見る", "2番目をくわしく見る"} <= set(said)
    assert message.alt_text == spoken(is_text_only=True).comparison(placed).text


def test_a_saved_program_that_is_closed_says_so():
    closed = program(status=Status.CANCELLED)
    assert "いまは受付していません" in strings(spoken().saved_list([closed]).to_line())
    text = spoken(is_text_only=True).saved_list([closed]).text
    assert "簿記1（いまは受付していません）" in text


def test_what_does_not_fit_on_cards_is_counted():
    programs = [program(number) for number in range(1, MOST_SAVED_CARDS + 4)]
    message = spoken().saved_list(programs)
    assert len(message.bubbles) == MOST_SAVED_CARDS
    assert "ほかに3件" in message.alt_text


def test_easy_japanese_says_it_shortly_and_with_readings():
    items = [recommended(program(fee_yen=2000))]
    said = strings(spoken(is_easy=True).cards(answer(items), items, ()).to_line())
    assert {"お金", "どこ", "いつまで", "簿記（ぼき）1"} <= set(said)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in (INK, SOFT, ACCENT) for ground in (WHITE, PAPER)),
        *((WHITE, badge) for badge in (ACCENT, ALERT, SOFT)),
        (ALERT, WHITE),
    ],
)
def test_colours_have_contrast(ink, ground):
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour):
    """Relative luminance, WCAG 2.1."""
    parts = [int(one, 16) / 255 for one in re.findall("..", colour[1:])]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_long_cards_are_drawn_again_with_shorter_lines():
    long = "長い言葉。" * 80
    items = [
        Recommendation(
            program=program(number, venue=long, sessions=long, fee_note=long),
            score=0.5,
            reasons=(long,) * 8,
            offering=program(number, venue=long, sessions=long, fee_note=long).offerings[0],
        )
        for number in range(1, 11)
    ]
    message = spoken().cards(answer(items), items, ())
    assert len(message.bubbles) == 10
    assert len(str(message.bubbles).encode()) < 2 * LARGEST_CAROUSEL
    assert problems(message) == ()
