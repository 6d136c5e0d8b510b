"""Each documented limit holds exactly: the edge passes, one over is refused."""

import json

import pytest

from bot.simulator.validation.validator import messaging_api

EMOJI = "🍎"  # one character, two UTF-16 units
PERSON = "U" + "0" * 32


def refused(*messages):
    body = {"replyToken": "t", "messages": list(messages)}
    return bool(messaging_api().problems("ReplyMessageRequest", body))


def text(value, **more):
    return {"type": "text", "text": value, **more}


def flex(contents, alt="講座"):
    return {"type": "flex", "altText": alt, "contents": contents}


def bubble(*contents, **more):
    body = {"type": "box", "layout": "vertical", "contents": list(contents)}
    return {"type": "bubble", "body": body, **more}


def carousel(*bubbles):
    return flex({"type": "carousel", "contents": list(bubbles)})


def message_action(label="見る", value="見る"):
    return {"type": "message", "label": label, "text": value}


def postback(data="d", **more):
    return {"type": "postback", "label": "押す", "data": data, **more}


def uri(address):
    return {"type": "uri", "label": "開く", "uri": address}


def button(action):
    return flex(bubble({"type": "button", "action": action}))


def quick(*actions):
    items = [{"type": "action", "action": action} for action in actions]
    return text("どれ", quickReply={"items": items})


def buttons(**more):
    template = {"type": "buttons", "text": "選ぶ", "actions": [message_action()], **more}
    return {"type": "template", "altText": "選ぶ", "template": template}


def confirm(*actions):
    template = {"type": "confirm", "text": "よいですか", "actions": list(actions)}
    return {"type": "template", "altText": "選ぶ", "template": template}


def column(**more):
    return {"text": "説明", "actions": [message_action()], **more}


def columns(*several):
    template = {"type": "carousel", "columns": list(several)}
    return {"type": "template", "altText": "選ぶ", "template": template}


def location(**more):
    place = {"title": "市役所", "address": "山形市", "latitude": 38.2, "longitude": 140.3}
    return {"type": "location", **place, **more}


def sized(contents, size):
    """The container padded with text until its JSON has that many bytes."""
    holder = contents["contents"] if contents["type"] == "carousel" else [contents]
    part = holder[0]["body"]["contents"][0]
    missing = size - len(json.dumps(contents, ensure_ascii=False, separators=(",", ":")).encode())
    return part.update(text=part["text"] + "x" * missing) or contents


def plain():
    return bubble({"type": "text", "text": "a"})


def wide():
    return {"type": "carousel", "contents": [plain(), sized(plain(), 30_000)]}


def image(address):
    return flex(bubble({"type": "image", "url": address}))


def picker(**more):
    return quick({"type": "datetimepicker", "label": "日", "data": "d", "mode": "date", **more})


LIMITS = {
    "text, UTF-16 units": (text(EMOJI * 2500), text(EMOJI * 2500 + "a")),
    "alternative text": (flex(plain(), "a" * 1500), flex(plain(), "a" * 1501)),
    "messages": ([text("a")] * 5, [text("a")] * 6),
    "at least one message": ([text("a")], []),
    "bubbles": (carousel(*[plain()] * 12), carousel(*[plain()] * 13)),
    "bubbles of one size": (
        carousel(plain(), bubble({"type": "text", "text": "a"}, size="mega")),
        carousel(plain(), bubble({"type": "text", "text": "a"}, size="kilo")),
    ),
    "bytes of a bubble": (flex(sized(plain(), 30_000)), flex(sized(plain(), 30_001))),
    "bytes of a carousel": (flex(sized(wide(), 50_000)), flex(sized(wide(), 50_001))),
    "quick replies": (quick(*[message_action()] * 13), quick(*[message_action()] * 14)),
    "at least one quick reply": (quick(message_action()), quick()),
    "quick reply label": (quick(message_action("あ" * 20)), quick(message_action("あ" * 21))),
    "quick reply needs a label": (
        quick(message_action()),
        quick({"type": "message", "text": "a"}),
    ),
    "template label": (
        buttons(actions=[message_action("あ" * 20)]),
        buttons(actions=[message_action("あ" * 21)]),
    ),
    "Flex button label": (button(message_action("あ" * 40)), button(message_action("あ" * 41))),
    "postback data, UTF-16 units": (
        button(postback(EMOJI * 150)),
        button(postback(EMOJI * 150 + "a")),
    ),
    "display text": (
        button(postback(displayText="あ" * 300)),
        button(postback(displayText="あ" * 301)),
    ),
    "display text or text": (
        button(postback(displayText="a")),
        button(postback(displayText="a", text="a")),
    ),
    "message action text": (
        button(message_action(value="あ" * 300)),
        button(message_action(value="あ" * 301)),
    ),
    "address": (
        button(uri("https://a.jp/" + "a" * 987)),
        button(uri("https://a.jp/" + "a" * 988)),
    ),
    "address scheme": (button(uri("tel:0236000000")), button(uri("javascript:alert(1)"))),
    "pictures come by https": (image("https://a.jp/a.png"), image("http://a.jp/a.png")),
    "picture ratio": (
        flex(bubble({"type": "image", "url": "https://a.jp/a", "aspectRatio": "20:13"})),
        flex(bubble({"type": "image", "url": "https://a.jp/a", "aspectRatio": "wide"})),
    ),
    "colour": (
        flex(bubble({"type": "text", "text": "a", "color": "#1F6F54"})),
        flex(bubble({"type": "text", "text": "a", "color": "green"})),
    ),
    "date without a time zone": (
        picker(mode="datetime", initial="2026-11-23t10:00"),
        picker(mode="datetime", initial="2026-11-23t10:00+09:00"),
    ),
    "date bounds in order": (
        picker(min="2026-11-01", initial="2026-11-02", max="2026-12-01"),
        picker(min="2026-11-01", initial="2026-10-31", max="2026-12-01"),
    ),
    "buttons": (
        buttons(actions=[message_action()] * 4),
        buttons(actions=[message_action()] * 5),
    ),
    "buttons text": (buttons(text="あ" * 160), buttons(text="あ" * 161)),
    "buttons text beside a title": (
        buttons(title="題", text="あ" * 60),
        buttons(title="題", text="あ" * 61),
    ),
    "template title": (buttons(title="あ" * 40), buttons(title="あ" * 41)),
    "confirm has exactly two": (
        confirm(message_action(), message_action()),
        confirm(message_action()),
    ),
    "columns": (columns(*[column()] * 10), columns(*[column()] * 11)),
    "column actions": (
        columns(column(actions=[message_action()] * 3)),
        columns(column(actions=[message_action()] * 4)),
    ),
    "columns with as many actions": (
        columns(column(), column()),
        columns(column(), column(actions=[message_action()] * 2)),
    ),
    "columns all with a title": (
        columns(column(), column()),
        columns(column(), column(title="題")),
    ),
    "location title": (location(title="あ" * 100), location(title="あ" * 101)),
    "location address": (location(address="あ" * 100), location(address="あ" * 101)),
    "location action in quick replies only": (
        quick({"type": "location", "label": "場所"}),
        button({"type": "location", "label": "場所"}),
    ),
    "icons in baseline boxes only": (
        flex({"type": "bubble", "body": {"type": "box", "layout": "baseline", "contents": [
            {"type": "icon", "url": "https://a.jp/a"}]}}),
        flex(bubble({"type": "icon", "url": "https://a.jp/a"})),
    ),
    "a bubble has a block": (flex(plain()), flex({"type": "bubble"})),
}  # fmt: skip


def as_list(messages):
    return messages if isinstance(messages, list) else [messages]


@pytest.mark.parametrize(("edge", "_over"), LIMITS.values(), ids=LIMITS.keys())
def test_the_edge_of_a_limit_passes(edge, _over):
    assert not refused(*as_list(edge))


@pytest.mark.parametrize(("_edge", "over"), LIMITS.values(), ids=LIMITS.keys())
def test_one_over_a_limit_is_refused(_edge, over):
    assert refused(*as_list(over))


@pytest.mark.parametrize("seconds", [5, 20, 60])
def test_loading_seconds_are_multiples_of_five(seconds):
    body = {"chatId": PERSON, "loadingSeconds": seconds}
    assert messaging_api().problems("ShowLoadingAnimationRequest", body) == ()


@pytest.mark.parametrize(
    "body",
    [
        {"chatId": PERSON, "loadingSeconds": 7},
        {"chatId": PERSON, "loadingSeconds": 0},
        {"chatId": PERSON, "loadingSeconds": 65},
        {"chatId": "C" + "0" * 32, "loadingSeconds": 5},
        {"loadingSeconds": 5},
    ],
)
def test_other_loading_requests_are_refused(body):
    assert messaging_api().problems("ShowLoadingAnimationRequest", body)
