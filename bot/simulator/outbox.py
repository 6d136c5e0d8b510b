"""From a person's act to the bot's webhook: making events, delivering them, noting the result."""

import threading
from collections.abc import Callable, Sequence
from typing import Self

from bot.simulator.channel import Channel, Person
from bot.simulator.courier import Courier, Outcome, Receipt
from bot.simulator.events import WebhookEvent, new_event
from bot.simulator.timeline import Author, Kind
from bot.simulator.wire import JsonObject


class Outbox:
    """Sends a channel's events, one after another or each in a thread of its own."""

    def __init__(
        self,
        channel: Channel,
        courier: Courier,
        run: Callable[[Callable[[], object]], object] | None = None,
    ) -> None:
        self._channel = channel
        self._courier = courier
        self.run = run or _at_once

    def in_background(self) -> Self:
        """Return an outbox for the same channel that does not wait for the bot."""
        return type(self)(self._channel, self._courier, _in_thread)

    def event(
        self, kind: str, detail: JsonObject, person: Person, *, answerable: bool = True
    ) -> WebhookEvent:
        """Make an event of this moment, with a reply token unless it cannot be answered."""
        with self._channel.changed:
            tokens = self._channel.reply_tokens
            return new_event(
                kind,
                detail,
                user_id=person.user_id,
                at_ms=self._channel.now_ms(),
                reply_token=tokens.issue(person.user_id) if answerable else "",
            )

    def send(
        self, kind: str, detail: JsonObject, person: Person, *, answerable: bool = True
    ) -> WebhookEvent:
        """Make an event and deliver it by itself."""
        event = self.event(kind, detail, person, answerable=answerable)
        self.run(lambda: self.deliver([event]))
        return event

    def deliver(self, events: Sequence[WebhookEvent]) -> Receipt:
        """Deliver the events in one request, and show in the chats how that went."""
        receipt = self._courier.post(events)
        with self._channel.changed:
            for event in events:
                person = self._channel.person(event.user_id)
                if receipt.outcome is Outcome.OK:
                    person.timeline.mark_read(event.message_id)
                else:
                    self._channel.write(person, Author.PLATFORM, Kind.NOTE, note=receipt.note)
            self._channel.changed.notify_all()
        return receipt


def _at_once(work: Callable[[], object]) -> None:
    work()


def _in_thread(work: Callable[[], object]) -> None:
    threading.Thread(target=work, name="simulated-webhook", daemon=True).start()
