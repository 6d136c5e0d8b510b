"""Which question comes next to an employer."""

import pytest

from bot.dialogue.conversation import IntakeStep
from bot.dialogue.intake import QUESTIONS, next_step
from data.vocabulary import Mode
from recommender.constraints import Constraints


def test_the_questions_come_in_their_order():
    first = next_step(Constraints())
    second = next_step(Constraints(), first)
    third = next_step(Constraints(), second)
    assert (first, second, third) == tuple(IntakeStep)
    assert next_step(Constraints(), third) is None


@pytest.mark.parametrize(
    ("stated", "step"),
    [
        ({"headcount": 3}, IntakeStep.PERIOD),
        ({"headcount": 3, "mode": (Mode.VISITING,)}, IntakeStep.PERIOD),
        ({"not_mode": (Mode.VISITING,)}, IntakeStep.HEADCOUNT),
    ],
)
def test_what_was_stated_is_passed_over(stated, step):
    assert next_step(Constraints(**stated)) is step


@pytest.mark.parametrize("step", list(IntakeStep))
def test_every_question_can_be_skipped(step):
    _sentence, choices = QUESTIONS[step]
    assert "とばす" in [one.label for one in choices]
