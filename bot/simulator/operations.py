"""What each call of the Messaging API does, once the front door has let it in.

Bodies arrive checked against their schema, so that only what needs memory is decided here: tokens,
retry keys, the quota, whether a person exists.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus

from bot.simulator.channel import ACCOUNT_NAME, Channel, Friendship, Person
from bot.simulator.courier import Outcome, Receipt
from bot.simulator.http_values import Answer, Call
from bot.simulator.refusal import AlreadyAccepted, BadRequest, NotFound, QuotaUsedUp
from bot.simulator.retry_keys import RetryKeys
from bot.simulator.validation.validator import Problem

LOADING_S = 20
"""Seconds the loading animation runs when the request does not say (reference, same section)."""


class Operations:
    """The Messaging API's verbs on one channel."""

    def __init__(self, channel: Channel, check_webhook: Callable[[], Receipt]) -> None:
        self._channel = channel
        self._check_webhook = check_webhook

    def reply(self, call: Call) -> Answer:
        """Answer an event by its token."""
        token = call.body["replyToken"]
        with self._channel.changed:
            if not self._channel.reply_tokens.spend(token):
                raise BadRequest("Invalid reply token")
            person = self._channel.person(self._channel.reply_tokens.owner(token))
            sent = self._channel.show_messages(person, call.body["messages"])
            self._channel.accounts.replied(token, self._channel.now_ms(), call.body["messages"])
        return Answer(body={"sentMessages": sent})

    def push(self, call: Call) -> Answer:
        """Send without being asked; the month's quota counts who receives it."""
        key = call.retry_key
        if key and not RetryKeys.is_well_formed(key):
            raise BadRequest("Invalid retry key")
        with self._channel.changed:
            accepted = self._channel.retry_keys.accepted(key)
            if accepted:
                raise AlreadyAccepted(accepted.request_id, accepted.sent_messages)
            person = self._recipient(call.body["to"])
            if self._channel.pushed + person.size > self._channel.quota:
                raise QuotaUsedUp
            self._channel.pushed += person.size
            sent = self._channel.show_messages(person, call.body["messages"])
            self._channel.accounts.pushed(
                person.user_id, self._channel.now_ms(), call.body["messages"]
            )
            if key:
                self._channel.retry_keys.remember(key, call.request_id, sent)
        return Answer(body={"sentMessages": sent})

    def validate(self, _call: Call) -> Answer:
        """Do nothing: the front door has validated the messages."""
        return Answer()

    def quota(self, _call: Call) -> Answer:
        """Return the month's limit."""
        return Answer(body={"type": "limited", "value": self._channel.quota})

    def consumption(self, _call: Call) -> Answer:
        """Return how much of the month's limit is used."""
        return Answer(body={"totalUsage": self._channel.pushed})

    def start_loading(self, call: Call) -> Answer:
        """Show the loading animation until it times out or a message arrives."""
        seconds = call.body.get("loadingSeconds", LOADING_S)
        with self._channel.changed:
            person = self._channel.people.get(call.body["chatId"])
            if person is None:
                raise BadRequest("The value for the chatId is invalid")
            if person.friendship is not Friendship.BLOCKED:
                person.loading_until_s = self._channel.clock() + seconds
                person.timeline.touch()
                self._channel.changed.notify_all()
        return Answer(status=HTTPStatus.ACCEPTED)

    def mark_as_read(self, call: Call) -> Answer:
        """Show 既読 beside a message of the person's."""
        with self._channel.changed:
            place = self._channel.read_tokens.get(call.body["markAsReadToken"])
            if place is None:
                raise BadRequest("Invalid markAsReadToken")
            user_id, message_id = place
            self._channel.person(user_id).timeline.mark_read(message_id)
            self._channel.changed.notify_all()
        return Answer()

    def profile(self, call: Call) -> Answer:
        """Return a friend's profile; LINE shows none of those who are not friends."""
        person = self._channel.people.get(call.parameters["user_id"])
        if person is None or person.friendship is not Friendship.FRIEND:
            raise NotFound
        return Answer(body={"userId": person.user_id, "displayName": person.name, "language": "ja"})

    def info(self, _call: Call) -> Answer:
        """Return the account's own facts; messages are marked as read by themselves."""
        return Answer(
            body={
                "userId": self._channel.bot_user_id,
                "basicId": "@manabi",
                "displayName": ACCOUNT_NAME,
                "chatMode": "bot",
                "markAsReadMode": "auto",
            }
        )

    def webhook_endpoint(self, _call: Call) -> Answer:
        """Return the webhook address the bot registered; the stand-in keeps it only to show it."""
        return Answer(body={"endpoint": self._channel.webhook_endpoint, "active": True})

    def set_webhook_endpoint(self, call: Call) -> Answer:
        """Register a webhook address."""
        self._channel.webhook_endpoint = call.body["endpoint"]
        return Answer()

    def try_webhook(self, _call: Call) -> Answer:
        """Deliver an empty webhook, as the connectivity check does."""
        receipt = self._check_webhook()
        now = datetime.fromtimestamp(self._channel.clock(), tz=UTC)
        return Answer(
            body={
                "success": receipt.outcome is Outcome.OK,
                "timestamp": now.isoformat(),
                "statusCode": receipt.status,
                "reason": receipt.outcome.value,
                "detail": str(receipt.status or receipt.outcome.value),
            }
        )

    def _recipient(self, user_id: str) -> Person:
        person = self._channel.people.get(user_id)
        if person is None or person.friendship is Friendship.STRANGER:
            problem = Problem(property="to", message="Not a user this account can reach")
            raise BadRequest("Failed to send messages", (problem,))
        return person
