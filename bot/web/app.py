"""The web app: bytes in, status out. Everything that is decided is decided elsewhere."""

from collections.abc import Callable
from typing import Protocol

import structlog
from flask import Flask, Response, request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from werkzeug.exceptions import HTTPException

from bot.line.events import webhook_events
from bot.line.signature import is_signed
from bot.state.inbox import Inbox, stored_events
from bot.web.metrics import WEBHOOKS

LARGEST_WEBHOOK = 2 * 1024 * 1024  # bytes; LINE's own are a few kilobytes

log = structlog.get_logger()


class Wakeable(Protocol):
    """Something that waits for stored events."""

    def wake(self) -> None:
        """Say that something was stored."""


def create_app(
    *,
    channel_secret: str,
    inbox: Inbox,
    workers: Wakeable,
    is_ready: Callable[[], bool],
) -> Flask:
    """Return the app; `is_ready` tells whether release and database can be used."""
    app = Flask("manabi", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_WEBHOOK

    @app.post("/callback")
    def callback() -> tuple[str, int]:
        """Verify, store, acknowledge; answering comes later."""
        body = request.get_data()
        status = _receive(body, request.headers.get("X-Line-Signature"), channel_secret, inbox)
        WEBHOOKS.labels(str(status)).inc()
        if status == HTTP_OK:
            workers.wake()
        return "", status

    _add_watching(app, is_ready)
    return app


def _add_watching(app: Flask, is_ready: Callable[[], bool]) -> None:
    @app.get("/healthz")
    def healthz() -> str:
        """Tell that the process lives."""
        return "ok"

    @app.get("/readyz")
    def readyz() -> tuple[str, int]:
        """Tell whether an answer could be given now."""
        return ("ready", HTTP_OK) if is_ready() else ("not ready", HTTP_UNAVAILABLE)

    @app.get("/metrics")
    def metrics() -> Response:
        """Give the figures to Prometheus."""
        return Response(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int]:
        """Answer a wrong address or method without a page."""
        return error.name, error.code or HTTP_BAD_REQUEST


HTTP_OK, HTTP_BAD_REQUEST, HTTP_UNAUTHORIZED, HTTP_UNAVAILABLE = 200, 400, 401, 503


def _receive(body: bytes, signature: str | None, channel_secret: str, inbox: Inbox) -> int:
    if not is_signed(body, signature, channel_secret):
        return HTTP_UNAUTHORIZED
    try:
        events = stored_events(webhook_events(body))
    except (ValueError, RecursionError):
        return HTTP_BAD_REQUEST
    inbox.store(events)
    return HTTP_OK
