"""How a talk with an employer goes: cards at once, a few questions, several needs."""

from dataclasses import replace

import pytest

from bot.dialogue import wording
from bot.dialogue.conversation import IntakeStep
from recommender.request import Role
from tests.bot.dialogue.small_catalog import PROGRAMS, SmallRecommender
from tests.bot.dialogue.talk import TOLD, Talk

FIRST_PAGE = tuple(one.program_id for one in PROGRAMS[:5])


@pytest.fixture
def recommender():
    return SmallRecommender()


@pytest.fixture
def talk(recommender):
    return Talk(recommender)


class TestEmployers:
    """Who asks for a company is asked a little more, and may skip it."""

    def test_the_cards_come_at_once_with_the_first_question(self, talk):
        talk.say("うちの社員に簿記を覚えさせたい")
        assert talk.conversation.intake is IntakeStep.HEADCOUNT
        assert len(talk.turn.messages) == 3
        assert talk.buttons[-1] == "まとめてとばす"

    def test_what_they_answer_is_searched_for_after_the_last_question(self, talk, recommender):
        talk.say("うちの社員に簿記を覚えさせたい")
        for tapped in ("5人くらい", "年度内に始めたい", "会社に来てほしい"):
            talk.tap(tapped)
        assert recommender.requests[-1].role is Role.EMPLOYER
        understood = recommender.understood(recommender.requests[-1]).constraints
        assert (understood.headcount, understood.mode) == (5, ("出前",))
        assert talk.conversation.intake is None

    def test_each_question_can_be_skipped(self, talk, recommender):
        talk.say("うちの社員に簿記を覚えさせたい")
        before = len(recommender.requests)
        for _ in range(3):
            talk.tap("とばす")
        assert talk.conversation.intake is None
        assert len(recommender.requests) == before + 1
        assert wording.HELPED in talk.buttons

    def test_all_questions_can_be_skipped_at_once(self, talk):
        talk.say("うちの社員に簿記を覚えさせたい")
        talk.tap("まとめてとばす")
        assert talk.conversation.intake is None
        assert talk.search.shown == FIRST_PAGE

    def test_what_was_stated_is_not_asked(self, talk):
        talk.say("うちの社員5人に簿記を覚えさせたい")
        assert talk.conversation.intake is IntakeStep.PERIOD

    def test_a_new_topic_leaves_the_questions(self, talk):
        talk.say("うちの社員に簿記を覚えさせたい")
        talk.say("溶接")
        assert talk.conversation.intake is None
        assert talk.search.role is Role.EMPLOYER

    def test_a_role_that_was_chosen_holds_without_such_words(self, talk):
        talk.say("企業")
        assert talk.conversation.role is Role.EMPLOYER
        talk.say("簿記")
        assert talk.search.role is Role.EMPLOYER

    def test_learners_are_asked_nothing(self, talk):
        talk.say("簿記")
        assert talk.conversation.intake is None


def test_several_needs_are_shown_one_after_the_other(talk):
    talk.forget(role=Role.EMPLOYER, search=None)
    talk.say("接客、労務")
    assert talk.text.startswith("2つのことを、順にさがしました。\n1. 接客\n2. 労務")
    assert [line["type"] for line in talk.lines] == ["text", "flex", "flex", "text"]


def test_who_lists_four_needs_is_shown_them_all_and_asked_nothing(talk):
    talk.forget(role=Role.EMPLOYER)
    talk.say("接客、労務、経理、溶接")
    assert len(talk.turn.messages) == 5
    assert talk.conversation.intake is None


def test_a_program_has_one_place_however_many_needs_it_answers(talk):
    talk.forget(role=Role.EMPLOYER)
    talk.say("接客、労務")
    assert talk.search.shown == FIRST_PAGE[:3]


def test_text_only_chats_get_lists_instead_of_cards(talk):
    talk.conversation = replace(TOLD, role=Role.EMPLOYER, is_text_only=True)
    talk.say("接客、労務")
    assert {line["type"] for line in talk.lines} == {"text"}
