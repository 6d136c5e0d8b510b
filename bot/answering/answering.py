"""Answering: one claimed event → its answer, written down, then sent."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
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
    # Ended, but the state could not take note: should the event come again, it is not answered.
    _ended: set[str] = field(default_factory=set, init=False)

    def answer(self, claimed: Claimed) -> None:
        """Answer an event to its end; raises StateUnusable, and the event comes again."""
        if claimed.event.event_id in self._ended:
            self._end(claimed)
            return
        prepared = claimed.prepared or self._prepared(claimed)
        if prepared is None:
            return
        if not prepared.messages:
            self._end(claimed)
            return
        end = self.sending.send(claimed, prepared, may_be_taken=claimed.prepared is not None)
        if end is Step.KEEP:
            self.inbox.keep(claimed)
        elif end is not None:
            self._end(claimed)

    def close(self) -> None:
        """Let go of what works beside the answers."""
        self.loading.close()

    def _end(self, claimed: Claimed) -> None:
        self._ended.add(claimed.event.event_id)
        self.inbox.done(claimed)
        self._ended.discard(claimed.event.event_id)

    def _prepared(self, claimed: Claimed) -> Prepared | None:
        """Compute the answer and write it down; None when nobody waits for it any more."""
        EVENTS.labels(claimed.event.kind.value).inc()
        self.loading.show_if_late(claimed)
        conversation = self.ledger.conversation(claimed.chat_key)
        kept = self.ledger.kept(claimed.chat_key)
        with self.computing, RESPONSE_SECONDS.time():
            turn, messages = self._turn(claimed, conversation)
        sent = _with_kept(messages, kept)
        prepared = Prepared(messages=sent, is_urgent=turn.is_urgent)
        if not self.ledger.write(claimed, turn, prepared, takes_kept=len(sent) > len(messages)):
            return None
        for effect in turn.effects:
            if isinstance(effect, NeedAsked):
                OUTCOMES.labels(effect.answer.outcome.value).inc()
        return prepared

    def _turn(
        self, claimed: Claimed, conversation: Conversation
    ) -> tuple[Turn, tuple[LineMessage, ...]]:
        """Return the dialogue's turn and its messages, or an apology when it has none."""
        try:
            if claimed.tries <= MOST_TRIES:
                turn = self.dialogue().turn(claimed.event, conversation)
                return turn, _in_lines_form(turn)
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
        return apology, _in_lines_form(apology)


def _in_lines_form(turn: Turn) -> tuple[LineMessage, ...]:
    return within_limits(tuple(message.to_line() for message in turn.messages))


def _with_kept(
    new: tuple[LineMessage, ...], kept: tuple[LineMessage, ...]
) -> tuple[LineMessage, ...]:
    """Return messages after those that could not be sent before, the latest for which is room."""
    late = TextMessage(text=LATE).to_line()
    waiting = [message for message in kept if message != late]
    room = MOST_MESSAGES - len(new) - 1
    if not new or not waiting or room < 1:
        return new
    return (late, *waiting[-room:], *new)
