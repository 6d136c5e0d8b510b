"""What the bot says to each kind of answer, and that LINE would take it."""

from datetime import date

import pytest

from bot.line import wording
from bot.line.conversation import Conversation
from bot.line.events import Event, EventKind
from bot.line.postback import Postback, Tap, read_postback
from bot.simulator.validation.validator import messaging_api
from data.program import Offering, Program
from data.vocabulary import Field, Mode, TimeBand
from recommender.answer import Answer, Outcome, Recommendation
from recommender.choice import Choice
from recommender.constraints import Constraints
from recommender.request import Request, Role
from recommender.understanding.understood import Understood

TODAY = date(2026, 11, 23)
PROGRAM = Program(
    program_id="0123456789ab", title="木工入門", fields=(Field.DESIGN_CRAFT,), is_sample=True
)
ITEM = Recommendation(
    program=PROGRAM,
    score=0.5,
    reasons=("「木工」を学べます", "土曜"),
    offering=Offering(mode=Mode.ONSITE),
)
PLAIN = Understood(role=Role.LEARNER, topic="木工", needs=("木工",))
ON_SATURDAY = Understood(
    role=Role.LEARNER,
    topic="木工",
    needs=("木工",),
    constraints=Constraints(time_bands=(TimeBand.SATURDAY,), max_fee_yen=3_000),
    conditions=("土曜に", "3000円まで"),
)


class Answering:
    """A recommender that gives one answer and remembers what it was asked."""

    def __init__(self, outcome, understood=PLAIN, **more):
        self.requests = []
        self._answer = Answer(
            outcome=outcome, understood=understood, message="お返事", release_id="r", **more
        )

    def recommend(self, request):
        self.requests.append(request)
        return self._answer


def said(recommender, text="土曜に木工を3000円まで"):
    event = Event(event_id="e", chat_id="U", timestamp_ms=1, kind=EventKind.TEXT, text=text)
    return answered(recommender, event)


def tapped(recommender, postback):
    event = Event(
        event_id="e", chat_id="U", timestamp_ms=1, kind=EventKind.POSTBACK, data=postback.encoded()
    )
    return answered(recommender, event)


def answered(recommender, event):
    messages = Conversation(recommender, lambda: TODAY).respond(event)
    body = {"replyToken": "t", "messages": [message.to_line() for message in messages]}
    assert messaging_api().problems("ReplyMessageRequest", body) == ()
    return messages


def labels(messages):
    return [reply.label for reply in messages[-1].quick_replies]


def test_what_was_understood_is_said_before_the_cards():
    message, _cards = said(Answering(Outcome.RECOMMEND, ON_SATURDAY, items=(ITEM,)))
    assert message.text.splitlines()[:2] == ["土曜・3,000円までで、さがしました。", "お返事"]


def test_where_nothing_was_stated_the_answer_begins_with_itself():
    message, _cards = said(Answering(Outcome.RECOMMEND, items=(ITEM,)))
    assert message.text == f"お返事\n{wording.SAMPLE_NOTE}"


def test_the_following_page_does_not_say_it_again():
    more = Postback(tap=Tap.MORE, subject="土曜に木工", offset=5)
    message, _cards = tapped(Answering(Outcome.RECOMMEND, ON_SATURDAY, items=(ITEM,)), more)
    assert message.text.startswith("お返事")


def test_an_answer_with_conditions_offers_the_search_without_them():
    recommender = Answering(Outcome.RECOMMEND, ON_SATURDAY, items=(ITEM,), more=True)
    messages = said(recommender)
    assert labels(messages) == ["もっと見る", "条件をはずす", "デザイン・工芸", "使い方"]
    postback = read_postback(messages[-1].quick_replies[1].data)
    tapped(recommender, postback)
    assert recommender.requests[-1] == Request(text="木工")


@pytest.mark.parametrize(
    "understood",
    [
        PLAIN,
        Understood(role=Role.LEARNER, topic="", needs=("",), conditions=("土曜",)),
        Understood(role=Role.LEARNER, topic="木" * 400, needs=("木",), conditions=("土曜",)),
    ],
    ids=["no condition", "no topic", "a topic too long for a button"],
)
def test_otherwise_there_is_nothing_to_take_off(understood):
    answer = Answering(Outcome.RECOMMEND, understood, items=(ITEM,))
    assert labels(said(answer)) == ["デザイン・工芸", "使い方"]


def test_what_the_button_brought_is_not_offered_again():
    answer = Answering(Outcome.RECOMMEND, ON_SATURDAY, items=(ITEM,))
    messages = tapped(answer, Postback(tap=Tap.TOPIC, subject="木工"))
    assert "条件をはずす" not in labels(messages)


def test_a_refused_topic_can_be_taken_off_where_nothing_was_found():
    refusing = Understood(role=Role.LEARNER, topic="木工", needs=("木工",), exclude=("彫刻",))
    (message,) = said(Answering(Outcome.NO_MATCH, refusing))
    assert message.text == "彫刻以外で、さがしました。\nお返事"
    assert labels((message,)) == ["条件をはずす", *wording.EXAMPLES, "使い方"]


def test_a_question_comes_with_its_answers_to_tap():
    choices = (
        Choice(label="ものづくり", text="ものづくり 土曜に"),
        Choice(label="事務", text="事務"),
    )
    messages = said(Answering(Outcome.CLARIFY, ON_SATURDAY, choices=choices))
    assert messages[-1].text == "お返事"
    assert labels(messages) == ["ものづくり", "事務", "使い方"]
    assert messages[-1].quick_replies[0].text == "ものづくり 土曜に"


def test_answers_that_are_too_long_for_line_are_cut():
    choices = (Choice(label="とても長いので二十字にはとうてい収まらない答え", text="長" * 900),)
    assert said(Answering(Outcome.CLARIFY, choices=choices))


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.NO_MATCH, [*wording.EXAMPLES, "使い方"]),
        (Outcome.SMALLTALK, [*wording.EXAMPLES, "使い方"]),
        (Outcome.CLARIFY, [*wording.EXAMPLES, "使い方"]),
        (Outcome.OUT_OF_SCOPE, ["使い方"]),
        (Outcome.PRIVACY, ["使い方"]),
        (Outcome.CRISIS, []),
    ],
)
def test_examples_are_offered_only_to_those_who_may_go_on_searching(outcome, expected):
    messages = said(Answering(outcome))
    assert [message.text for message in messages] == ["お返事"]
    assert labels(messages) == expected
