"""Every kind of event has its answer; and no sequence of events breaks what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import wording
from bot.dialogue.commands import Command
from bot.dialogue.conversation import Consent, Conversation
from bot.dialogue.turn import EraseEverything
from bot.line.events import Event, EventKind, Place, read_event
from bot.line.postback import Postback, Tap
from recommender.answer import Outcome
from recommender.request import Role
from tests.bot.dialogue.small_catalog import PROGRAMS, SmallRecommender
from tests.bot.dialogue.talk import TOLD, Talk
from tests.bot.dialogue.test_commands import SPELLINGS

SILENT = (EventKind.UNSEND, EventKind.UNFOLLOW, EventKind.LEAVE, EventKind.OTHER)


@pytest.fixture
def talk():
    return Talk(SmallRecommender(), Conversation())


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (EventKind.STICKER, wording.STICKER),
        (EventKind.IMAGE, wording.IMAGE),
        (EventKind.VOICE, wording.VOICE),
        (EventKind.OTHER_MESSAGE, wording.OTHER_MESSAGE),
    ],
)
def test_what_cannot_be_read_is_answered_with_a_way_on(talk, kind, sentence):
    talk.send(kind)
    assert talk.text == sentence.plain
    assert talk.buttons


@pytest.mark.parametrize("kind", SILENT)
def test_what_needs_no_answer_gets_none(talk, kind):
    talk.send(kind)
    assert (talk.turn.messages, talk.conversation) == ((), Conversation())


@pytest.mark.parametrize("kind", list(EventKind))
def test_where_we_may_not_speak_nothing_is_said_or_remembered(talk, kind):
    talk.send(kind, text="簿記", is_answerable=False)
    assert (talk.turn.messages, talk.conversation, talk.effects) == ((), Conversation(), ())


def test_a_new_friend_is_told_what_is_kept_and_may_refuse(talk):
    talk.send(EventKind.FOLLOW)
    assert wording.KEPT.plain in talk.text
    assert talk.buttons == [wording.AGREE, wording.REFUSE]
    assert talk.conversation.consent is Consent.TOLD
    talk.tap(wording.REFUSE)
    assert talk.conversation.consent is Consent.REFUSED


def test_who_comes_back_is_greeted_shortly_and_stays_refused(talk):
    talk.forget(consent=Consent.REFUSED)
    talk.send(EventKind.FOLLOW, is_first_follow=False)
    assert len(talk.text) < len(wording.GREETING.plain) / 2
    assert talk.conversation.consent is Consent.REFUSED


def test_a_group_is_told_how_to_speak_to_us_and_what_is_kept(talk):
    talk.send(EventKind.JOIN, is_group=True)
    assert talk.text == wording.GREETING_GROUP.plain
    assert talk.conversation.consent is Consent.TOLD


def test_in_a_group_a_mention_is_answered_as_if_our_name_were_not_there(talk):
    mention = {"mentionees": [{"index": 0, "length": 4, "type": "user", "isSelf": True}]}
    raw = {
        "type": "message",
        "mode": "active",
        "webhookEventId": "e",
        "timestamp": 1,
        "replyToken": "t",
        "source": {"type": "group", "groupId": "C", "userId": "U"},
        "message": {"type": "text", "id": "m", "text": "@まなび 使い方", "mention": mention},
    }
    talk.take(read_event(raw))
    assert talk.text == wording.USAGE.plain


def test_erasing_forgets_everything_but_a_refusal(talk):
    talk.forget(consent=Consent.REFUSED, role=Role.EMPLOYER, is_easy=True, saved=("a",))
    talk.say("データ削除")
    assert talk.effects == (EraseEverything(),)
    assert talk.conversation == Conversation(consent=Consent.REFUSED)


def test_recording_can_be_allowed_again(talk):
    talk.forget(consent=Consent.REFUSED)
    talk.say("記録する")
    assert talk.conversation.consent is Consent.TOLD


def test_easy_japanese_is_a_switch(talk):
    talk.say("やさしい日本語で")
    talk.say("使い方")
    assert talk.text == wording.USAGE.easy
    talk.say("ふつうの日本語で")
    talk.say("使い方")
    assert talk.text == wording.USAGE.plain


def test_words_instead_of_cards_are_a_switch(talk):
    talk.say("文字だけで")
    assert talk.conversation.is_text_only
    talk.say("カードで")
    assert not talk.conversation.is_text_only


@pytest.mark.parametrize(
    ("tap", "expected"),
    [
        (Tap.HELP, wording.USAGE),
        (Tap.SEARCH, wording.BEGINNING),
    ],
)
def test_a_button_of_the_menu_says_what_its_word_says(talk, tap, expected):
    talk.postback(Postback(tap=tap).encoded())
    assert talk.text == expected.plain


@pytest.mark.parametrize(
    ("tap", "role"), [(Tap.LEARNER, Role.LEARNER), (Tap.EMPLOYER, Role.EMPLOYER)]
)
def test_the_menu_chooses_the_role(talk, tap, role):
    talk.postback(Postback(tap=tap).encoded())
    assert talk.conversation.role is role


@pytest.mark.parametrize("data", ["", "{}", '["more",-1,""]', '["topic",0,"x"]', '["more",5,""]'])
def test_an_old_or_foreign_button_gets_a_kind_word(talk, data):
    talk.postback(data)
    assert talk.text == wording.UNKNOWN_TAP.plain


WORDS = st.sampled_from([text for texts in SPELLINGS.values() for text in texts]) | st.sampled_from(
    [
        "簿記",
        "土日だけ",
        "夜は？",
        "もっと安いの",
        "もっと近いところ",
        "2番目の",
        "それいくら？",
        "じゃあ溶接は？",
        "うちの社員に簿記を覚えさせたい",
        "5人くらい",
        "接客、労務、経理、営業を社員に教えたい",
        "つらい",
        "なし",
        "天童市",
        "1番目と9番目をくらべて",
    ]
)
IDS = st.sampled_from([one.program_id for one in PROGRAMS] + ["", "ffffffffffff"])
TAPS = st.builds(Postback, tap=st.sampled_from(Tap), subject=IDS, offset=st.integers(0, 20))
DATA = TAPS.map(lambda tapped: tapped.encoded()) | st.text(max_size=20)
DEGREES = st.floats(-180, 180)
EVENTS = st.builds(
    Event,
    event_id=st.just("e"),
    chat_id=st.just("U"),
    timestamp_ms=st.just(1),
    kind=st.sampled_from(EventKind),
    text=WORDS | st.text(max_size=30),
    data=DATA,
    date=st.dates().map(str) | st.text(max_size=10),
    place=st.none() | st.builds(Place, latitude=DEGREES, longitude=DEGREES),
    message_id=st.sampled_from(["", "m1", "m2"]),
    reply_token=st.sampled_from(["", "t"]),
    is_answerable=st.booleans() | st.just(value=True),
    is_first_follow=st.booleans(),
)
OUTCOMES = {"つらい": Outcome.CRISIS, "なし": Outcome.NO_MATCH}


@given(st.lists(EVENTS, max_size=12))
def test_whatever_comes_every_turn_can_be_sent_and_every_conversation_stored(events):
    talk = Talk(SmallRecommender(outcomes=OUTCOMES), TOLD)
    for event in events:
        talk.take(event)


def test_every_command_is_answered(talk):
    for texts in SPELLINGS.values():
        talk.say("簿記")
        talk.say(texts[0])
        assert talk.turn.messages
    assert set(SPELLINGS) == set(Command)
