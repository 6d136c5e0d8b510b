"""The Messaging API's front door: who may call, which operation is meant, is the body sound.

Pure: requests and responses are values, so that a test can call it without a web server. What the
operations do is in `operations.py`.
"""

import hmac
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from bot.simulator.channel import Channel
from bot.simulator.identifiers import new_request_id
from bot.simulator.operations import Answer, Call, Operations
from bot.simulator.refusal import BadRequest, NotFound, Refusal, TooLarge, Unauthorized
from bot.simulator.retry_keys import HEADER as RETRY_KEY
from bot.simulator.validation.validator import messaging_api
from bot.simulator.wire import Json, JsonObject

MOST_BYTES = 2_000_000
"""Bytes of a request body that LINE reads (2 MB, the smaller reading)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRequest:
    """One HTTP request to the Messaging API; the path begins with `/v2/bot/`."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def header(self, name: str) -> str:
        """Return a header whatever its case, or an empty string."""
        lowered = name.lower()
        return next((text for key, text in self.headers.items() if key.lower() == lowered), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiResponse:
    """One HTTP answer of the Messaging API."""

    status: int
    body: JsonObject
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Route:
    method: str
    path: re.Pattern[str]
    operation: Callable[[Operations, Call], Answer]
    schema: str = ""
    takes_retry_key: bool = False


def _route(
    line: str, operation: Callable[[Operations, Call], Answer], schema: str = "", **options: bool
) -> _Route:
    method, path = line.split()
    pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))
    return _Route(method=method, path=pattern, operation=operation, schema=schema, **options)


_MESSAGE = "/v2/bot/message"
_WEBHOOK = "/v2/bot/channel/webhook"
ROUTES = (
    _route(f"POST {_MESSAGE}/reply", Operations.reply, "ReplyMessageRequest"),
    _route(f"POST {_MESSAGE}/push", Operations.push, "PushMessageRequest", takes_retry_key=True),
    _route(f"POST {_MESSAGE}/validate/reply", Operations.validate, "ValidateMessageRequest"),
    _route(f"POST {_MESSAGE}/validate/push", Operations.validate, "ValidateMessageRequest"),
    _route(f"GET {_MESSAGE}/quota", Operations.quota),
    _route(f"GET {_MESSAGE}/quota/consumption", Operations.consumption),
    _route(
        "POST /v2/bot/chat/loading/start", Operations.start_loading, "ShowLoadingAnimationRequest"
    ),
    _route(
        "POST /v2/bot/chat/markAsRead",
        Operations.mark_as_read,
        "MarkMessagesAsReadByTokenRequest",
    ),
    _route("GET /v2/bot/profile/{user_id}", Operations.profile),
    _route("GET /v2/bot/info", Operations.info),
    _route(f"GET {_WEBHOOK}/endpoint", Operations.webhook_endpoint),
    _route(
        f"PUT {_WEBHOOK}/endpoint", Operations.set_webhook_endpoint, "SetWebhookEndpointRequest"
    ),
    _route(f"POST {_WEBHOOK}/test", Operations.try_webhook, "TestWebhookEndpointRequest"),
)
"""The part of the Messaging API that a one-to-one bot calls."""


class MessagingApi:
    """Answers the bot's calls."""

    def __init__(self, channel: Channel, operations: Operations) -> None:
        self._channel = channel
        self._operations = operations
        self._schema = messaging_api()

    def handle(self, request: ApiRequest) -> ApiResponse:
        """Answer one request; every answer carries `x-line-request-id`."""
        headers = {"x-line-request-id": new_request_id()}
        try:
            answer = self._answer(request, headers["x-line-request-id"])
        except Refusal as refusal:
            self._note(request, refusal)
            headers.update(refusal.headers)
            return ApiResponse(status=refusal.status, body=refusal.body(), headers=headers)
        return ApiResponse(status=answer.status, body=answer.body, headers=headers)

    def _answer(self, request: ApiRequest, request_id: str) -> Answer:
        expected = f"Bearer {self._channel.access_token}".encode()
        if not hmac.compare_digest(request.header("authorization").encode(), expected):
            raise Unauthorized
        route, parameters = _find(request)
        if request.header(RETRY_KEY) and not route.takes_retry_key:
            raise BadRequest("The retry key is not supported by this API")
        call = Call(
            body=self._checked_body(route, request.body),
            parameters=parameters,
            retry_key=request.header(RETRY_KEY),
            request_id=request_id,
        )
        return route.operation(self._operations, call)

    def _checked_body(self, route: _Route, body: bytes) -> JsonObject:
        if not route.schema:
            return {}
        if len(body) > MOST_BYTES:
            raise TooLarge
        parsed = _parsed(body)
        if not isinstance(parsed, dict):
            raise BadRequest("The request body could not be parsed as JSON")
        problems = self._schema.problems(route.schema, parsed)
        if problems:
            raise BadRequest(f"The request body has {len(problems)} error(s)", problems)
        return parsed

    def _note(self, request: ApiRequest, refusal: Refusal) -> None:
        """Let the developer see the refusal, in the chat it belongs to when that is known."""
        if refusal.status == HTTPStatus.CONFLICT or "/validate/" in request.path:
            return
        body = _parsed(request.body)
        body = body if isinstance(body, dict) else {}
        owner = self._channel.reply_tokens.owner(str(body.get("replyToken", "")))
        user_id = owner or str(body.get("to") or body.get("chatId") or "")
        self._channel.refuse(user_id, refusal.reason())


def _find(request: ApiRequest) -> tuple[_Route, Mapping[str, str]]:
    for route in ROUTES:
        match = route.path.fullmatch(request.path)
        if match and route.method == request.method:
            return route, match.groupdict()
    raise NotFound


def _parsed(body: bytes) -> Json:
    """Parse a body; None when it is not JSON."""
    try:
        return json.loads(body)
    except ValueError:
        return None
