"""Webhook events, read defensively: what LINE adds tomorrow must not break today's events.

Every event is read by itself; one that cannot be read is dropped and the others are kept.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """What an event is to us; OTHER needs no answer."""

    TEXT = "text"
    EDITED = "edited"  # a text put right by its writer
    LOCATION = "location"
    STICKER = "sticker"
    IMAGE = "image"
    VOICE = "voice"
    OTHER_MESSAGE = "other_message"  # video, file, and what LINE adds tomorrow
    POSTBACK = "postback"
    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    JOIN = "join"
    LEAVE = "leave"
    UNSEND = "unsend"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a location message points, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One webhook event; `chat_id` is the group or room it came from, or the user.

    `user_id` is who wrote, empty where LINE does not say. `date` is what a date picker returned,
    as 2026-12-01. `is_first_follow` tells a new friend from one who unblocked us.
    """

    event_id: str
    kind: EventKind
    chat_id: str
    timestamp_ms: int
    user_id: str = ""
    reply_token: str = ""
    text: str = ""
    data: str = ""
    date: str = ""
    place: Place | None = None
    message_id: str = ""
    is_answerable: bool = True
    is_group: bool = False
    is_redelivery: bool = False
    is_first_follow: bool = True


KINDS: Mapping[str, EventKind] = {
    "postback": EventKind.POSTBACK,
    "follow": EventKind.FOLLOW,
    "unfollow": EventKind.UNFOLLOW,
    "join": EventKind.JOIN,
    "leave": EventKind.LEAVE,
    "unsend": EventKind.UNSEND,
    "messageEdited": EventKind.EDITED,
}
MESSAGE_KINDS: Mapping[str, EventKind] = {
    "text": EventKind.TEXT,
    "location": EventKind.LOCATION,
    "sticker": EventKind.STICKER,
    "image": EventKind.IMAGE,
    "audio": EventKind.VOICE,
}
WITHOUT_MENTION = frozenset({EventKind.POSTBACK, EventKind.JOIN})  # answered in groups as well
SILENT = frozenset({EventKind.OTHER, EventKind.UNSEND, EventKind.UNFOLLOW, EventKind.LEAVE})


def webhook_events(body: bytes) -> list[dict[str, Any]]:
    """Return the raw events of a webhook body; raises ValueError when it is not JSON."""
    payload = json.loads(body)
    events = payload.get("events") if isinstance(payload, dict) else None
    return (
        [event for event in events if isinstance(event, dict)] if isinstance(events, list) else []
    )


def read_event(raw: Mapping[str, Any]) -> Event | None:
    """Read one raw event, or return None when it lacks an identity or a source."""
    source = _object(raw, "source")
    user_id = _text(source, "userId")
    group_id = _text(source, "groupId") or _text(source, "roomId")
    event_id = _text(raw, "webhookEventId")
    if not event_id or not (group_id or user_id):
        return None
    message, postback, kind = _object(raw, "message"), _object(raw, "postback"), _kind(raw)
    return Event(
        event_id=event_id,
        kind=kind,
        chat_id=group_id or user_id,
        user_id=user_id,
        timestamp_ms=_whole(raw, "timestamp"),
        reply_token=_text(raw, "replyToken"),
        text=_text(message, "text"),
        data=_text(postback, "data"),
        date=_text(_object(postback, "params"), "date"),
        place=_place(message),
        message_id=_text(message, "id") or _text(_object(raw, "unsend"), "messageId"),
        is_answerable=_is_answerable(raw, source, kind),
        is_group=bool(group_id),
        is_redelivery=_object(raw, "deliveryContext").get("isRedelivery") is True,
        is_first_follow=_object(raw, "follow").get("isUnblocked") is not True,
    )


def _kind(raw: Mapping[str, Any]) -> EventKind:
    if raw.get("type") == "message":
        return MESSAGE_KINDS.get(_text(_object(raw, "message"), "type"), EventKind.OTHER_MESSAGE)
    return KINDS.get(_text(raw, "type"), EventKind.OTHER)


def _is_answerable(raw: Mapping[str, Any], source: Mapping[str, Any], kind: EventKind) -> bool:
    """Tell whether we may speak: not in standby; in groups only to a mention, a tap or a join."""
    if raw.get("mode", "active") != "active" or kind in SILENT:
        return False
    if source.get("type") == "user":
        return True
    return kind in WITHOUT_MENTION or _mentions_us(raw)


def _mentions_us(raw: Mapping[str, Any]) -> bool:
    mentionees = _object(_object(raw, "message"), "mention").get("mentionees")
    if not isinstance(mentionees, list):
        return False
    return any(isinstance(one, dict) and one.get("isSelf") is True for one in mentionees)


def _place(message: Mapping[str, Any]) -> Place | None:
    latitude, longitude = message.get("latitude"), message.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return None
    return Place(latitude=float(latitude), longitude=float(longitude))


def _object(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _whole(raw: Mapping[str, Any], key: str) -> int:
    value = raw.get(key)
    return value if isinstance(value, int) else 0
