"""The Messaging API's front door: who may call, which operation is meant, is the body sound.

Pure: requests and responses are values, so that a test can call it without a web server. What the
operations do is in `operations.py` and `rich_menus/operations.py`.
"""

import hmac
import json

from bot.simulator.channel import Channel
from bot.simulator.endpoints import MOST_BYTES, Endpoint, Endpoints
from bot.simulator.http_values import Answer, ApiRequest, ApiResponse, Call, Content
from bot.simulator.identifiers import new_request_id
from bot.simulator.rate_limits import RateLimits
from bot.simulator.refusal import (
    BadRequest,
    NotFound,
    RateLimited,
    Refusal,
    TooLarge,
    Unauthorized,
)
from bot.simulator.retry_keys import HEADER as RETRY_KEY
from bot.simulator.validation.validator import Problem, messaging_api
from bot.simulator.wire import Json, JsonObject


class MessagingApi:
    """Answers the bot's calls."""

    def __init__(
        self, channel: Channel, endpoints: Endpoints, *, checks_bodies: bool = True
    ) -> None:
        self._channel = channel
        self._checks_bodies = checks_bodies
        self._endpoints = endpoints
        self._rates = RateLimits(channel.clock)
        self._schema = messaging_api()

    def endpoint_of(self, request: ApiRequest) -> str:
        """Name the endpoint the request means; empty when there is none."""
        found = self._endpoints.find(request.method, request.path)
        return found[0].name if found else ""

    def handle(self, request: ApiRequest) -> ApiResponse:
        """Answer one request; every answer carries `x-line-request-id`."""
        headers = {"x-line-request-id": new_request_id()}
        try:
            answer = self._answer(request, headers["x-line-request-id"])
        except Refusal as refusal:
            self._note(request, refusal)
            headers.update(refusal.headers)
            return ApiResponse(status=refusal.status, body=refusal.body(), headers=headers)
        return ApiResponse(
            status=answer.status, body=answer.body, headers=headers, content=answer.content
        )

    def _answer(self, request: ApiRequest, request_id: str) -> Answer:
        expected = f"Bearer {self._channel.access_token}".encode()
        if not hmac.compare_digest(request.header("authorization").encode(), expected):
            raise Unauthorized
        found = self._endpoints.find(request.method, request.path)
        if found is None:
            raise NotFound
        endpoint, parameters = found
        self._admit(endpoint)
        if request.header(RETRY_KEY) and not endpoint.takes_retry_key:
            raise BadRequest("The retry key is not supported by this API")
        call = Call(
            body=self._checked_body(endpoint, request.body),
            parameters=parameters,
            retry_key=request.header(RETRY_KEY),
            request_id=request_id,
            content=Content(data=request.body, media_type=_media_type(request)),
        )
        return endpoint.operation(call)

    def _admit(self, endpoint: Endpoint) -> None:
        with self._channel.changed:
            if not self._rates.admit(endpoint.name):
                raise RateLimited

    def _checked_body(self, endpoint: Endpoint, body: bytes) -> JsonObject:
        if not endpoint.schema:
            return {}
        if len(body) > MOST_BYTES:
            raise TooLarge
        parsed = _parsed(body)
        if not isinstance(parsed, dict):
            raise BadRequest("The request body could not be parsed as JSON")
        problems = self._problems(endpoint, parsed)
        if problems:
            raise BadRequest(f"The request body has {len(problems)} error(s)", problems)
        return parsed

    def _problems(self, endpoint: Endpoint, body: JsonObject) -> tuple[Problem, ...]:
        return self._schema.problems(endpoint.schema, body) if self._checks_bodies else ()

    def _note(self, request: ApiRequest, refusal: Refusal) -> None:
        """Let the developer see the refusal, in the chat it belongs to when that is known."""
        if not refusal.is_mistake or "/validate/" in request.path:
            return
        body = _parsed(request.body)
        body = body if isinstance(body, dict) else {}
        token = str(body.get("replyToken", ""))
        owner = self._channel.reply_tokens.owner(token)
        user_id = owner or str(body.get("to") or body.get("chatId") or "")
        self._channel.refuse(user_id, refusal.reason())
        self._channel.accounts.refused(token)


def _media_type(request: ApiRequest) -> str:
    return request.header("content-type").partition(";")[0].strip().lower()


def _parsed(body: bytes) -> Json:
    """Parse a body; None when it is not JSON."""
    try:
        return json.loads(body)
    except ValueError:
        return None
