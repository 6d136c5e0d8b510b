"""Ingress takes whatever comes: no 5xx, no traceback, and sound events survive bad company.

`make test` posts a few thousand mutated webhooks; MANABI_TEST_WEBHOOKS=100000 posts that many.
"""

import base64
import hashlib
import hmac
import os
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from bot.answering.porter import Porter
from bot.state.arrivals import open_arrivals
from bot.state.database import open_state
from bot.state.inbox import Inbox
from bot.state.pseudonym import Pseudonyms
from bot.web.app import create_app

pytestmark = pytest.mark.slow

WEBHOOKS = int(os.environ.get("MANABI_TEST_WEBHOOKS", "2000"))
SECRET = "channel-secret"
TAKEN, REFUSED = 200, {400, 401, 413}


class Desk:
    """A desk that nobody sits at."""

    def wake(self):
        pass

    def is_ready(self):
        return True

    def stop(self):
        pass


@pytest.fixture
def database(tmp_path):
    return tmp_path / "state.db"


@pytest.fixture
def arrivals(database):
    opened = open_arrivals(f"sqlite:///{database}")
    yield opened
    opened.close()


@pytest.fixture
def inbox(database):
    state = open_state(f"sqlite:///{database}")
    yield Inbox(state, Pseudonyms("key"))
    state.close()


@pytest.fixture
def client(arrivals, inbox):
    app = create_app(channel_secret=SECRET, arrivals=arrivals, inbox=inbox, desk=Desk())
    return app.test_client()


def post(client, body, *, is_signed):
    digest = hmac.new(SECRET.encode(), body, hashlib.sha256).digest()
    signature = base64.b64encode(digest if is_signed else digest[::-1]).decode()
    headers = {"X-Line-Signature": signature, "Content-Type": "application/json"}
    return client.post("/callback", data=body, headers=headers).status_code


def stored(database):
    with closing(sqlite3.connect(database)) as opened:
        return {name for (name,) in opened.execute("SELECT event_id FROM inbox")}


def test_no_webhook_breaks_ingress_and_no_sound_event_is_lost(
    mutated_webhook, client, database, arrivals, inbox, caplog
):
    answered, kept, surprises = Counter(), set(), {}
    for number in range(WEBHOOKS):
        sent = mutated_webhook(number)
        status = post(client, sent.body, is_signed=sent.is_signed)
        answered[status] += 1
        kept.update(sent.kept)
        if status != TAKEN and not (sent.may_be_refused and status in REFUSED):
            surprises[number] = status
    Porter(arrivals, inbox).carry()
    assert surprises == {}
    assert kept <= stored(database)
    assert answered[TAKEN] > WEBHOOKS / 2
    assert not [record for record in caplog.records if record.exc_info]
