"""Fixtures around the stand-in: a clock one can turn, a bot that notes, a server, a browser."""

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from flask import Flask
from selenium import webdriver
from werkzeug.serving import make_server

from bot.simulator.messaging_api import ApiRequest
from bot.simulator.platform import LinePlatform

SECRET = "channel-secret"
TOKEN = "access-token"
START_S = 1_795_420_000.0  # November 2026
CHROMIUM_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
)


@dataclass
class Clock:
    now: float = START_S

    def __call__(self):
        return self.now


@dataclass
class NotingBot:
    """A webhook that keeps what it got and answers as it is told."""

    status: int = 200
    fault: Exception | None = None
    requests: list = field(default_factory=list)

    def __call__(self, body, headers):
        self.requests.append((body, headers))
        if self.fault:
            raise self.fault
        return self.status

    @property
    def events(self):
        return [event for body, _ in self.requests for event in json.loads(body)["events"]]


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def bot():
    return NotingBot()


@pytest.fixture
def platform(bot, clock):
    return LinePlatform(channel_secret=SECRET, access_token=TOKEN, deliver=bot, clock=clock)


@pytest.fixture
def call(platform):
    """Calls the Messaging API as the bot would."""

    def call(line, body=None, *, token=TOKEN, raw=None, **headers):
        method, path = line.split()
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        sent = {"Authorization": f"Bearer {token}", **named} if token else named
        data = raw if raw is not None else json.dumps(body).encode()
        request = ApiRequest(method=method, path=f"/v2/bot/{path}", headers=sent, body=data)
        return platform.handle(request)

    return call


@contextmanager
def _serving(app: Flask, port: int) -> Iterator[str]:
    server = make_server("127.0.0.1", port, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def serving():
    """A context manager that serves a Flask app on a loopback port (0: any free one)."""
    return _serving


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """Debian's Chromium without a window, one for the session."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("needs Debian's chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    profile = f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"
    for option in (*CHROMIUM_OPTIONS, profile):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driven = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield driven
    driven.quit()
