"""Limits: the last look at what is about to be sent. What breaks a limit becomes smaller words.

Messages are trimmed when they are made; this catches what was overlooked, at a few microseconds a
message. Numbers are LINE's (Messaging API reference).
"""

from typing import Any

import orjson

from bot.line.messages import LONGEST_ALT_TEXT, LONGEST_TEXT, MOST_BUBBLES, MOST_QUICK_REPLIES
from bot.line.text_length import trimmed

MOST_MESSAGES = 5
LARGEST_BUBBLE, LARGEST_CAROUSEL = 30_000, 50_000  # bytes of JSON

LineMessage = dict[str, Any]  # a message as the Messaging API takes it


def within_limits(messages: tuple[LineMessage, ...]) -> tuple[LineMessage, ...]:
    """Return messages that LINE takes: at most five, the last ones where there are more."""
    fitting = (_within_limits(message) for message in messages[-MOST_MESSAGES:])
    return tuple(message for message in fitting if message)


def _within_limits(message: LineMessage) -> LineMessage | None:
    quick_replies = message.get("quickReply", {}).get("items", [])
    if len(quick_replies) > MOST_QUICK_REPLIES:
        message = message | {"quickReply": {"items": quick_replies[:MOST_QUICK_REPLIES]}}
    if message["type"] == "flex" and not _fits(message["contents"]):
        words = {"type": "text", "text": message["altText"]}
        message = words | {key: message[key] for key in ("quickReply",) if key in message}
    for key, limit in (("text", LONGEST_TEXT), ("altText", LONGEST_ALT_TEXT)):
        if key in message:
            message = message | {key: trimmed(message[key], limit)}
    is_empty = message["type"] == "text" and not message["text"].strip()
    return None if is_empty else message


def _fits(contents: LineMessage) -> bool:
    bubbles = contents["contents"] if contents["type"] == "carousel" else [contents]
    sizes = [len(orjson.dumps(bubble)) for bubble in bubbles]
    return (
        1 <= len(bubbles) <= MOST_BUBBLES
        and max(sizes) <= LARGEST_BUBBLE
        and sum(sizes) <= LARGEST_CAROUSEL
    )
