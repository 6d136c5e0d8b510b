import base64
import hashlib
import hmac
import json

import pytest

from bot.state.arrivals import open_arrivals
from bot.state.database import open_state
from bot.state.errors import StateUnusable
from bot.state.inbox import Inbox, stored_events
from bot.state.pseudonym import Pseudonyms
from bot.web.app import create_app

SECRET = "channel-secret"


class Bell:
    """A desk that counts how often it is woken."""

    rung, ready = 0, True

    def wake(self):
        self.rung += 1

    def is_ready(self):
        return self.ready


class FullDisk:
    """A state that cannot be written to."""

    def add(self, _events):
        raise StateUnusable(OSError("no space"))

    def backlog(self):
        raise StateUnusable(OSError("no space"))


@pytest.fixture
def bell():
    return Bell()


@pytest.fixture
def inbox(tmp_path):
    state = open_state(f"sqlite:///{tmp_path / 'state.db'}")
    yield Inbox(state, Pseudonyms("key"))
    state.close()


@pytest.fixture
def arrivals(tmp_path):
    opened = open_arrivals(f"sqlite:///{tmp_path / 'state.db'}")
    yield opened
    opened.close()


@pytest.fixture
def client(arrivals, inbox, bell):
    app = create_app(channel_secret=SECRET, arrivals=arrivals, inbox=inbox, desk=bell)
    return app.test_client()


def sign(body):
    return base64.b64encode(hmac.new(SECRET.encode(), body, hashlib.sha256).digest()).decode()


def post(client, body, signature=None):
    return client.post(
        "/callback", data=body, headers={"x-line-signature": signature or sign(body)}
    )


def webhook(*events):
    return json.dumps({"destination": "U0", "events": events}, ensure_ascii=False).encode()


TEXT = {
    "type": "message",
    "mode": "active",
    "webhookEventId": "E1",
    "timestamp": 1,
    "replyToken": "t",
    "source": {"type": "user", "userId": "U1"},
    "message": {"type": "text", "id": "1", "text": "簿記"},
}


def test_a_signed_event_is_stored_before_it_is_acknowledged(client, arrivals, bell):
    assert post(client, webhook(TEXT)).status_code == 200
    assert bell.rung == 1
    (arrival,) = arrivals.oldest()
    assert arrival.raw == TEXT


@pytest.mark.parametrize("signature", ["", "x", "署名", sign(b"other body")])
def test_a_wrong_signature_is_refused_and_nothing_is_stored(client, arrivals, signature):
    headers = {"x-line-signature": signature.encode().decode("latin-1")} if signature else {}
    answer = client.post("/callback", data=webhook(TEXT), headers=headers)
    assert answer.status_code == 401
    assert arrivals.oldest() == []


def test_the_signature_covers_the_raw_bytes(client):
    body = webhook(TEXT)
    assert post(client, body + b" ", sign(body)).status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        webhook(),
        b"{}",
        b"[]",
        webhook(None, 3, {}),
        webhook(TEXT | {"type": "brandNew"}),
        webhook(TEXT | {"message": None}),
        webhook({key: value for key, value in TEXT.items() if key != "mode"}),
        webhook(TEXT | {"source": {"type": "user"}}),
    ],
)
def test_what_we_do_not_know_is_acknowledged(client, body):
    assert post(client, body).status_code == 200


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_body_that_is_no_json_is_a_fault_of_the_sender(client, body):
    assert post(client, body).status_code == 400


def test_a_body_of_unreasonable_size_is_refused(client):
    assert post(client, b" " * (3 * 1024 * 1024)).status_code == 413


def test_the_good_events_of_a_mixed_webhook_are_kept(client, arrivals):
    post(client, webhook({"type": "x"}, TEXT, None))
    assert [arrival.raw for arrival in arrivals.oldest()] == [TEXT]


def test_health_is_life_and_readiness_is_usefulness(client, bell):
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200
    bell.ready = False
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_nothing_readable_wakes_nobody(client, bell):
    post(client, webhook())
    post(client, webhook({"type": "message"}))
    assert bell.rung == 0


def test_what_cannot_be_stored_is_not_acknowledged(bell):
    full = FullDisk()
    app = create_app(channel_secret=SECRET, arrivals=full, inbox=full, desk=bell)
    client = app.test_client()
    assert post(client, webhook(TEXT)).status_code == 503
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200
    assert client.get("/metrics").status_code == 200
    assert bell.rung == 0


def test_metrics_tell_how_much_waits(client, inbox):
    inbox.store(stored_events([TEXT]))
    assert "manabi_waiting_events 1.0" in client.get("/metrics").get_data(as_text=True)


def test_metrics_count_webhooks_and_tell_nothing_of_people(client):
    post(client, webhook(TEXT))
    text = client.get("/metrics").get_data(as_text=True)
    assert 'manabi_webhooks_total{status="200"}' in text
    assert "U1" not in text
    assert "簿記" not in text


@pytest.mark.parametrize(
    ("method", "path", "status"), [("get", "/callback", 405), ("get", "/x", 404)]
)
def test_wrong_addresses_and_methods_are_refused_plainly(client, method, path, status):
    assert getattr(client, method)(path).status_code == status
