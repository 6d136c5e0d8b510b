"""Webhook events, built exactly as LINE builds them.

Pure: times, ids and tokens come from outside, JSON comes out. Source: "Webhook event objects" in
LINE's Messaging API reference; `validation/description/webhook.yml` is the machine-readable part.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from bot.simulator.identifiers import new_message_id, new_token
from bot.simulator.wire import JsonObject, to_bytes, utf16_units

STICKER_WORDS: Mapping[str, str] = {"52002734": "OK", "51626494": "笑顔", "52114110": "ありがとう"}
"""A few sticker ids of LINE's sendable list and what they express, as `keywords` would say."""


class Mode(Enum):
    """Whether the channel may act on an event; the values are LINE's."""

    ACTIVE = "active"
    STANDBY = "standby"  # another channel has the floor: send nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookEvent:
    """One event as delivered to the bot; `chat_id` names the person or group it comes from."""

    chat_id: str
    event_id: str
    at_ms: int
    kind: str
    detail: JsonObject
    source: JsonObject = field(default_factory=dict)
    mode: Mode = Mode.ACTIVE
    reply_token: str = ""
    is_redelivery: bool = False

    @property
    def is_answerable(self) -> bool:
        """Whether LINE would take an answer to it."""
        return bool(self.reply_token) and self.mode is Mode.ACTIVE

    @property
    def message_id(self) -> str:
        """The id of the message the event carries; empty for other events."""
        message: JsonObject = self.detail.get("message", {})
        return str(message.get("id", ""))

    def redelivered(self) -> "WebhookEvent":
        """Return the same event, marked as a repeat."""
        return replace(self, is_redelivery=True)

    def body(self) -> JsonObject:
        """Return the event object of the webhook."""
        token = {"replyToken": self.reply_token} if self.reply_token else {}
        return {
            "type": self.kind,
            **self.detail,
            "webhookEventId": self.event_id,
            "deliveryContext": {"isRedelivery": self.is_redelivery},
            "timestamp": self.at_ms,
            "source": self.source,
            **token,
            "mode": self.mode.value,
        }


def webhook_body(destination: str, events: Iterable[WebhookEvent]) -> bytes:
    """Write the raw bytes of one webhook request, which are what gets signed."""
    return to_bytes({"destination": destination, "events": [event.body() for event in events]})


def text_content(text: str, mention: JsonObject | None = None) -> JsonObject:
    """Make a text message as the person sent it."""
    said = {**_content("text"), "quoteToken": new_token(), "text": text}
    return {**said, "mention": mention} if mention else said


def mention_of(user_id: str, name: str, text: str) -> JsonObject | None:
    """Return the mention object when the text calls the bot by `@name`; places in UTF-16 units."""
    before, called, _after = text.partition(f"@{name}")
    if not called:
        return None
    place = {"index": utf16_units(before), "length": utf16_units(called)}
    return {"mentionees": [{**place, "type": "user", "userId": user_id, "isSelf": True}]}


def sticker_content(package_id: str, sticker_id: str) -> JsonObject:
    """Make a sticker message as the person sent it."""
    word = STICKER_WORDS.get(sticker_id)
    return {
        **_content("sticker"),
        "quoteToken": new_token(),
        "packageId": package_id,
        "stickerId": sticker_id,
        "stickerResourceType": "STATIC",
        **({"keywords": [word]} if word else {}),
    }


def image_content() -> JsonObject:
    """Make an image message; the image itself stays with LINE."""
    provider = {"type": "line"}
    return {**_content("image"), "quoteToken": new_token(), "contentProvider": provider}


def voice_content(duration_ms: int) -> JsonObject:
    """Make a voice message; the sound itself stays with LINE."""
    return {**_content("audio"), "duration": duration_ms, "contentProvider": {"type": "line"}}


def location_content(*, title: str, address: str, latitude: float, longitude: float) -> JsonObject:
    """Make a location message; coordinates in degrees."""
    return {
        **_content("location"),
        "title": title,
        "address": address,
        "latitude": latitude,
        "longitude": longitude,
    }


def _content(kind: str) -> JsonObject:
    return {"id": new_message_id(), "type": kind, "markAsReadToken": new_token()}
