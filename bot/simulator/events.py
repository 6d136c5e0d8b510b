"""Webhook events, built exactly as LINE builds them.

Pure: times, ids and tokens come from outside, JSON comes out. Source: "Webhook event objects" in
LINE's Messaging API reference; `validation/description/webhook.yml` is the machine-readable part.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.simulator.identifiers import new_message_id, new_token, new_ulid
from bot.simulator.wire import JsonObject, to_bytes

STICKER_WORDS: Mapping[str, str] = {"52002734": "OK", "51626494": "笑顔", "52114110": "ありがとう"}
"""A few sticker ids of LINE's sendable list and what they express, as `keywords` would say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookEvent:
    """One event as delivered to the bot."""

    user_id: str
    event_id: str
    at_ms: int
    kind: str
    detail: JsonObject
    reply_token: str = ""
    is_redelivery: bool = False

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
            "source": {"type": "user", "userId": self.user_id},
            **token,
            "mode": "active",
        }


def new_event(
    kind: str, detail: JsonObject, *, user_id: str, at_ms: int, reply_token: str = ""
) -> WebhookEvent:
    """Make an event of that kind under a fresh `webhookEventId`."""
    return WebhookEvent(
        user_id=user_id,
        event_id=new_ulid(at_ms),
        at_ms=at_ms,
        kind=kind,
        detail=detail,
        reply_token=reply_token,
    )


def webhook_body(destination: str, events: Iterable[WebhookEvent]) -> bytes:
    """Write the raw bytes of one webhook request, which are what gets signed."""
    return to_bytes({"destination": destination, "events": [event.body() for event in events]})


def text_content(text: str) -> JsonObject:
    """Make a text message as the person sent it."""
    return {**_content("text"), "quoteToken": new_token(), "text": text}


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
