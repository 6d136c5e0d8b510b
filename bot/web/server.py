"""The server: gunicorn around the app, from Python, so that one command serves everywhere."""

import importlib
import importlib.util
import socket
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from bot.logs import configure_logs
from bot.settings import Settings
from bot.web.errors import PortTaken, SimulatorMissing

# What builds the app, without and with the simulator, whose libraries only an extra installs.
PLAIN = ("bot.web.composition", "served_app")
SIMULATED = ("bot.web.simulated", "simulated_app")
SIMULATOR_LIBRARIES = ("jsonschema", "yaml")
THREADS = 16  # each open page of the simulator holds one; webhooks wait for the disk
GRACE_S = 30  # to finish what is being answered


class Server(BaseApplication):
    """Serves what the factory builds in the worker process, and stops it when that ends."""

    def __init__(self, *, host: str, settings: Settings, simulator: bool) -> None:
        self._host = host
        self._settings = settings
        self._simulator = simulator
        self._stop = _nothing
        super().__init__()

    def load_config(self) -> None:
        """Set what the Procfile would otherwise spell out."""
        configuration: dict[str, Any] = {
            "bind": f"{self._host}:{self._settings.port}",
            "worker_class": "gthread",
            "workers": 1,  # whatever WEB_CONCURRENCY says: each would start a desk of its own
            "threads": THREADS,
            "graceful_timeout": GRACE_S,
            "worker_exit": lambda _server, _worker: self._stop(),
            "accesslog": None,
            "loglevel": "warning",
        }
        for name, value in configuration.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:  # type: ignore[override] # an app is a WSGI callable
        """Import and call the factory, once a worker process."""
        configure_logs()
        module, function = SIMULATED if self._simulator else PLAIN
        factory = getattr(importlib.import_module(module), function)
        app: Flask
        app, self._stop = factory(self._settings)
        return app


def _nothing() -> None:
    """Stop what was never started."""


def check_free(host: str, port: int) -> None:
    """Raise PortTaken when something listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(port) from error


def check_simulator() -> None:
    """Raise SimulatorMissing when its libraries are not installed."""
    if any(importlib.util.find_spec(library) is None for library in SIMULATOR_LIBRARIES):
        raise SimulatorMissing
