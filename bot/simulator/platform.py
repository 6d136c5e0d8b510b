"""LINE, as far as one bot can tell: people who chat, webhooks that arrive, an API that answers.

    person = platform.new_person()
    platform.follow(person)
    platform.say(person, "土日で介護の資格")
    answers = platform.await_answer(person)

A person is named by their user id. Verbs deliver their webhook before they return;
`in_background()` gives a view of the same platform whose verbs do not wait for the bot.
"""

import copy
import time
from collections.abc import Callable
from typing import Self

from bot.simulator.accounts import Account
from bot.simulator.channel import Channel, Person
from bot.simulator.courier import Courier, Receipt
from bot.simulator.delivery import Deliver
from bot.simulator.endpoints import Endpoints
from bot.simulator.events import WebhookEvent
from bot.simulator.faults.faulty_api import FaultyApi
from bot.simulator.faults.plan import FaultPlan
from bot.simulator.http_values import ApiRequest, ApiResponse
from bot.simulator.messaging_api import MessagingApi
from bot.simulator.operations import Operations
from bot.simulator.outbox import Outbox, Traffic
from bot.simulator.people import People
from bot.simulator.rich_menus.operations import RichMenuOperations
from bot.simulator.timeline import Author, Entry, Kind
from bot.simulator.wire import JsonObject

FREE_PLAN_MESSAGES = 200
"""Messages a month of LINE's free plan in Japan."""


class LinePlatform(People):
    """A stand-in for LINE around one channel; safe to use from several threads.

    `deliver` posts a signed webhook to the bot; `clock` returns seconds since 1970; `sleep` waits
    that many seconds, for faults and delays. `faults` may be switched on at any time. Only a load
    test leaves bodies unchecked: to check one with five cards takes some 25 ms.
    """

    def __init__(
        self,
        *,
        channel_secret: str,
        access_token: str,
        deliver: Deliver,
        clock: Callable[[], float],
        quota: int = FREE_PLAN_MESSAGES,
        sleep: Callable[[float], object] = time.sleep,
        checks_bodies: bool = True,
    ) -> None:
        self.channel = Channel(
            channel_secret=channel_secret, access_token=access_token, clock=clock, quota=quota
        )
        courier = Courier(
            channel_secret=channel_secret,
            destination=self.channel.bot_user_id,
            deliver=deliver,
            clock=clock,
        )
        self.outbox = Outbox(self.channel, courier, sleep)
        self.faults = FaultPlan()
        operations = Operations(self.channel, self.check_webhook)
        self.endpoints = Endpoints(operations, RichMenuOperations(self.channel))
        api = MessagingApi(self.channel, self.endpoints, checks_bodies=checks_bodies)
        self._api = FaultyApi(api, self.faults, sleep)

    def in_background(self) -> Self:
        """Return a view of this platform whose verbs return before the bot has answered."""
        view = copy.copy(self)
        view.outbox = self.outbox.in_background()
        return view

    def handle(self, request: ApiRequest) -> ApiResponse:
        """Answer the bot's call of the Messaging API."""
        return self._api.handle(request)

    # --- what LINE does -------------------------------------------------------------------------

    @property
    def traffic(self) -> Traffic:
        """The manner in which webhooks travel, to be looked at and changed."""
        return self.outbox.traffic

    def redeliver(self, *again: WebhookEvent) -> Receipt:
        """Deliver events once more, in one request, marked as redelivered."""
        return self.outbox.redeliver(again)

    def redeliver_failed(self) -> int:
        """Deliver again, one by one, what the bot has not taken; return how many it took now."""
        with self.channel.changed:
            waiting = tuple(self.traffic.failed.values())
        for event in waiting:
            self.outbox.redeliver([event])
        return sum(event.event_id not in self.traffic.failed for event in waiting)

    def say_together(self, *lines: tuple[str, str]) -> Receipt:
        """Deliver texts of several people, as (user id, text), in one request."""
        return self.outbox.deliver(
            [self.write(user_id, self.text_content(user_id, text)) for user_id, text in lines]
        )

    def send_unknown(self, user_id: str, kind: str, detail: JsonObject) -> WebhookEvent:
        """Deliver an event of a type that the bot may never have heard of."""
        return self.outbox.send(kind, detail, self.channel.person(user_id))

    def check_webhook(self) -> Receipt:
        """Deliver the empty webhook of LINE's connectivity check."""
        return self.outbox.deliver([])

    # --- what one can see -----------------------------------------------------------------------

    @property
    def refusals(self) -> tuple[str, ...]:
        """Everything the Messaging API refused so far."""
        return tuple(self.channel.refusals)

    def accounts(self) -> tuple[Account, ...]:
        """Return what became of every event so far."""
        with self.channel.changed:
            return tuple(copy.deepcopy(list(self.channel.accounts)))

    def people(self) -> tuple[Person, ...]:
        """Return everyone there is, in the order they came."""
        with self.channel.changed:
            return tuple(self.channel.people.values())

    def timeline(self, user_id: str) -> tuple[Entry, ...]:
        """Return a person's chat so far."""
        with self.channel.changed:
            return tuple(self.channel.person(user_id).timeline)

    def wait_for_change(self, user_id: str, *, after: int, timeout: float) -> tuple[Entry, ...]:
        """Wait up to that many real seconds for entries newer than that revision."""
        timeline = self.channel.person(user_id).timeline
        with self.channel.changed:
            self.channel.changed.wait_for(lambda: timeline.revision > after, timeout)
            return timeline.since(after)

    def await_answer(self, user_id: str, *, timeout: float = 10.0) -> tuple[Entry, ...]:
        """Wait for what the bot says to the person's last act; empty when it stays silent."""
        deadline = time.monotonic() + timeout
        with self.channel.changed:
            while not (answers := _answers(self.timeline(user_id))):
                left = deadline - time.monotonic()
                if left <= 0 or not self.channel.changed.wait(left):
                    break
            return answers


def _answers(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return what the bot said, or was refused, after the person's last act."""
    acts = [entry.number for entry in entries if entry.author is Author.PERSON]
    last = max(acts, default=0)
    spoken = {Kind.MESSAGE, Kind.REFUSAL}
    return tuple(entry for entry in entries if entry.number > last and entry.kind in spoken)
