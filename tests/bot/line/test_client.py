"""The client against a server that behaves as LINE does on a bad day."""

import time

import pytest
from flask import Flask, request
from urllib3 import Retry

from bot.line import client as client_module
from bot.line.client import LineClient
from bot.line.errors import ReplyRefused, ReplyUnsent
from bot.line.messages import TextMessage

MESSAGE = TextMessage(text="簿記")


@pytest.fixture
def line(serving, monkeypatch):
    monkeypatch.setattr(client_module, "RETRIES", client_module.RETRIES.new(backoff_factor=0.0))
    monkeypatch.setattr(client_module, "READ_S", 0.3)
    app = Flask("line")
    app.answers, app.received, app.receipt = [], [], [{"id": "1"}]

    @app.post("/v2/bot/message/reply")
    def reply():
        app.received.append((request.headers["Authorization"], request.get_json()))
        answer = app.answers.pop(0)
        if answer == "hang":
            time.sleep(0.6)
            return {"sentMessages": app.receipt}, 200
        return {"message": "x", "sentMessages": app.receipt}, answer

    with serving(app, 0) as address:
        app.client = LineClient(access_token="token", base_url=address)
        yield app


def test_a_reply_carries_token_and_messages(line):
    line.answers = [200]
    line.client.reply("rt", [MESSAGE])
    ((authorization, body),) = line.received
    assert authorization == "Bearer token"
    assert (body["replyToken"], body["messages"][0]["text"]) == ("rt", "簿記")


def test_a_receipt_that_cannot_be_read_is_still_a_receipt(line):
    line.answers, line.receipt = [200], []
    line.client.reply("rt", [MESSAGE])
    assert len(line.received) == 1


@pytest.mark.parametrize("fault", [500, 503, 429, "hang"])
def test_what_may_pass_is_tried_again(line, fault):
    line.answers = [fault, 200]
    line.client.reply("rt", [MESSAGE])
    assert len(line.received) == 2


@pytest.mark.parametrize("status", [400, 401, 403])
def test_what_would_be_refused_again_is_not_repeated(line, status):
    line.answers = [status]
    with pytest.raises(ReplyRefused) as error:
        line.client.reply("rt", [MESSAGE])
    assert error.value.status == status
    assert len(line.received) == 1


def test_a_line_that_stays_down_is_an_error_of_the_outside(line):
    line.answers = [500] * 10
    with pytest.raises(ReplyUnsent):
        line.client.reply("rt", [MESSAGE])
    assert len(line.received) == 4


def test_an_unreachable_line_is_an_error_of_the_outside(monkeypatch):
    monkeypatch.setattr(client_module, "RETRIES", Retry(0))
    with pytest.raises(ReplyUnsent):
        LineClient(access_token="t", base_url="http://127.0.0.1:9").reply("rt", [MESSAGE])
