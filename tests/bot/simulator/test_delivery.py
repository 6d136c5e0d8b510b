"""Webhooks travel over HTTP with LINE's patience."""

import socket
import time

import pytest
from flask import Flask, request

from bot.simulator.delivery import HttpDelivery


@pytest.fixture
def app():
    app = Flask("webhook")

    @app.post("/callback")
    def callback():
        time.sleep(float(request.headers.get("Wait", "0")))
        return request.get_data()[:2], 202

    return app


def test_the_status_comes_back(app, serving):
    with serving(app, 0) as address:
        assert HttpDelivery(f"{address}/callback")(b"{}", {}) == 202


def test_a_slow_webhook_is_a_time_out(app, serving):
    with serving(app, 0) as address:
        deliver = HttpDelivery(f"{address}/callback", timeout_s=0.05)
        with pytest.raises(TimeoutError):
            deliver(b"{}", {"Wait": "0.3"})


def test_a_webhook_that_is_not_there_is_an_os_error():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(OSError, match="refused"):
        HttpDelivery(f"http://127.0.0.1:{port}/callback")(b"{}", {})


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "file:///etc/passwd", "127.0.0.1:80"])
def test_only_http_addresses_are_taken(url):
    with pytest.raises(ValueError, match="http or https"):
        HttpDelivery(url)
