"""Whatever is put into a message, it is valid for LINE."""

import pytest

from bot.line.messages import QuickReply, TextMessage
from bot.simulator.validation.validator import messaging_api


def problems(*messages):
    body = {"replyToken": "t", "messages": [message.to_line() for message in messages]}
    return messaging_api().problems("ReplyMessageRequest", body)


@pytest.mark.parametrize("data", [None, "x"])
def test_quick_replies_are_cut_to_what_line_accepts(data):
    reply = QuickReply(
        label="とても長い名前のボタンなので二十字をこえています", text="長" * 400, data=data
    )
    assert problems(TextMessage(text="簿記", quick_replies=(reply,) * 20)) == ()


def test_a_text_longer_than_line_takes_is_cut():
    assert problems(TextMessage(text="簿記。" * 4_000)) == ()
