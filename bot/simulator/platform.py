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
from collections.abc import Callable, Mapping
from typing import Self

from bot.simulator import events
from bot.simulator.actions import find_action
from bot.simulator.channel import Channel, Friendship, Person
from bot.simulator.courier import Courier, Receipt
from bot.simulator.delivery import Deliver
from bot.simulator.events import WebhookEvent
from bot.simulator.messaging_api import ApiRequest, ApiResponse, MessagingApi
from bot.simulator.operations import Operations
from bot.simulator.outbox import Outbox
from bot.simulator.timeline import Author, Entry, Kind
from bot.simulator.wire import JsonObject

FREE_PLAN_MESSAGES = 200
"""Messages a month of LINE's free plan in Japan."""


class NotPossibleError(Exception):
    """A person tried what LINE's app does not offer them: the caller's fault."""


class LinePlatform:
    """A stand-in for LINE around one channel; safe to use from several threads.

    `deliver` posts a signed webhook to the bot; `clock` returns seconds since 1970.
    """

    def __init__(
        self,
        *,
        channel_secret: str,
        access_token: str,
        deliver: Deliver,
        clock: Callable[[], float],
        quota: int = FREE_PLAN_MESSAGES,
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
        self.outbox = Outbox(self.channel, courier)
        self._api = MessagingApi(self.channel, Operations(self.channel, self.check_webhook))

    def in_background(self) -> Self:
        """Return a view of this platform whose verbs return before the bot has answered."""
        view = copy.copy(self)
        view.outbox = self.outbox.in_background()
        return view

    def handle(self, request: ApiRequest) -> ApiResponse:
        """Answer the bot's call of the Messaging API."""
        return self._api.handle(request)

    # --- what people do -------------------------------------------------------------------------

    def new_person(self, name: str = "") -> str:
        """Make a person who has not added the account yet, and return their user id."""
        return self.channel.add_person(name).user_id

    def follow(self, user_id: str) -> WebhookEvent:
        """Add the account as a friend, or unblock it."""
        person = self.channel.person(user_id)
        unblocked = person.friendship is Friendship.BLOCKED
        note = "ブロックを解除しました" if unblocked else "友だちに追加しました"
        self._become(person, Friendship.FRIEND, note)
        return self.outbox.send("follow", {"follow": {"isUnblocked": unblocked}}, person)

    def unfollow(self, user_id: str) -> WebhookEvent:
        """Block the account; there is no reply token for it."""
        person = self.channel.person(user_id)
        self._become(person, Friendship.BLOCKED, "ブロックしました")
        return self.outbox.send("unfollow", {}, person, answerable=False)

    def say(self, user_id: str, text: str) -> WebhookEvent:
        """Write a text message."""
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return self._say(user_id, events.text_content(whole))

    def send_sticker(self, user_id: str, package_id: str, sticker_id: str) -> WebhookEvent:
        """Send a sticker."""
        return self._say(user_id, events.sticker_content(package_id, sticker_id))

    def send_image(self, user_id: str) -> WebhookEvent:
        """Send a picture."""
        return self._say(user_id, events.image_content())

    def send_location(
        self, user_id: str, *, title: str, address: str, latitude: float, longitude: float
    ) -> WebhookEvent:
        """Send a place; coordinates in degrees."""
        content = events.location_content(
            title=title, address=address, latitude=latitude, longitude=longitude
        )
        return self._say(user_id, content)

    def postback(
        self,
        user_id: str,
        data: str,
        *,
        display_text: str = "",
        params: Mapping[str, str] | None = None,
    ) -> WebhookEvent:
        """Tap a postback or date-and-time action."""
        person = self._reachable(user_id)
        kind = Kind.MESSAGE if display_text else Kind.TAP
        shown = {"type": "text", "text": display_text} if display_text else {}
        self.channel.write(person, Author.PERSON, kind, message=shown)
        content = {"data": data, **({"params": dict(params)} if params else {})}
        return self.outbox.send("postback", {"postback": content}, person)

    def tap(self, user_id: str, label: str) -> WebhookEvent:
        """Tap the newest button or quick reply that carries this label."""
        action = find_action(self.timeline(user_id), label)
        if action is None or action["type"] not in {"message", "postback"}:
            raise NotPossibleError(f"no message or postback button is labelled {label!r}")
        if action["type"] == "message":
            return self.say(user_id, action["text"])
        return self.postback(user_id, action["data"], display_text=action.get("displayText", ""))

    def unsend(self, user_id: str, message_id: str) -> WebhookEvent:
        """Take a message back."""
        person = self.channel.person(user_id)
        with self.channel.changed:
            if not person.timeline.unsend(message_id):
                raise NotPossibleError(f"there is no message {message_id} to unsend")
            self.channel.changed.notify_all()
        return self.outbox.send(
            "unsend", {"unsend": {"messageId": message_id}}, person, answerable=False
        )

    # --- what LINE does -------------------------------------------------------------------------

    def redeliver(self, *again: WebhookEvent) -> Receipt:
        """Deliver events once more, in one request, marked as redelivered."""
        with self.channel.changed:
            for event in again:
                if event.reply_token:
                    self.channel.reply_tokens.renew(event.reply_token)
        return self.outbox.deliver([event.redelivered() for event in again])

    def say_together(self, *lines: tuple[str, str]) -> Receipt:
        """Deliver texts of several people, as (user id, text), in one request."""
        return self.outbox.deliver(
            [self._write(user_id, events.text_content(text)) for user_id, text in lines]
        )

    def check_webhook(self) -> Receipt:
        """Deliver the empty webhook of LINE's connectivity check."""
        return self.outbox.deliver([])

    # --- what one can see -----------------------------------------------------------------------

    @property
    def refusals(self) -> tuple[str, ...]:
        """Everything the Messaging API refused so far."""
        return tuple(self.channel.refusals)

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

    # --- how it is done -------------------------------------------------------------------------

    def _become(self, person: Person, friendship: Friendship, note: str) -> None:
        with self.channel.changed:
            person.friendship = friendship
            self.channel.write(person, Author.PERSON, Kind.NOTE, note=note)

    def _reachable(self, user_id: str) -> Person:
        person = self.channel.person(user_id)
        if person.friendship is Friendship.BLOCKED:
            raise NotPossibleError("one cannot write to an account one has blocked")
        return person

    def _say(self, user_id: str, content: JsonObject) -> WebhookEvent:
        event = self._write(user_id, content)
        self.outbox.run(lambda: self.outbox.deliver([event]))
        return event

    def _write(self, user_id: str, content: JsonObject) -> WebhookEvent:
        """Put the person's message into the chat and make the event that tells of it."""
        person = self._reachable(user_id)
        with self.channel.changed:
            message_id = content["id"]
            self.channel.read_tokens[content["markAsReadToken"]] = (user_id, message_id)
            self.channel.write(
                person, Author.PERSON, Kind.MESSAGE, message=content, message_id=message_id
            )
            return self.outbox.event("message", {"message": content}, person)


def _answers(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return what the bot said, or was refused, after the person's last act."""
    acts = [entry.number for entry in entries if entry.author is Author.PERSON]
    last = max(acts, default=0)
    spoken = {Kind.MESSAGE, Kind.REFUSAL}
    return tuple(entry for entry in entries if entry.number > last and entry.kind in spoken)
