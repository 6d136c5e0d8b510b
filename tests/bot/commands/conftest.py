"""Commands that talk to LINE, against its stand-in."""

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


@pytest.fixture
def manabi(stand_in):
    """Runs a command with `--json` against the stand-in: its status, and what it said."""

    def run(*arguments, **environment):
        channel = {
            "LINE_API_BASE_URL": stand_in,
            "LINE_CHANNEL_SECRET": "secret",
            "LINE_CHANNEL_ACCESS_TOKEN": TOKEN,
            "MANABI_SECRET": "key",
        }
        ended = subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments, "--json"],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | channel | environment,
        )
        return ended.returncode, json.loads(ended.stdout)

    return run
