"""Retry keys: a request that was accepted once is not carried out again under the same key.

Source: developers.line.biz/en/docs/messaging-api/retrying-api-request.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.wire import JsonObject

HEADER = "x-line-retry-key"
LIFETIME_S = 24 * 3600.0
"""Seconds for which an accepted request is remembered (24 hours)."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedRequest:
    """A request that was accepted under a retry key, and its answer."""

    request_id: str
    sent_messages: list[JsonObject]
    at_s: float


class RetryKeys:
    """The retry keys of a channel's accepted requests."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._accepted: dict[str, AcceptedRequest] = {}

    @staticmethod
    def is_well_formed(key: str) -> bool:
        """Whether the key is a UUID in hexadecimal with its four hyphens."""
        return _UUID.fullmatch(key) is not None

    def accepted(self, key: str) -> AcceptedRequest | None:
        """Return the request already accepted under this key, if that is not too long ago."""
        request = self._accepted.get(key.lower())
        if request and self._clock() - request.at_s <= LIFETIME_S:
            return request
        return None

    def remember(self, key: str, request_id: str, sent_messages: list[JsonObject]) -> None:
        """Note that the request was accepted under this key."""
        self._accepted[key.lower()] = AcceptedRequest(
            request_id=request_id, sent_messages=sent_messages, at_s=self._clock()
        )
