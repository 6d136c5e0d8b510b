"""`manabi line setup` against a stand-in for LINE: what it says, and how it ends."""

import json
import os
import subprocess
import sys

import pytest
from flask import Flask

from bot.simulator.platform import LinePlatform
from bot.simulator.routes import simulator_blueprint

TOKEN = "token"


@pytest.fixture
def stand_in(serving):
    platform = LinePlatform(
        channel_secret="secret", access_token=TOKEN, deliver=lambda *_: 200, clock=lambda: 0.0
    )
    app = Flask("stand-in")
    app.register_blueprint(simulator_blueprint(platform, ""))
    with serving(app, 0) as address:
        yield f"{address}/simulator"


def setup(address, *arguments, token=TOKEN):
    channel = {
        "LINE_API_BASE_URL": address,
        "LINE_CHANNEL_SECRET": "secret",
        "LINE_CHANNEL_ACCESS_TOKEN": token,
        "MANABI_SECRET": "key",
    }
    command = [sys.executable, "-m", "bot.cli", "line", "setup", "--json", *arguments]
    ended = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | channel
    )
    return ended.returncode, json.loads(ended.stdout)


def test_a_second_run_changes_nothing(stand_in):
    first, second = setup(stand_in), setup(stand_in)
    assert (first[0], second[0]) == (0, 0)
    assert first[1]["menus"]["created"] == ["manabi-learner", "manabi-employer"]
    assert second[1]["menus"] == {"created": [], "removed": 0, "default_set": False}


@pytest.mark.parametrize(
    ("arguments", "token", "status", "code"),
    [
        ((), "wrong", 1, "line_unwilling"),
        (("--webhook", "http://manabi.example.jp/callback"), TOKEN, 2, "webhook_insecure"),
    ],
)
def test_what_fails_is_said_with_its_status(stand_in, arguments, token, status, code):
    ended, said = setup(stand_in, *arguments, token=token)
    assert (ended, said["error"]["code"]) == (status, code)


def test_a_line_that_cannot_be_reached_is_a_fault_outside():
    ended, said = setup("http://127.0.0.1:9")
    assert (ended, said["error"]["code"]) == (3, "line_unreachable")
