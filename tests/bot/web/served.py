"""The real server in processes of its own, and a stand-in for LINE that counts what is answered."""

import base64
import hashlib
import hmac
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, request

SECRET = "secret"
PATIENCE_S = 60
STEP_S = 0.05


class Line:
    """Takes one reply a token, as LINE does; answers with `faults` first, one a call."""

    def __init__(self):
        self.taken = Counter()
        self.faults = []
        self._changing = threading.Lock()
        self.app = Flask("line")
        self.app.add_url_rule("/v2/bot/message/reply", view_func=self._reply, methods=["POST"])
        self.app.add_url_rule("/<path:path>", view_func=lambda **_: ({}, 200), methods=["POST"])

    def _reply(self):
        token = request.get_json()["replyToken"]
        with self._changing:
            if self.faults:
                status = self.faults.pop()
                return {"message": "fault"}, status
            if self.taken[token]:
                return {"message": "Invalid reply token"}, 400
            self.taken[token] += 1
        return {"sentMessages": [{"id": "1", "quoteToken": "q"}]}, 200

    def answers(self, tokens):
        """Wait until every token was used; tell whether that came about."""
        return becomes(lambda: all(self.taken[token] for token in tokens))


class Served:
    """`manabi serve` with a home, a state and a port; started and ended as an operator would."""

    def __init__(self, home, state, line_address):
        self.port = _free_port()
        self.log = state.with_suffix(".log")
        self._environment = os.environ | {
            "MANABI_HOME": str(home),
            "MANABI_NOW": "2026-11-23",
            "MANABI_SECRET": "key",
            "MANABI_DATABASE_URL": f"sqlite:///{state}",
            "LINE_CHANNEL_SECRET": SECRET,
            "LINE_CHANNEL_ACCESS_TOKEN": "token",
            "LINE_API_BASE_URL": line_address,
            "PORT": str(self.port),
        }
        self.process = None

    @contextmanager
    def running(self):
        """Serve while the block runs; nothing of it is left afterwards."""
        self.start()
        try:
            yield self
        finally:
            self.kill()

    def start(self):
        """Start it, and wait until it could answer."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", "serve"],
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        assert becomes(lambda: self.get("readyz") == 200), self.log.read_text("utf-8")

    def kill(self):
        """End every process of it without warning."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def door(self):
        """The process that takes webhooks."""
        return next(one for one in descendants(self.process.pid) if "serve" in _command(one))

    @property
    def desk(self):
        """The process that answers."""
        return next(one for one in descendants(self.process.pid) if "work" in _command(one))

    def get(self, path):
        """Return the HTTP status of a page, 0 where nothing listens."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as page:
                return page.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def post(self, *events):
        """Send a webhook as LINE signs it; return the HTTP status, 0 where nothing listens."""
        body = json.dumps({"destination": "U0", "events": events}).encode()
        signature = base64.b64encode(hmac.digest(SECRET.encode(), body, hashlib.sha256)).decode()
        headers = {"X-Line-Signature": signature, "Content-Type": "application/json"}
        address = f"http://127.0.0.1:{self.port}/callback"
        try:
            sent = urllib.request.Request(address, body, headers)
            with urllib.request.urlopen(sent, timeout=30) as answer:  # noqa: S310 - loopback
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0


def asks(number, text="簿記を学びたい"):
    """Return a message of a person of its own, sent now."""
    return {
        "type": "message",
        "mode": "active",
        "timestamp": int(time.time() * 1000),
        "source": {"type": "user", "userId": f"U{number:032x}"},
        "webhookEventId": f"01{number:024d}",
        "deliveryContext": {"isRedelivery": False},
        "replyToken": f"token-{number}",
        "message": {"type": "text", "id": str(number), "text": text, "quoteToken": "q"},
    }


def becomes(is_so):
    """Wait until it is so; tell whether that came about."""
    until = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > until:
            return False
        time.sleep(STEP_S)
    return True


def descendants(process):
    """Return the processes that a process started, and those that they started."""
    children = [
        int(child)
        for thread in Path(f"/proc/{process}/task").glob("*/children")
        for child in thread.read_text("ascii").split()
    ]
    return [one for child in children for one in (child, *descendants(child))]


def _command(process):
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().decode().split("\0")
    except OSError:
        return []


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
