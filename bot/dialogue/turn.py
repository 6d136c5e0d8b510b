"""Turn: what the dialogue makes of one event."""

from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.conversation import Conversation
from bot.line.messages import Message
from recommender.answer import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAsked:
    """A need is to be recorded: what was understood, what came of it, what was shown.

    `text` is what the person wrote, masked by `recommender.privacy`.
    """

    text: str
    answer: Answer


class Feedback(StrEnum):
    """What a person says of an answer with one tap."""

    HELPED = "helped"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackGiven:
    """The needs of the person's last recorded request get this feedback."""

    feedback: Feedback


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseEverything:
    """All that is stored about this person and this chat is to be erased."""


Effect = NeedAsked | FeedbackGiven | EraseEverything


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Messages to send (none: stay silent; at most five), the conversation afterwards, effects.

    `is_urgent` tells words to a person in crisis, which must not wait.
    """

    messages: tuple[Message, ...]
    conversation: Conversation
    effects: tuple[Effect, ...] = ()
    is_urgent: bool = False
