"""Sending: an answer up and down the ladder until it is taken, kept, or given up."""

import random
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import structlog

from bot.answering.ladder import ENDINGS, Situation, Step, next_step, wait_before
from bot.answering.pushing import Pushing
from bot.answering.wording import APOLOGY
from bot.line.client import Messenger
from bot.line.delivery import Delivery
from bot.metrics import ANSWERED_SECONDS, ANSWERS
from bot.state.claimed import Claimed, Prepared

ENDS = frozenset(ENDINGS)
APOLOGIES = ({"type": "text", "text": APOLOGY},)

log = structlog.get_logger()


class Pause(Protocol):
    """Something to wait on between tries, such as threading.Event."""

    def wait(self, timeout: float) -> bool:
        """Wait so long; true, and at once, when the process is to end."""


class Hold(Protocol):
    """Something that keeps an event ours while sending takes its time."""

    def hold(self, claimed: Claimed) -> bool:
        """Renew the claim; false when there is nothing to answer any more, or another does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Sends prepared answers; safe to share between threads."""

    messenger: Messenger
    pushing: Pushing
    inbox: Hold
    stopping: Pause
    clock: Callable[[], float] = time.time
    jitter: Callable[[], float] = random.random  # noqa: S311 - keeps tries apart, no secret

    def send(self, claimed: Claimed, prepared: Prepared, *, may_be_taken: bool) -> Step | None:
        """Return how it ended: SENT, KEEP or GIVE_UP; None when it is not ours to end."""
        user_id = "" if claimed.event.is_group else claimed.event.user_id
        situation = Situation(
            token_age=self._age(claimed),
            has_token=bool(claimed.event.reply_token),
            may_be_taken=may_be_taken,
            may_push=bool(user_id) and self.pushing.is_worth(prepared),
        )
        while (step := next_step(situation)) not in ENDS:
            if step is not situation.step:
                situation = replace(situation, step=step, tries=0)
            if situation.tries and self._stops(claimed, situation.tries):
                return None
            delivery = self._try(claimed, prepared, step)
            situation = replace(
                situation,
                last=delivery,
                tries=situation.tries + 1,
                token_age=self._age(claimed),
                may_be_taken=situation.may_be_taken or delivery is Delivery.UNREACHABLE,
            )
        self._note(claimed, step)
        return step

    def _stops(self, claimed: Claimed, tries: int) -> bool:
        """Wait for a better moment; tell whether to leave it: taken back, or the process ends."""
        if self.stopping.wait(wait_before(tries, self.jitter())):
            return True
        return not self.inbox.hold(claimed)

    def _try(self, claimed: Claimed, prepared: Prepared, step: Step) -> Delivery:
        if step is Step.PUSH:
            key = str(uuid.uuid5(uuid.NAMESPACE_OID, claimed.event.event_id))
            return self.pushing.push(claimed.event.user_id, prepared.messages, retry_key=key)
        messages = APOLOGIES if step is Step.APOLOGISE else prepared.messages
        return self.messenger.reply(claimed.event.reply_token, messages)

    def _age(self, claimed: Claimed) -> float:
        return self.clock() - claimed.received_at

    def _note(self, claimed: Claimed, end: Step) -> None:
        ANSWERS.labels(ENDINGS[end]).inc()
        if end is Step.SENT:
            ANSWERED_SECONDS.observe(max(self._age(claimed), 0.0))
        else:
            log.warning("answer_not_sent", ending=ENDINGS[end])
