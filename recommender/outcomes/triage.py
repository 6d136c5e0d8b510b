"""Triage: the messages that call for something other than programs, and their fixed answers.

A message goes through it in three steps: what is certain from its words (`certain_outcome`), what
is left of it without conditions (`topic_outcome`), and how its vector looks (`likely_outcome`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from recommender.answer import Outcome
from recommender.outcomes import wording
from recommender.outcomes.crisis import is_crisis
from recommender.outcomes.folding import folded
from recommender.outcomes.learning import is_bare_term, names_a_subject, wants_to_learn
from recommender.outcomes.offices import is_for_an_office, office_for
from recommender.outcomes.privacy_questions import asks_about_privacy
from recommender.outcomes.scope import ScopeClassifier
from recommender.outcomes.smalltalk import SmallTalk, small_talk
from recommender.outcomes.vague import is_empty, is_vague
from recommender.privacy import hands_over_contact

# Who says that they want to learn, or types a bare term, must look very unlike a request to be sent
# elsewhere.
REQUEST_FROM_WITH_LEARNING: Final = 0.05

_CERTAIN: Final[tuple[tuple[Outcome, Callable[[str], object]], ...]] = (
    (Outcome.CRISIS, is_crisis),  # first: nothing else counts beside it
    (Outcome.PRIVACY, hands_over_contact),
    (Outcome.PRIVACY, asks_about_privacy),
    (Outcome.SMALLTALK, small_talk),
    (Outcome.OUT_OF_SCOPE, is_for_an_office),
)


def certain_outcome(text: str) -> Outcome | None:
    """Return what a whole message calls for beyond doubt, without a search, or None."""
    return next((outcome for outcome, applies in _CERTAIN if applies(text)), None)


def topic_outcome(topic: str, words: Sequence[str]) -> Outcome | None:
    """Return CLARIFY when what is left without conditions names nothing to learn, or None.

    `words` are the normalised content words of the topic.
    """
    return Outcome.CLARIFY if is_empty(topic, words) or is_vague(words) else None


def likely_outcome(
    classifier: ScopeClassifier, vector: NDArray[np.float32], text: str
) -> Outcome | None:
    """Return what a message with that query vector, (d,), very likely calls for, or None."""
    outcome = classifier.outcome(vector)
    if outcome is Outcome.CLARIFY and names_a_subject(text):
        return classifier.outcome(vector, request_from=REQUEST_FROM_WITH_LEARNING)
    if outcome in {None, Outcome.CLARIFY}:
        return outcome
    if not (wants_to_learn(folded(text)) or is_bare_term(text)):
        return outcome
    return classifier.outcome(vector, request_from=REQUEST_FROM_WITH_LEARNING)


def fixed_message(outcome: Outcome, text: str, *, has_topic: bool = False) -> str:
    """Return the text that answers an outcome without programs; KeyError for any other.

    `has_topic` tells that the message also named something to learn.
    """
    return _MESSAGES[outcome](text, has_topic)


def _privacy(text: str, has_topic: bool) -> str:  # noqa: FBT001 - one of a table of answers
    about = wording.PRIVACY_ASKED
    if hands_over_contact(text):
        about = wording.PRIVACY_HANDED_OVER
    return about + wording.TOPIC_ALONE * has_topic


_MESSAGES: Final[Mapping[Outcome, Callable[[str, bool], str]]] = {
    Outcome.CRISIS: lambda _text, _has_topic: wording.CRISIS,
    Outcome.PRIVACY: _privacy,
    Outcome.SMALLTALK: lambda text, _has_topic: wording.SMALLTALKS[
        small_talk(text) or SmallTalk.GREETING
    ],
    Outcome.OUT_OF_SCOPE: lambda text, _has_topic: wording.out_of_scope(office_for(text)),
    Outcome.CLARIFY: lambda _text, _has_topic: wording.CLARIFY,
}
