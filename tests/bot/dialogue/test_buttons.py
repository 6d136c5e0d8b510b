"""What is offered under the cards: only what would change something."""

from dataclasses import replace

import pytest

from bot.dialogue import wording
from bot.dialogue.buttons import after_cards, after_no_match
from bot.dialogue.conversation import Search
from bot.line.messages import MOST_QUICK_REPLIES
from data.program import Offering, Program
from data.vocabulary import Mode, TimeBand
from recommender.answer import Answer, Outcome, Recommendation
from recommender.constraints import Constraints
from recommender.request import Role
from recommender.understanding.understood import Understood

SEARCH = Search(text="木工", role=Role.LEARNER, message_ids=(), at=0.0)
EVERYTHING = [
    wording.MORE,
    wording.ONLINE,
    wording.WEEKEND,
    wording.FREE,
    wording.NEARBY,
    wording.FROM_WHEN,
    wording.COMPARE,
    wording.HELPED,
    wording.DIFFERENT,
    wording.HELP,
]
ONLINE_FOR_FREE = Offering(mode=Mode.LIVE_ONLINE, fee_yen=0, time_bands=(TimeBand.SATURDAY,))


def answer(*offerings, more=True, **constraints):
    items = tuple(
        Recommendation(
            program=Program(program_id=f"{number}", title="木工"),
            score=0.5,
            reasons=(),
            offering=offering,
        )
        for number, offering in enumerate(offerings)
    )
    understood = Understood(
        role=Role.LEARNER, topic="木工", needs=("木工",), constraints=Constraints(**constraints)
    )
    return Answer(
        outcome=Outcome.RECOMMEND,
        understood=understood,
        message="",
        release_id="r",
        items=items,
        more=more,
    )


def labels(search, given):
    return [one.label for one in after_cards(search, given)]


def test_the_order_is_from_the_nearest_wish_to_the_farthest():
    assert labels(SEARCH, answer(Offering(), Offering())) == EVERYTHING


@pytest.mark.parametrize(
    ("stated", "gone"),
    [
        ({"mode": (Mode.ONSITE,)}, wording.ONLINE),
        ({"time_bands": (TimeBand.SATURDAY,)}, wording.WEEKEND),
        ({"max_fee_yen": 0}, wording.FREE),
        ({"municipality": "山形市"}, wording.NEARBY),
    ],
)
def test_what_was_stated_is_not_offered_but_can_be_dropped(stated, gone):
    shown = labels(SEARCH, answer(Offering(), Offering(), **stated))
    assert gone not in shown
    assert wording.UNLIMITED in shown


def test_what_all_shown_are_already_is_not_offered():
    shown = labels(SEARCH, answer(ONLINE_FOR_FREE, ONLINE_FOR_FREE, more=False))
    assert shown == [wording.FROM_WHEN, *EVERYTHING[6:]]


def test_one_card_has_nothing_to_be_compared_with():
    assert wording.COMPARE not in labels(SEARCH, answer(Offering()))


def test_there_are_never_more_than_line_shows():
    given = answer(Offering(), Offering(), headcount=3)
    assert len(labels(SEARCH, given)) <= MOST_QUICK_REPLIES


def test_the_nearest_is_offered_once():
    nothing = answer(max_fee_yen=0)
    assert [one.label for one in after_no_match(SEARCH, nothing)] == [
        wording.NEAREST,
        wording.UNLIMITED,
        wording.HELP,
    ]
    nearest = after_no_match(replace(SEARCH, is_nearest=True), nothing)
    assert nearest[0].label == wording.UNLIMITED
