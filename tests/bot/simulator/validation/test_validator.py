"""The schema passes what the SDK builds and refuses what LINE refuses."""

import time

import pytest
from linebot.v3 import messaging

from bot.simulator.limits.table import LIMITS
from bot.simulator.validation.schema import MESSAGING_API, load_description, strict_schema
from bot.simulator.validation.validator import DescriptionValidator, messaging_api


def problems(*messages):
    body = {"replyToken": "t", "messages": list(messages)}
    return messaging_api().problems("ReplyMessageRequest", body)


def flex(contents):
    return {"type": "flex", "altText": "講座", "contents": contents}


def bubble(*contents):
    return {
        "type": "bubble",
        "body": {"type": "box", "layout": "vertical", "contents": list(contents)},
    }


TEXT = {"type": "text", "text": "こんにちは"}


def test_what_the_sdk_builds_as_text_passes():
    built = messaging.ReplyMessageRequest(
        replyToken="t", messages=[messaging.TextMessage(text="こんにちは")]
    ).to_dict()
    assert messaging_api().problems("ReplyMessageRequest", built) == ()


def test_what_the_sdk_builds_as_carousel_with_quick_replies_passes():
    card = messaging.FlexBubble(
        size="kilo",
        body=messaging.FlexBox(
            layout="vertical",
            paddingAll="lg",
            contents=[
                messaging.FlexText(text="簿記入門", weight="bold", wrap=True),
                messaging.FlexSeparator(margin="md"),
                messaging.FlexButton(
                    style="primary", action=messaging.URIAction(label="詳しく", uri="https://a.jp/")
                ),
            ],
        ),
    )
    reply = messaging.QuickReplyItem(action=messaging.MessageAction(label="夜間", text="夜間だけ"))
    message = messaging.FlexMessage(
        altText="2件",
        contents=messaging.FlexCarousel(contents=[card, card]),
        quickReply=messaging.QuickReply(items=[reply]),
    )
    built = messaging.PushMessageRequest(to="U" + "0" * 32, messages=[message]).to_dict()
    assert messaging_api().problems("PushMessageRequest", built) == ()


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ({"type": "text"}, "messages[0].text"),
        ({"type": "text", "text": ""}, "messages[0].text"),
        ({"type": "text", "text": None}, "messages[0].text"),
        ({"type": "nonsense"}, "messages[0].type"),
        ({"text": "型なし"}, "messages[0].type"),
        ({**TEXT, "txet": "x"}, "messages[0].txet"),
        ("text", "messages[0]"),
        (flex({"type": "bubble", "body": {"type": "box", "contents": []}}),
         "messages[0].contents.body.layout"),
        (flex(bubble({"type": "text", "text": "a", "wrpa": True})),
         "messages[0].contents.body.contents[0].wrpa"),
        (flex(bubble({"type": "text", "text": ""})), "messages[0].contents.body.contents[0].text"),
        (flex(bubble({"type": "text"})), "messages[0].contents.body.contents[0]"),
        (flex(bubble({"type": "button", "action": {"type": "uri", "label": "x"}})),
         "messages[0].contents.body.contents[0].action.uri"),
        (flex({"type": "bubble", "body": {"type": "text", "text": "x"}}),
         "messages[0].contents.body.layout"),
    ],
)  # fmt: skip
def test_what_line_refuses_is_refused_at_its_place(message, place):
    assert place in {problem.property for problem in problems(message)}


def test_every_limit_names_a_schema_and_properties_that_exist():
    definitions = strict_schema(load_description(MESSAGING_API), {})["$defs"]
    named = {(name, prop) for name, limit in LIMITS.items() for prop in limit.properties}
    known = {(name, prop) for name in LIMITS for prop in definitions[name].get("properties", {})}
    assert set() == named - known


def test_compiling_the_description_takes_less_than_a_second_and_a_half():
    started = time.monotonic()
    DescriptionValidator(MESSAGING_API, LIMITS)
    assert time.monotonic() - started < 1.5
