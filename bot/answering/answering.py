"""Answering: one claimed event → its answer, written down, then sent."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.answering.ladder import Step
from bot.answering.loading import Loading
from bot.answering.sending import Sending
from bot.answering.wording import APOLOGY, LATE, NOT_READY
from bot.dialogue.conversation import Conversation
from bot.dialogue.turn import NeedAsked, Turn
from bot.line.events import Event
from bot.line.limits import MOST_MESSAGES, LineMessage, within_limits
from bot.line.messages import TextMessage
from bot.metrics import EVENTS, OUTCOMES, RESPONSE_SECONDS
from bot.state.claimed import Claimed, Prepared
from bot.state.inbox import Inbox
from bot.state.ledger import Ledger
from data.errors import ManabiError

AT_ONCE = 2  # answers computed side by side; more would only share the same cores
MOST_TRIES = 4  # of an event that takes the process with it each time

log = structlog.get_logger()


class Dialogue(Protocol):
    """What makes an answer of an event."""

    def turn(self, event: Event, conversation: Conversation) -> Turn:
        """Return the messages, the conversation afterwards, and what is to be recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Answers one event at a time in each thread; safe to share between threads."""

    inbox: Inbox
    ledger: Ledger
    dialogue: Callable[[], Dialogue]
    sending: Sending
    loading: Loading
    computing: threading.Semaphore

    def answer(self, claimed: Claimed) -> None:
        """Answer an event to its end; raises StateUnusable, and the event comes again."""
        EVENTS.labels(claimed.event.kind.value).inc()
        prepared = claimed.prepared or self._prepared(claimed)
        if prepared is None:
            return
        if not prepared.messages:
            self.inbox.done(claimed)
            return
        end = self.sending.send(claimed, prepared, may_be_taken=claimed.prepared is not None)
        if end is Step.KEEP:
            self.inbox.keep(claimed)
        elif end is not None:
            self.inbox.done(claimed)

    def _prepared(self, claimed: Claimed) -> Prepared | None:
        """Compute the answer and write it down; None when nobody waits for it any more."""
        self.loading.show_if_late(claimed)
        conversation = self.ledger.conversation(claimed.chat_key)
        kept = self.ledger.kept(claimed.chat_key)
        with self.computing, RESPONSE_SECONDS.time():
            turn, prepared = self._turn(claimed, conversation, kept)
        for effect in turn.effects:
            if isinstance(effect, NeedAsked):
                OUTCOMES.labels(effect.answer.outcome.value).inc()
        return prepared if self.ledger.write(claimed, turn, prepared) else None

    def _turn(
        self, claimed: Claimed, conversation: Conversation, kept: tuple[LineMessage, ...]
    ) -> tuple[Turn, Prepared]:
        """Return the dialogue's turn in LINE's form, or an apology when it has none."""
        try:
            if claimed.tries <= MOST_TRIES:
                turn = self.dialogue().turn(claimed.event, conversation)
                return turn, _prepared(turn, kept)
            log.error("event_given_up")
            words = APOLOGY
        except ManabiError as error:
            log.warning("answer_failed", code=error.code)
            words = NOT_READY
        except Exception:  # one message must not take the others with it
            log.exception("answer_failed", code="unexpected")
            words = APOLOGY
        messages = (TextMessage(text=words),) if claimed.event.is_answerable else ()
        apology = Turn(messages=messages, conversation=conversation)
        return apology, _prepared(apology, kept)


def _prepared(turn: Turn, kept: tuple[LineMessage, ...]) -> Prepared:
    """Return a turn's messages, after what could not be sent before, as much as there is room."""
    new = tuple(message.to_line() for message in turn.messages)
    room = MOST_MESSAGES - len(new) - 1
    if new and kept and room > 0:
        new = (TextMessage(text=LATE).to_line(), *kept[-room:], *new)
    return Prepared(messages=within_limits(new), is_urgent=turn.is_urgent)
