"""Signing webhooks and carrying them to the bot, with a verdict in LINE's categories.

Knows nothing of chats: it turns events into one signed request and tells what became of it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus

from bot.simulator.delivery import TIMEOUT_S, Deliver
from bot.simulator.events import WebhookEvent, webhook_body
from bot.simulator.signature import HEADER, sign


class Outcome(Enum):
    """What became of a webhook; the values are LINE's names for the reasons."""

    OK = "OK"
    TIMEOUT = "REQUEST_TIMEOUT"
    UNREACHABLE = "COULD_NOT_CONNECT"
    ERROR_STATUS = "ERROR_STATUS_CODE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """How one delivery went; status 0 when there was no answer."""

    outcome: Outcome
    status: int = 0

    @property
    def note(self) -> str:
        """What the developer should read about it, in Japanese; empty when all is well."""
        return _NOTES[self.outcome].format(status=self.status)


_NOTES = {
    Outcome.OK: "",
    Outcome.TIMEOUT: "Webhookが応答しませんでした(タイムアウト)",
    Outcome.UNREACHABLE: "Webhookに接続できませんでした",
    Outcome.ERROR_STATUS: "Webhookが{status}を返しました(200が必要です)",
}


class Courier:
    """Delivers the webhooks of one channel."""

    def __init__(
        self, *, channel_secret: str, destination: str, deliver: Deliver, clock: Callable[[], float]
    ) -> None:
        self._secret = channel_secret
        self._destination = destination
        self._deliver = deliver
        self._clock = clock

    def post(self, events: Iterable[WebhookEvent]) -> Receipt:
        """Deliver the events in one request; without events it is LINE's connectivity check."""
        body = webhook_body(self._destination, events)
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "LineBotWebhook/2.0",
            HEADER: sign(self._secret, body),
        }
        started = self._clock()
        try:
            status = self._deliver(body, headers)
        except TimeoutError:
            return Receipt(outcome=Outcome.TIMEOUT)
        except OSError:
            return Receipt(outcome=Outcome.UNREACHABLE)
        if self._clock() - started > TIMEOUT_S:
            return Receipt(outcome=Outcome.TIMEOUT)
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return Receipt(outcome=Outcome.ERROR_STATUS, status=status)
        return Receipt(outcome=Outcome.OK, status=status)
