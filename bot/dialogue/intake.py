"""Intake: after an employer's first cards, two or three questions that may be skipped."""

from collections.abc import Callable, Mapping

from bot.dialogue import buttons
from bot.dialogue import intake_wording as wording
from bot.dialogue.buttons import Buttons
from bot.dialogue.conversation import IntakeStep
from bot.line.words import Words
from data.vocabulary import Mode
from recommender.constraints import Constraints

_SKIPPING = buttons.said(wording.SKIP, wording.SKIP_ALL)
QUESTIONS: Mapping[IntakeStep, tuple[Words, Buttons]] = {
    IntakeStep.HEADCOUNT: (
        wording.ASK_HEADCOUNT,
        (*buttons.said(*wording.HEADCOUNTS), *_SKIPPING),
    ),
    IntakeStep.PERIOD: (
        wording.ASK_PERIOD,
        (*buttons.said(*wording.PERIODS), buttons.FROM_WHEN, *_SKIPPING),
    ),
    IntakeStep.VISITING: (
        wording.ASK_VISITING,
        (*buttons.said(*wording.VISITING), *buttons.said(wording.SKIP)),
    ),
}
_IS_KNOWN: Mapping[IntakeStep, Callable[[Constraints], bool]] = {
    IntakeStep.HEADCOUNT: lambda asked: asked.headcount is not None,
    IntakeStep.PERIOD: lambda asked: bool(
        asked.start_from or asked.start_until or asked.finish_until
    ),
    IntakeStep.VISITING: lambda asked: Mode.VISITING in (*asked.mode, *asked.not_mode),
}


def next_step(asked: Constraints, after: IntakeStep | None = None) -> IntakeStep | None:
    """Return the next question whose answer was not stated, or None when all are done."""
    steps = list(IntakeStep)
    rest = steps[steps.index(after) + 1 :] if after else steps
    return next((step for step in rest if not _IS_KNOWN[step](asked)), None)
