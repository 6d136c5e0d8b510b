"""Fixtures around the stand-in: a clock one can turn, a bot that notes."""

import json
import time
from dataclasses import dataclass, field

import pytest

from bot.simulator.http_values import ApiRequest
from bot.simulator.platform import LinePlatform

SECRET = "channel-secret"
TOKEN = "access-token"
START_S = 1_795_420_000.0  # November 2026


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


class Naps(list):
    """Waits that take no time: they turn the clock and are written down."""

    def __init__(self, clock):
        super().__init__()
        self._clock = clock
        self._after = lambda: None

    def __call__(self, seconds):
        self._clock.now += seconds
        self.append(seconds)
        self._after()

    def then(self, act):
        self._after = act


@pytest.fixture
def naps(clock):
    return Naps(clock)


@pytest.fixture
def eventually():
    """Waits for what another thread brings about."""

    def wait(condition, seconds=5.0):
        deadline = time.monotonic() + seconds
        while not condition() and time.monotonic() < deadline:
            time.sleep(0.01)
        return condition()

    return wait


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def bot():
    return NotingBot()


@pytest.fixture
def platform(bot, clock, naps):
    return LinePlatform(
        channel_secret=SECRET, access_token=TOKEN, deliver=bot, clock=clock, sleep=naps
    )


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
