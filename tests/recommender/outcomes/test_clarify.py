import pytest

from recommender.answer import Outcome
from recommender.outcomes.clarify import LONGEST_LABEL, clarify_question
from recommender.request import Request, Role

MESSAGES = ("何か学びたい", "資格がほしい", "仕事に役立つもの", "趣味を見つけたい", "")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("text", MESSAGES)
def test_a_question_comes_with_three_or_four_short_answers(text, role):
    choices = clarify_question(text, role=role).choices
    assert 3 <= len(choices) <= 4
    assert all(0 < len(choice.label) <= LONGEST_LABEL for choice in choices)
    assert len({choice.label for choice in choices}) == len(choices)


def test_who_wants_a_qualification_is_offered_qualifications():
    labels = [choice.label for choice in clarify_question("資格がほしい").choices]
    assert all("資格" in label for label in labels)


def test_an_employer_is_asked_about_the_company():
    question = clarify_question("何か研修を", role=Role.EMPLOYER)
    assert "会社" in question.text
    assert question.choices != clarify_question("何か研修を").choices


def test_conditions_are_repeated_and_sent_along():
    question = clarify_question("", conditions=("土日しか無理", "無料"))
    assert question.text.startswith("「土日しか無理」「無料」ですね。")
    assert all(choice.text.endswith(" 土日しか無理 無料") for choice in question.choices)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("text", MESSAGES)
def test_every_answer_to_tap_finds_something(text, role, recommender):
    for choice in clarify_question(text, role=role).choices:
        answer = recommender.recommend(Request(text=choice.text, role=role))
        assert answer.outcome is Outcome.RECOMMEND, choice.text
