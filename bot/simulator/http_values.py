"""One call of the Messaging API as values: what came in, what goes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from bot.simulator.wire import JsonObject


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
class Content:
    """Bytes that are no JSON: a picture."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiResponse:
    """One HTTP answer; `content` replaces the JSON body; a lost one never reaches the caller."""

    status: int = HTTPStatus.OK
    body: JsonObject = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    content: Content | None = None
    is_lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that passed the front door; `content` where the body is no JSON."""

    body: JsonObject
    parameters: Mapping[str, str]
    retry_key: str
    request_id: str
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A successful answer."""

    body: JsonObject = field(default_factory=dict)
    status: int = HTTPStatus.OK
    content: Content | None = None
