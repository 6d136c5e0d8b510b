"""The client against a server that behaves as LINE does on a bad day."""

import socket
import time

import pytest
from flask import Flask, request

from bot.line.client import LineClient
from bot.line.delivery import Delivery
from bot.line.errors import LineUnreachable, LineUnwilling

MESSAGES = [{"type": "text", "text": "簿記"}]
HANG_S = 1.0


@pytest.fixture
def line(serving):
    app = Flask("line")
    app.answers, app.received, app.receipt = [], [], [{"id": "1"}]

    @app.post("/v2/bot/message/reply")
    @app.post("/v2/bot/message/push")
    @app.post("/v2/bot/chat/loading/start")
    def taken():
        app.received.append((request.headers, request.get_json()))
        status, message = app.answers.pop(0)
        if message == "hang":
            time.sleep(HANG_S)
        return {"message": message, "sentMessages": app.receipt}, status

    @app.get("/v2/bot/info")
    def info():
        status, name = app.answers.pop(0)
        person = {"userId": "U", "basicId": "@x", "displayName": name, "chatMode": "bot"}
        return person | {"markAsReadMode": "auto", "message": name}, status

    with serving(app, 0) as address:
        app.client = LineClient(access_token="token", base_url=address, timeout=(0.5, 0.3))
        yield app


def reply(line, status=200, message=""):
    line.answers = [(status, message)]
    return line.client.reply("rt", MESSAGES)


def test_a_reply_carries_token_and_messages(line):
    assert reply(line) is Delivery.ACCEPTED
    ((headers, body),) = line.received
    assert headers["Authorization"] == "Bearer token"
    assert (body["replyToken"], body["messages"][0]["text"]) == ("rt", "簿記")


def test_a_receipt_that_cannot_be_read_is_still_a_receipt(line):
    line.receipt = []
    assert reply(line) is Delivery.ACCEPTED


@pytest.mark.parametrize(
    ("status", "message", "delivery"),
    [
        (500, "", Delivery.UNREACHABLE),
        (503, "", Delivery.UNREACHABLE),
        (200, "hang", Delivery.UNREACHABLE),
        (400, "Invalid reply token", Delivery.TOKEN_DEAD),
        (400, "The request body has 1 error(s)", Delivery.INVALID),
        (401, "Authentication failed", Delivery.UNAUTHORISED),
        (429, "The API rate limit has been exceeded. Try again later.", Delivery.RATE_LIMITED),
        (429, "You have reached your monthly limit.", Delivery.QUOTA_USED_UP),
        (409, "The retry key is already accepted", Delivery.ACCEPTED),
    ],
)
def test_every_answer_of_line_has_its_meaning(line, status, message, delivery):
    assert reply(line, status, message) is delivery
    assert len(line.received) == 1


def test_a_connection_that_is_reset_is_no_answer():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"  # nobody accepts
        client = LineClient(access_token="t", base_url=address, timeout=(0.5, 0.3))
        assert client.reply("rt", MESSAGES) is Delivery.UNREACHABLE


def test_a_push_carries_its_retry_key(line):
    line.answers = [(200, "")]
    key = "123e4567-e89b-12d3-a456-426614174000"
    assert line.client.push("U1", MESSAGES, retry_key=key) is Delivery.ACCEPTED
    ((headers, body),) = line.received
    assert (headers["X-Line-Retry-Key"], body["to"]) == (key, "U1")


def test_the_animation_is_one_that_line_knows(line):
    line.answers = [(202, "")]
    assert line.client.show_loading("U1") is Delivery.ACCEPTED
    ((_, body),) = line.received
    assert body["loadingSeconds"] in range(5, 61, 5)


def test_staff_learn_whose_account_it_is(line):
    line.answers = [(200, "まなびコンパス")]
    assert line.client.bot_name() == "まなびコンパス"


def test_staff_learn_that_the_access_token_is_wrong(line):
    line.answers = [(401, "Authentication failed")]
    with pytest.raises(LineUnwilling, match="401"):
        line.client.bot_name()


def test_staff_learn_that_line_cannot_be_reached():
    client = LineClient(access_token="t", base_url="http://127.0.0.1:9", timeout=(0.5, 0.3))
    with pytest.raises(LineUnreachable):
        client.bot_name()
