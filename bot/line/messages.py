"""Messages we send: our own value objects, and their form in the Messaging API.

Limits are LINE's (Messaging API reference); what is too long is trimmed when a message is made, so
that a message that exists can be sent.
"""

from dataclasses import dataclass
from typing import Any

from bot.line.text_length import trimmed

LONGEST_TEXT = 5_000
LONGEST_ALT_TEXT = 1_500
LONGEST_QUICK_REPLY_LABEL = 20
LONGEST_ACTION_TEXT = 300
MOST_QUICK_REPLIES = 13
MOST_BUBBLES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickReply:
    """A button over the keyboard: sends `text` as the person's own, or `data` as a postback."""

    label: str
    text: str
    data: str | None = None

    def to_line(self) -> dict[str, Any]:
        """Return the quick reply item."""
        label = trimmed(self.label, LONGEST_QUICK_REPLY_LABEL)
        shown = trimmed(self.text, LONGEST_ACTION_TEXT)
        if self.data is None:
            action = {"type": "message", "label": label, "text": shown}
        else:
            action = {"type": "postback", "label": label, "data": self.data, "displayText": shown}
        return {"type": "action", "action": action}


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationReply:
    """A button over the keyboard that asks where the person is."""

    label: str

    def to_line(self) -> dict[str, Any]:
        """Return the quick reply item."""
        label = trimmed(self.label, LONGEST_QUICK_REPLY_LABEL)
        return {"type": "action", "action": {"type": "location", "label": label}}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReply:
    """A button over the keyboard that opens a calendar; the day comes with `data`."""

    label: str
    data: str

    def to_line(self) -> dict[str, Any]:
        """Return the quick reply item."""
        label = trimmed(self.label, LONGEST_QUICK_REPLY_LABEL)
        action = {"type": "datetimepicker", "label": label, "data": self.data, "mode": "date"}
        return {"type": "action", "action": action}


AnyQuickReply = QuickReply | LocationReply | DateReply


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMessage:
    """Plain words."""

    text: str
    quick_replies: tuple[AnyQuickReply, ...] = ()

    def to_line(self) -> dict[str, Any]:
        """Return the text message."""
        message = {"type": "text", "text": trimmed(self.text, LONGEST_TEXT)}
        return message | _quick_reply(self.quick_replies)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarouselMessage:
    """Cards side by side, with words for devices and readers that cannot show them."""

    alt_text: str
    bubbles: tuple[dict[str, Any], ...]
    quick_replies: tuple[AnyQuickReply, ...] = ()

    def to_line(self) -> dict[str, Any]:
        """Return the Flex message."""
        message = {
            "type": "flex",
            "altText": trimmed(self.alt_text, LONGEST_ALT_TEXT),
            "contents": {"type": "carousel", "contents": list(self.bubbles[:MOST_BUBBLES])},
        }
        return message | _quick_reply(self.quick_replies)


Message = TextMessage | CarouselMessage


def _quick_reply(quick_replies: tuple[AnyQuickReply, ...]) -> dict[str, Any]:
    items = [reply.to_line() for reply in quick_replies[:MOST_QUICK_REPLIES]]
    return {"quickReply": {"items": items}} if items else {}
