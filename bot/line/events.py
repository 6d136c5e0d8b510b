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
    OTHER_MESSAGE = "other_message"  # sticker, image, voice, location …
    POSTBACK = "postback"
    FOLLOW = "follow"
    JOIN = "join"
    UNSEND = "unsend"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One webhook event; `chat_id` is the user, group or room it came from."""

    event_id: str
    kind: EventKind
    chat_id: str
    timestamp_ms: int
    reply_token: str = ""
    text: str = ""
    data: str = ""
    message_id: str = ""
    is_answerable: bool = True


KINDS: Mapping[str, EventKind] = {
    "postback": EventKind.POSTBACK,
    "follow": EventKind.FOLLOW,
    "join": EventKind.JOIN,
    "unsend": EventKind.UNSEND,
}


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
    chat_id = _text(source, "groupId") or _text(source, "roomId") or _text(source, "userId")
    event_id = _text(raw, "webhookEventId")
    if not event_id or not chat_id:
        return None
    message, kind = _object(raw, "message"), _kind(raw)
    return Event(
        event_id=event_id,
        kind=kind,
        chat_id=chat_id,
        timestamp_ms=_whole(raw, "timestamp"),
        reply_token=_text(raw, "replyToken"),
        text=_text(message, "text"),
        data=_text(_object(raw, "postback"), "data"),
        message_id=_text(message, "id") or _text(_object(raw, "unsend"), "messageId"),
        is_answerable=_is_answerable(raw, source, kind),
    )


def _kind(raw: Mapping[str, Any]) -> EventKind:
    if raw.get("type") == "message":
        is_text = _object(raw, "message").get("type") == "text"
        return EventKind.TEXT if is_text else EventKind.OTHER_MESSAGE
    return KINDS.get(_text(raw, "type"), EventKind.OTHER)


def _is_answerable(raw: Mapping[str, Any], source: Mapping[str, Any], kind: EventKind) -> bool:
    """Tell whether we may speak: not in standby; in groups only to a mention, a tap or a join."""
    if raw.get("mode", "active") != "active" or kind is EventKind.OTHER:
        return False
    if source.get("type") == "user":
        return True
    return kind in {EventKind.POSTBACK, EventKind.JOIN} or _mentions_us(raw)


def _mentions_us(raw: Mapping[str, Any]) -> bool:
    mentionees = _object(_object(raw, "message"), "mention").get("mentionees")
    if not isinstance(mentionees, list):
        return False
    return any(isinstance(one, dict) and one.get("isSelf") is True for one in mentionees)


def _object(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _whole(raw: Mapping[str, Any], key: str) -> int:
    value = raw.get(key)
    return value if isinstance(value, int) else 0
