"""The ledger: a turn happens whole, once, or not at all; what is forgotten is forgotten."""

import json
from dataclasses import replace

import pytest

from bot.dialogue.conversation import TEXT_KEPT_DAYS, Conversation
from bot.dialogue.turn import EraseEverything, Feedback, FeedbackGiven, Turn
from bot.state.claimed import Prepared
from bot.state.retention import DAY_S, Retention, let_go
from bot.state.tables import CONVERSATIONS, INBOX, KEPT, NEEDS
from recommender.constraints import Constraints

EVERYTHING = (CONVERSATIONS, INBOX, KEPT, NEEDS)
SILENT = Prepared(messages=())


def test_a_conversation_is_remembered_whole(answered, asked, ledger):
    made = answered("a", asked())
    assert ledger.conversation(made.claimed.chat_key) == asked().conversation


def test_a_new_chat_remembers_nothing(ledger):
    assert ledger.conversation("nobody") == Conversation()


def test_a_conversation_that_cannot_be_read_begins_anew(answered, asked, ledger, state):
    made = answered("a", asked())
    with state.write() as connection:
        connection.execute(
            CONVERSATIONS.update().values(body='{"of": "another version"}', search="{}")
        )
    assert ledger.conversation(made.claimed.chat_key) == Conversation()


def test_a_need_is_recorded_with_what_came_of_it_and_no_identity(answered, asked, rows):
    answered("a", asked(municipality="米沢市", max_fee_yen=0), user="U4af49806")
    (need,) = rows(NEEDS)
    assert (need["topic"], need["day"], need["role"]) == ("簿記", "2026-11-23", "learner")
    assert (need["municipality"], need["area"]) == ("米沢市", "置賜")
    assert (need["outcome"], json.loads(need["shown"])) == ("recommend", ["p1"])
    assert need["release_id"] == "r1"
    assert "U4af49806" not in str(need)


def test_the_same_need_counts_once_a_person_and_day(answered, asked, rows):
    answered("a", asked())
    answered("b", asked(text="米沢で簿記を 夜", max_fee_yen=0), timestamp=2)
    answered("c", asked(), user="U2")
    needs = rows(NEEDS)
    assert len(needs) == 2
    assert '{"max_fee_yen": 0}' in [need["constraints"] for need in needs]


def test_feedback_goes_to_the_last_need_of_the_person(answered, asked, rows, clock):
    answered("a", asked("簿記"))
    clock.now += 60
    answered("b", asked("介護"), timestamp=2)
    tapped = Turn(
        messages=(),
        conversation=Conversation(),
        effects=(FeedbackGiven(feedback=Feedback.HELPED),),
    )
    answered("c", tapped, timestamp=3)
    assert {need["topic"]: need["feedback"] for need in rows(NEEDS)} == {
        "簿記": "",
        "介護": "helped",
    }


def test_an_event_taken_back_meanwhile_changes_nothing(
    inbox, ledger, store, raw, unsend, asked, rows
):
    store(raw("a"))
    claimed = inbox.claim()
    store(unsend("u", "m-a"))
    assert not ledger.write(claimed, asked(), SILENT)
    assert rows(NEEDS) == rows(CONVERSATIONS) == []


def test_a_turn_that_fails_half_way_leaves_nothing(inbox, ledger, store, raw, asked, rows):
    store(raw("a"))
    turn = asked()
    broken = replace(turn, effects=(*turn.effects, *turn.effects[:1], None))
    object.__setattr__(broken.effects[0].answer.understood, "constraints", None)
    with pytest.raises(AttributeError):
        ledger.write(inbox.claim(), broken, SILENT)
    object.__setattr__(turn.effects[0].answer.understood, "constraints", Constraints())
    assert rows(NEEDS) == rows(CONVERSATIONS) == []
    assert rows(INBOX)[0]["prepared"] is None


def test_kept_answers_go_along_with_the_next_one(answered, asked, ledger, rows):
    made = answered("a", asked(), end="keep")
    assert ledger.kept(made.claimed.chat_key)
    answered("b", asked(), timestamp=2)
    assert rows(KEPT) == []


def test_taking_back_a_message_takes_back_all_that_came_of_it(
    answered, asked, store, unsend, rows, ledger
):
    made = answered("a", asked(), end="keep")
    store(unsend("u", "m-a"))
    assert rows(KEPT) == rows(NEEDS) == []
    conversation = ledger.conversation(made.claimed.chat_key)
    assert conversation == Conversation(saved=("p1",))


def test_taking_back_another_message_takes_back_nothing(answered, asked, store, unsend, rows):
    answered("a", asked())
    store(unsend("u", "m-x"))
    assert len(rows(NEEDS)) == 1


def test_erasing_leaves_no_word_and_no_pseudonym_of_the_person(answered, asked, rows):
    answered("k", asked(), end="keep")
    answered("o", asked("介護", text="介護を"), user="U2")
    made = answered(
        "e",
        Turn(messages=(), conversation=Conversation(), effects=(EraseEverything(),)),
        timestamp=2,
    )
    left = str([rows(table) for table in EVERYTHING])
    assert made.claimed.person_key not in left
    assert "簿記" not in left
    assert "介護" in left


@pytest.mark.parametrize(
    ("days", "kept"), [(TEXT_KEPT_DAYS - 1, True), (TEXT_KEPT_DAYS + 1, False)]
)
def test_words_are_kept_as_long_as_promised_and_topics_stay(
    answered, asked, state, clock, rows, ledger, days, kept
):
    made = answered("a", asked())
    let_go(state, clock.now + days * DAY_S)
    (need,) = rows(NEEDS)
    assert (need["topic"], need["text"] is not None) == ("簿記", kept)
    conversation = ledger.conversation(made.claimed.chat_key)
    assert (conversation.search is not None) is kept
    assert conversation.saved == ("p1",)


def test_names_of_events_and_late_answers_go_when_they_are_of_no_use(
    answered, asked, state, clock, rows
):
    answered("a", asked(), end="keep")
    let_go(state, clock.now + 8 * DAY_S, Retention())
    assert rows(INBOX) == rows(KEPT) == []
