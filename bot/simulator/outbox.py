"""From a person's act to the bot's webhook: making events, delivering them, noting the result."""

import copy
import random
import threading
import time
from collections.abc import Callable, Sequence
from typing import Self

from bot.simulator.channel import Channel, Person
from bot.simulator.courier import Courier, Outcome, Receipt
from bot.simulator.events import Mode, WebhookEvent
from bot.simulator.identifiers import new_token, new_ulid
from bot.simulator.manner import REDELIVERY_WAITS_S, Manner
from bot.simulator.timeline import Author, Kind
from bot.simulator.wire import JsonObject

NOBODYS = frozenset({"join", "leave"})
"""Events of a group that no member of it sends."""
Run = Callable[[Callable[[], object]], object]


class Traffic:
    """What the views of one channel's outbox share: the manner, and what the bot did not take."""

    def __init__(self, seed: int = 0) -> None:
        self.manner = Manner()
        self.failed: dict[str, WebhookEvent] = {}
        self.reseed(seed)

    def reseed(self, seed: int) -> None:
        """Begin chance anew."""
        self.chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is wanted


class Outbox:
    """Sends a channel's events, one after another or each in a thread of its own."""

    def __init__(
        self, channel: Channel, courier: Courier, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._channel = channel
        self._courier = courier
        self._sleep = sleep
        self.traffic = Traffic()
        self.run: Run = _at_once

    def in_background(self) -> Self:
        """Return an outbox for the same channel that does not wait for the bot."""
        view = copy.copy(self)
        view.run = in_thread
        return view

    def event(
        self, kind: str, detail: JsonObject, person: Person, *, answerable: bool = True
    ) -> WebhookEvent:
        """Make an event of this moment, with a reply token unless it cannot be answered.

        In standby the token looks like any other and is good for nothing.
        """
        standby = self.traffic.manner.standby
        with self._channel.changed:
            at_ms = self._channel.now_ms()
            token = new_token() if standby else self._channel.reply_tokens.issue(person.user_id)
            return WebhookEvent(
                chat_id=person.user_id,
                event_id=new_ulid(at_ms),
                at_ms=at_ms,
                kind=kind,
                detail=detail,
                source=person.source(speaks=kind not in NOBODYS),
                mode=Mode.STANDBY if standby else Mode.ACTIVE,
                reply_token=token if answerable else "",
            )

    def send(
        self, kind: str, detail: JsonObject, person: Person, *, answerable: bool = True
    ) -> WebhookEvent:
        """Make an event and deliver it by itself."""
        event = self.event(kind, detail, person, answerable=answerable)
        self.run(lambda: self.deliver([event]))
        return event

    def deliver(self, events: Sequence[WebhookEvent]) -> Receipt:
        """Deliver the events in one request, in the present manner, and show how that went."""
        manner = self.traffic.manner
        if manner.delay_s:
            self._sleep(manner.delay_s)
        receipt = self._post(events)
        if manner.duplicates and self.traffic.chance.random() < manner.duplicates:
            self._post(events)
        if receipt.outcome is not Outcome.OK and manner.redelivers:
            in_thread(lambda: self._keep_redelivering(events))
        return receipt

    def redeliver(self, events: Sequence[WebhookEvent]) -> Receipt:
        """Deliver events once more, in one request, marked as redelivered."""
        return self._post([event.redelivered() for event in events])

    def _keep_redelivering(self, events: Sequence[WebhookEvent]) -> None:
        for wait_s in REDELIVERY_WAITS_S:
            self._sleep(wait_s)
            if self.redeliver(events).outcome is Outcome.OK:
                return

    def _post(self, events: Sequence[WebhookEvent]) -> Receipt:
        with self._channel.changed:
            self._channel.accounts.delivered(events)
            for event in events:
                self._channel.reply_tokens.renew(event.reply_token)
        receipt = self._courier.post(events)
        with self._channel.changed:
            self._note(events, receipt)
            self._channel.changed.notify_all()
        return receipt

    def _note(self, events: Sequence[WebhookEvent], receipt: Receipt) -> None:
        if receipt.outcome is Outcome.OK:
            self._channel.accounts.acknowledged(events)
        for event in events:
            person = self._channel.person(event.chat_id)
            if receipt.outcome is Outcome.OK:
                self.traffic.failed.pop(event.event_id, None)
                person.timeline.mark_read(event.message_id)
            else:
                self.traffic.failed[event.event_id] = event
                self._channel.write(person, Author.PLATFORM, Kind.NOTE, note=receipt.note)


def _at_once(work: Callable[[], object]) -> None:
    work()


def in_thread(work: Callable[[], object]) -> None:
    """Do the work in a thread of its own."""
    threading.Thread(target=work, name="simulated-webhook", daemon=True).start()
