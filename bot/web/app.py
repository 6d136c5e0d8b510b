"""The web app: bytes in, status out. Everything that is decided is decided elsewhere."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

import structlog
from flask import Flask, Response, request
from prometheus_client import CONTENT_TYPE_LATEST
from werkzeug.exceptions import HTTPException

from bot.line.events import webhook_events
from bot.line.signature import is_signed
from bot.metrics import OLDEST_WAITING_SECONDS, WAITING, WEBHOOKS, exposition
from bot.state.claimed import NOTHING, Backlog
from bot.state.errors import StateUnusable
from bot.web.desk import Desk

LARGEST_WEBHOOK = 2 * 1024 * 1024  # bytes; LINE's own are a few kilobytes
HTTP_OK, HTTP_BAD_REQUEST, HTTP_UNAUTHORIZED, HTTP_UNAVAILABLE = 200, 400, 401, 503

log = structlog.get_logger()


class Waiting(Protocol):
    """What tells how much waits for an answer."""

    def backlog(self) -> Backlog:
        """Return what waits."""


class Store(Waiting, Protocol):
    """Where events are stored before they are acknowledged, until the desk takes them."""

    def add(self, raw_events: list[dict[str, Any]]) -> int:
        """Store what can be read; return how many events that was."""


def create_app(
    *,
    channel_secret: str,
    arrivals: Store,
    inbox: Waiting,
    desk: Desk,
    figures: Path | None = None,
) -> Flask:
    """Return the app; `figures` is the folder in which processes share theirs."""
    app = Flask("manabi", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_WEBHOOK

    @app.post("/callback")
    def callback() -> tuple[str, int]:
        """Verify, store, acknowledge; answering comes later."""
        status, stored = _receive(
            request.get_data(), request.headers.get("X-Line-Signature"), channel_secret, arrivals
        )
        WEBHOOKS.labels(str(status)).inc()
        if stored:
            desk.wake()
        return "", status

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int]:
        """Answer a wrong address or method without a page."""
        return error.name, error.code or HTTP_BAD_REQUEST

    _add_watching(app, (arrivals, inbox), desk, figures)
    return app


def _add_watching(app: Flask, waiting: Iterable[Waiting], desk: Desk, figures: Path | None) -> None:
    @app.get("/healthz")
    def healthz() -> str:
        """Tell that the process lives."""
        return "ok"

    @app.get("/readyz")
    def readyz() -> tuple[str, int]:
        """Tell whether an answer could be given now."""
        is_ready = _backlog(waiting) is not None and desk.is_ready()
        return ("ready", HTTP_OK) if is_ready else ("not ready", HTTP_UNAVAILABLE)

    @app.get("/metrics")
    def metrics() -> Response:
        """Give the figures to Prometheus."""
        _backlog(waiting)
        return Response(exposition(figures), content_type=CONTENT_TYPE_LATEST)


def _backlog(waiting: Iterable[Waiting], clock: Callable[[], float] = time.time) -> Backlog | None:
    """Return what waits, and note it; None when a database does not answer."""
    try:
        backlog = sum((one.backlog() for one in waiting), NOTHING)
    except StateUnusable:
        return None
    WAITING.set(backlog.count)
    oldest_at = backlog.oldest_at
    OLDEST_WAITING_SECONDS.set(0.0 if oldest_at is None else clock() - oldest_at)
    return backlog


def _receive(
    body: bytes, signature: str | None, channel_secret: str, arrivals: Store
) -> tuple[int, int]:
    """Return the HTTP status, and how many events were stored."""
    if not is_signed(body, signature, channel_secret):
        return HTTP_UNAUTHORIZED, 0
    try:
        events = webhook_events(body)
    except (ValueError, RecursionError):
        return HTTP_BAD_REQUEST, 0
    try:
        return HTTP_OK, arrivals.add(events)
    except StateUnusable as error:  # not acknowledged, so LINE sends them again
        log.error("events_not_stored", code=error.code)  # noqa: TRY400 - the place says nothing
        return HTTP_UNAVAILABLE, 0
