"""The server: gunicorn around the app, from Python, so that one command serves everywhere."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

THREADS = 8  # webhooks wait for the disk, not for the processor
GRACE_S = 30  # to finish what is being answered


class Server(BaseApplication):
    """Serves what `load` builds in the worker process; `stop` is called when that ends."""

    def __init__(
        self, *, address: str, build: Callable[[], tuple[Flask, Callable[[], None]]]
    ) -> None:
        self._address = address
        self._build = build
        self._stop: Callable[[], None] = lambda: None
        super().__init__()

    def load_config(self) -> None:
        """Set what the Procfile would otherwise spell out."""
        settings: dict[str, Any] = {
            "bind": self._address,
            "worker_class": "gthread",
            "threads": THREADS,
            "graceful_timeout": GRACE_S,
            "worker_exit": lambda _server, _worker: self._stop(),
            "accesslog": None,
            "loglevel": "warning",
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:  # type: ignore[override] # an app is a WSGI callable
        """Build the app, once a worker process."""
        app, self._stop = self._build()
        return app
