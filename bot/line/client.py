"""The Messaging API, through line-bot-sdk: one client for the whole process, with time-outs.

The only home of line-bot-sdk's sending. Tries once and says what came of it; whether to try again
is decided by `bot/answering/ladder.py`.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import structlog
from linebot.v3.messaging import (
    ApiClient,
    ApiException,
    Configuration,
    MessagingApi,
    SetWebhookEndpointRequest,
    TestWebhookEndpointRequest,
)
from urllib3.exceptions import HTTPError

from bot.line.delivery import Delivery, delivery_of
from bot.line.errors import LineUnreachable, LineUnwilling
from bot.metrics import TRIES

TIMEOUT = (2.0, 5.0)  # seconds to connect, and to wait for an answer
CONNECTIONS = 32  # kept open; as many threads send at once
MESSAGE, LOADING = "/v2/bot/message", "/v2/bot/chat/loading/start"
NONE: Mapping[str, str] = {}
LOADING_S = 20  # the animation ends by itself, or when a message arrives

log = structlog.get_logger()


class Messenger(Protocol):
    """Something that can answer people."""

    def reply(self, reply_token: str, messages: Sequence[dict[str, Any]]) -> Delivery:
        """Send one to five messages with a reply token."""

    def push(self, user_id: str, messages: Sequence[dict[str, Any]], *, retry_key: str) -> Delivery:
        """Send one to five messages without one; counts against the month's quota."""

    def show_loading(self, user_id: str) -> Delivery:
        """Show that an answer is on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """Messages a month that may be pushed (None: any number), and how many were."""

    limit: int | None
    used: int


class LineClient:
    """Calls LINE, or a stand-in under `base_url`; safe to share between threads."""

    def __init__(
        self, *, access_token: str, base_url: str, timeout: tuple[float, float] = TIMEOUT
    ) -> None:
        self._timeout = timeout
        configuration = Configuration(host=base_url.rstrip("/"), access_token=access_token)
        configuration.retries = False
        configuration.connection_pool_maxsize = CONNECTIONS
        self._calls = ApiClient(configuration)
        self._api = MessagingApi(self._calls)
        self._host = base_url.rstrip("/")
        self._headers = {
            **self._calls.default_headers,
            "Authorization": f"Bearer {access_token}",
            "Content-Type": "application/json",
        }

    def reply(self, reply_token: str, messages: Sequence[dict[str, Any]]) -> Delivery:
        """Send one to five messages with a reply token."""
        body = {"replyToken": reply_token, "messages": messages}
        return self._sent("reply", f"{MESSAGE}/reply", body)

    def push(self, user_id: str, messages: Sequence[dict[str, Any]], *, retry_key: str) -> Delivery:
        """Send one to five messages; the same retry key is accepted only once."""
        body = {"to": user_id, "messages": messages}
        return self._sent("push", f"{MESSAGE}/push", body, {"X-Line-Retry-Key": retry_key})

    def show_loading(self, user_id: str) -> Delivery:
        """Show the loading animation in a one-to-one chat."""
        body = {"chatId": user_id, "loadingSeconds": LOADING_S}
        return self._sent("loading", LOADING, body)

    def _sent(
        self, call: str, path: str, body: Mapping[str, Any], headers: Mapping[str, str] = NONE
    ) -> Delivery:
        """Send a body that is in LINE's form already.

        The SDK's models of messages would take three times as long as finding the answer, and drop
        what they do not know; its connections and errors are used all the same.
        """
        url, all_headers = self._host + path, {**self._headers, **headers}
        return _tried(
            call,
            lambda: self._calls.request(
                "POST", url, headers=all_headers, body=body, _request_timeout=self._timeout
            ),
        )

    def bot_name(self) -> str:
        """Return the account's name, if the credentials are right; raises LineError."""
        return str(
            asked(lambda: self._api.get_bot_info(_request_timeout=self._timeout)).display_name
        )

    def quota(self) -> Quota:
        """Return the month's quota; raises LineError."""
        limit = asked(lambda: self._api.get_message_quota(_request_timeout=self._timeout))
        used = asked(
            lambda: self._api.get_message_quota_consumption(_request_timeout=self._timeout)
        )
        return Quota(limit=limit.value, used=used.total_usage)

    def webhook(self) -> str:
        """Return the webhook address that LINE has, empty for none; raises LineError."""
        try:
            found = asked(lambda: self._api.get_webhook_endpoint(_request_timeout=self._timeout))
        except LineUnwilling as error:
            if error.status == 404:  # noqa: PLR2004 - none is set
                return ""
            raise
        return str(found.endpoint)

    def set_webhook(self, address: str) -> None:
        """Tell LINE where to send webhooks; raises LineError."""
        request = SetWebhookEndpointRequest(endpoint=address)
        asked(lambda: self._api.set_webhook_endpoint(request, _request_timeout=self._timeout))

    def webhook_works(self) -> bool:
        """Let LINE send an empty webhook; tell whether it was answered; raises LineError."""
        request = TestWebhookEndpointRequest()
        tried = asked(lambda: self._api.test_webhook_endpoint(request, _request_timeout=(2, 15)))
        return bool(tried.success)


def _tried(call: str, send: Callable[[], object]) -> Delivery:
    """Send, and say what came of it; the log line holds no word and no id of a person."""
    started = time.perf_counter()
    status, request_id = 200, ""
    try:
        send()
        delivery = Delivery.ACCEPTED
    except ApiException as error:
        status, request_id = error.status or 0, (error.headers or {}).get("x-line-request-id", "")
        delivery = delivery_of(status, _line_message(error))
    except HTTPError:
        status, delivery = 0, Delivery.UNREACHABLE
    except ValueError:  # the access token is nothing that a header can hold
        status, delivery = 0, Delivery.UNAUTHORISED
    TRIES.labels(call, delivery.value).inc()
    if delivery is not Delivery.ACCEPTED:
        milliseconds = round((time.perf_counter() - started) * 1000)
        log.warning(
            "line_call",
            call=call,
            status=status,
            delivery=delivery.value,
            milliseconds=milliseconds,
            x_line_request_id=request_id,
        )
    return delivery


def asked(ask: Callable[[], Any]) -> Any:  # noqa: ANN401 - the SDK's answers
    """Return what LINE answers; raises LineError."""
    try:
        return ask()
    except ApiException as error:
        raise LineUnwilling(error.status or 0, _line_message(error)) from error
    except (HTTPError, ValueError) as error:
        raise LineUnreachable from error


def _line_message(error: ApiException) -> str:
    """Return what LINE says is wrong; it holds no words of the person."""
    try:
        return str(json.loads(error.body)["message"])[:300]
    except (TypeError, ValueError, KeyError):
        return str(error.reason or "")[:300]
