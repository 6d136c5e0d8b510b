"""Posting a webhook to a bot over HTTP, with LINE's patience.

LINE waits two seconds for an answer and calls more a `request_timeout`.
"""

import http.client
from collections.abc import Callable, Mapping
from typing import TypeAlias
from urllib.parse import urlsplit

TIMEOUT_S = 2.0
"""Seconds LINE waits for a webhook's answer."""

Deliver: TypeAlias = Callable[[bytes, Mapping[str, str]], int]
"""Posts a signed raw body with its headers and returns the HTTP status.

Raises TimeoutError when the bot did not answer in time, another OSError when it cannot be reached.
"""


class HttpDelivery:
    """Delivers webhooks to one `http://` or `https://` address."""

    def __init__(self, url: str, *, timeout_s: float = TIMEOUT_S) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(f"a webhook address must be http or https: {url!r}")
        self._connection = _CONNECTIONS[parts.scheme]
        self._host, self._port = parts.hostname, parts.port
        self._target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._timeout_s = timeout_s

    def __call__(self, body: bytes, headers: Mapping[str, str]) -> int:
        """Post once, on a fresh connection, and return the status."""
        connection = self._connection(self._host, self._port, timeout=self._timeout_s)
        try:
            connection.request("POST", self._target, body=body, headers=dict(headers))
            response = connection.getresponse()
            response.read()
        except http.client.HTTPException as error:
            raise ConnectionError(f"the webhook's answer was not HTTP: {error}") from error
        else:
            return response.status
        finally:
            connection.close()


_CONNECTIONS: Mapping[str, type[http.client.HTTPConnection]] = {
    "http": http.client.HTTPConnection,
    "https": http.client.HTTPSConnection,
}
