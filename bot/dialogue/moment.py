"""Moment: one event, the conversation before it, and how this chat wants to be spoken to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from bot.dialogue.conversation import Conversation, Search
from bot.dialogue.turn import Effect, Turn
from bot.line.events import Event
from bot.line.messages import AnyQuickReply, Message
from bot.line.presentation import Presentation
from bot.line.words import Words

RUNS_FOR_S = 24 * 60 * 60  # seconds after which words no longer belong to the last search


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What an answer is made from; `at` is seconds since 1970."""

    event: Event
    conversation: Conversation
    presentation: Presentation
    at: float

    @property
    def running(self) -> Search | None:
        """The search that is talked about, or None when the last one is long over."""
        search = self.conversation.search
        return search if search and self.at - search.at <= RUNS_FOR_S else None

    @property
    def today(self) -> date:
        """The day on which programs are open."""
        return self.presentation.today

    def styled(self, **style: Any) -> Self:  # noqa: ANN401 - fields of both
        """Return the moment in another style of speaking, which the chat then keeps."""
        return replace(
            self,
            conversation=replace(self.conversation, **style),
            presentation=replace(self.presentation, **style),
        )

    def turn(self, *messages: Message, effects: tuple[Effect, ...] = (), **changes: Any) -> Turn:  # noqa: ANN401 - fields of Conversation
        """Return the turn that sends these, with the conversation changed by field."""
        return Turn(
            messages=messages, conversation=replace(self.conversation, **changes), effects=effects
        )

    def says(
        self,
        sentence: Words,
        quick_replies: tuple[AnyQuickReply, ...] = (),
        **changes: Any,  # noqa: ANN401 - fields of Conversation
    ) -> Turn:
        """Return the turn that says one sentence."""
        return self.turn(self.presentation.words(sentence, quick_replies), **changes)


Act = Callable[[Moment], Turn]
