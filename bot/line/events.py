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
DEEPEST = 50  # levels of nesting in an event; LINE's have five
LONGEST_EVENT_ID = 64  # characters; LINE's are ULIDs of 26
LARGEST_WHOLE = 2**63 - 1  # what a database's whole number holds
MOST_DIGITS = 20  # of it, the sign included
LONGEST_NAME = 100  # UTF-16 units of a mention, the @ included
SILENT = frozenset({EventKind.OTHER, EventKind.UNSEND, EventKind.UNFOLLOW, EventKind.LEAVE})


def webhook_events(body: bytes) -> list[dict[str, Any]]:
    """Return the raw events of a webhook body; raises ValueError when it is not JSON."""
    payload = json.loads(body, parse_int=_whole_number)
    listed = payload.get("events") if isinstance(payload, dict) else None
    events = listed if isinstance(listed, list) else []
    return [event for event in events if isinstance(event, dict) and _is_shallow(event)]


def read_event(raw: Mapping[str, Any]) -> Event | None:
    """Read one raw event, or return None when it lacks an identity or a source."""
    source = _object(raw, "source")
    user_id = _text(source, "userId")
    group_id = _text(source, "groupId") or _text(source, "roomId")
    event_id = _text(raw, "webhookEventId")
    if not 0 < len(event_id) <= LONGEST_EVENT_ID or not (group_id or user_id):
        return None
    message, postback, kind = _object(raw, "message"), _object(raw, "postback"), _kind(raw)
    return Event(
        event_id=event_id,
        kind=kind,
        chat_id=group_id or user_id,
        user_id=user_id,
        timestamp_ms=_whole(raw, "timestamp"),
        reply_token=_text(raw, "replyToken"),
        text=_without_our_name(message),
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
    return bool(_mentions_of_us(_object(raw, "message")))


def _mentions_of_us(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    mentionees = _object(message, "mention").get("mentionees")
    some = mentionees if isinstance(mentionees, list) else []
    return [one for one in some if isinstance(one, dict) and one.get("isSelf") is True]


def _without_our_name(message: Mapping[str, Any]) -> str:
    """Return the text without the mentions of us; their places are in UTF-16 units."""
    units = _text(message, "text").encode("utf-16-le", "surrogatepass")
    if len(units) == 0:
        return ""
    spans = [(_whole(one, "index"), _whole(one, "length")) for one in _mentions_of_us(message)]
    for start, length in sorted(spans, reverse=True):
        if start >= 0 and 0 < length <= LONGEST_NAME:
            units = units[: 2 * start] + units[2 * (start + length) :]
    text = units.decode("utf-16-le", "replace")
    return text.strip() if spans else text


def _place(message: Mapping[str, Any]) -> Place | None:
    latitude, longitude = message.get("latitude"), message.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - degrees; nor a NaN
        return None
    return Place(latitude=float(latitude), longitude=float(longitude))


def _whole_number(digits: str) -> int:
    """Read a whole number; one too long to be held, which Python refuses to read, is 0."""
    return int(digits) if len(digits) <= MOST_DIGITS else 0


def _is_shallow(part: object, deepest: int = DEEPEST) -> bool:
    """Tell whether a store can write and read the event again, whatever else is on the stack."""
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    nested = [one for one in parts if isinstance(one, dict | list)]
    return not nested or (deepest > 0 and all(_is_shallow(one, deepest - 1) for one in nested))


def _object(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def _text(raw: Mapping[str, Any], key: str) -> str:
    """Return a text that every store can hold: without NUL, without halves of surrogate pairs."""
    value = raw.get(key)
    units = value.encode("utf-16-le", "surrogatepass") if isinstance(value, str) else b""
    return units.decode("utf-16-le", "replace").replace("\x00", "")


def _whole(raw: Mapping[str, Any], key: str) -> int:
    value = raw.get(key)
    return value if isinstance(value, int) and abs(value) <= LARGEST_WHOLE else 0
