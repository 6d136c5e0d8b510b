"""Webhooks gone wrong: sound events around mutated ones, and bodies that are hardly JSON.

Everything comes from a number: the same number makes the same webhook.
"""

import json
from copy import deepcopy
from dataclasses import dataclass
from random import Random

import pytest

USER = "U" + "a" * 32
SOURCES = (
    {"type": "user", "userId": "{chat}"},
    {"type": "group", "groupId": "{chat}", "userId": USER},
    {"type": "room", "roomId": "{chat}"},
)
MESSAGES = (
    {"type": "text", "text": "簿記を習いたい", "quoteToken": "q", "markAsReadToken": "m"},
    {"type": "text", "text": "@まなび 夜は？", "mention": {"mentionees": [
        {"type": "user", "index": 0, "length": 4, "userId": USER, "isSelf": True}]}},
    {"type": "sticker", "packageId": "1", "stickerId": "2", "keywords": ["OK"]},
    {"type": "image", "contentProvider": {"type": "line"}},
    {"type": "audio", "duration": 3000, "contentProvider": {"type": "line"}},
    {"type": "location", "title": "天童市", "latitude": 38.36, "longitude": 140.38},
)  # fmt: skip
DETAILS = (
    *({"type": "message", "message": message} for message in MESSAGES),
    {"type": "messageEdited", "message": MESSAGES[0]},
    {"type": "postback", "postback": {"data": '["more",5,""]', "params": {"date": "2026-12-01"}}},
    {"type": "follow", "follow": {"isUnblocked": False}},
    {"type": "unfollow"},
    {"type": "join"},
    {"type": "leave"},
    {"type": "unsend", "unsend": {"messageId": "taken back"}},
    {"type": "memberJoined", "joined": {"members": [{"type": "user", "userId": USER}]}},
    {"type": "beacon", "beacon": {"hwid": "d41d8cd98f", "type": "enter"}},
)
WRONG = (
    None, True, False, 0, -1, 0.5, 2**31, 2**63, 2**64, -(2**63) - 1, 10**400, 1e308,
    float("nan"), float("inf"), float("-inf"), "", " ", "\x00", "\ud800", "a\udfffb", "\u202e",
    "🍎" * 3000, "x" * 70_000, "';DROP TABLE inbox;--", [], {}, [[]], [None], {"": None},
    {"type": "user"}, ["text", 1], {"__proto__": {"x": 1}}, {"\ud83d": "\ude00"},
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A body to post. `kept` are the events that must be in the inbox afterwards.

    Only a body that `may_be_refused` may be answered otherwise than 200.
    """

    body: bytes
    kept: tuple[str, ...] = ()
    may_be_refused: bool = False
    is_signed: bool = True


def webhook(number):
    """Make the webhook of that number."""
    chance = Random(number)  # noqa: S311 - nothing secret
    sound = [event(chance, f"{number}-{place}") for place in range(chance.randint(1, 3))]
    wrong = [mutated(chance, event(chance, f"{number}-x{place}")) for place in range(3)]
    events = [*sound, *wrong[: chance.randint(0, 3)]]
    chance.shuffle(events)
    kept = tuple(one["webhookEventId"] for one in sound)
    whole = Webhook(body=encoded({"destination": USER, "events": events}), kept=kept)
    return BODIES[chance.choice(WEIGHTED)](chance, whole)


def event(chance, name):
    """Make a sound event under an id of its own."""
    detail = deepcopy(chance.choice(DETAILS))
    if "message" in detail:
        detail["message"]["id"] = name
    if "unsend" in detail:
        detail["unsend"]["messageId"] = f"taken back {name}"
    return {
        **detail,
        "webhookEventId": name,
        "mode": chance.choice(["active", "standby"]),
        "timestamp": chance.randint(0, 2**42),
        "deliveryContext": {"isRedelivery": chance.random() < 0.2},
        "replyToken": f"token-{name}",
        "source": source(chance, name),
    }


def source(chance, name):
    """Name a chat that takes part in one webhook only."""
    chat = f"chat-{name.partition('-')[0]}"
    return {key: text.format(chat=chat) for key, text in chance.choice(SOURCES).items()}


def mutated(chance, sound):
    """Change one to four things anywhere in an event, or put something else in its place."""
    if chance.random() < 0.05:
        return chance.choice(WRONG)
    for _ in range(chance.randint(1, 4)):
        holder, key = chance.choice(list(places(sound)))
        chance.choice(CHANGES)(chance, holder, key)
    return sound


def places(part):
    """List every (container, key) in a JSON value."""
    keys = part.keys() if isinstance(part, dict) else range(len(part))
    for key in tuple(keys):
        yield part, key
        if isinstance(part[key], dict | list):
            yield from places(part[key])
    if not keys:
        yield {"spare": None}, "spare"


def replaced(chance, holder, key):
    holder[key] = deepcopy(chance.choice(WRONG))


def removed(_chance, holder, key):
    del holder[key]


def wrapped(chance, holder, key):
    for _ in range(chance.choice([1, 2, 50, 200])):
        holder[key] = [holder[key]] if chance.random() < 0.5 else {"type": holder[key]}


def joined_by_something_new(chance, holder, key):
    if isinstance(holder, dict):
        holder[f"new-{chance.randint(0, 99)}"] = deepcopy(chance.choice(WRONG))
    else:
        holder.insert(key, deepcopy(chance.choice(WRONG)))


CHANGES = (replaced, replaced, removed, wrapped, joined_by_something_new)


def encoded(value):
    """Write JSON as Python does: NaN, lone surrogates and huge numbers included."""
    return json.dumps(value).encode()


def as_it_is(_chance, whole):
    return whole


def with_keys_twice(_chance, whole):
    body = whole.body.replace(b'"mode":', b'"mode": {}, "mode":').replace(
        b'"destination":', b'"events": 1, "destination":'
    )
    return Webhook(body=body, kept=whole.kept)


def with_an_endless_number(_chance, whole):
    body = whole.body[:-1] + b', "x": ' + b"9" * 5000 + b"}"
    return Webhook(body=body, kept=whole.kept)


def cut(chance, whole):
    return Webhook(body=whole.body[: chance.randrange(len(whole.body))], may_be_refused=True)


def flipped(chance, whole):
    body = bytearray(whole.body)
    for _ in range(chance.randint(1, 8)):
        body[chance.randrange(len(body))] = chance.randrange(256)
    return Webhook(body=bytes(body), may_be_refused=True)


def nested(chance, whole):
    depth = chance.choice([300, 900, 1000, 5000, 100_000])
    opened = chance.choice([b"[", b'{"a":'])
    return Webhook(body=b'{"events": ' + opened * depth + whole.body, may_be_refused=True)


def nested_and_closed(chance, whole):
    depth = chance.choice([300, 900, 990, 1000, 5000])
    deep = b"[" * depth + b"]" * depth
    return Webhook(body=whole.body[:-1] + b', "x": ' + deep + b"}", may_be_refused=True)


def deep_event(chance, _whole):
    depth = chance.randint(850, 1000)
    deep = '{"webhookEventId":"deep","source":{"userId":"u"},"x":' + "[" * depth + "]" * depth + "}"
    return Webhook(body=('{"events":[' + deep + "]}").encode(), may_be_refused=True)


def of_another_encoding(chance, whole):
    text = whole.body.decode()
    encoding = chance.choice(["utf-16", "utf-32", "utf-8-sig", "shift_jis"])
    return Webhook(body=text.encode(encoding, "replace"), may_be_refused=True)


def something_else(chance, _whole):
    return Webhook(body=encoded(chance.choice(WRONG)), may_be_refused=True)


def with_other_events(chance, _whole):
    body = {"destination": USER, "events": deepcopy(chance.choice(WRONG))}
    return Webhook(body=encoded(body))


def forged(_chance, whole):
    return Webhook(body=whole.body, is_signed=False, may_be_refused=True)


BODIES = {
    "whole": as_it_is,
    "keys twice": with_keys_twice,
    "endless number": with_an_endless_number,
    "cut": cut,
    "flipped": flipped,
    "nested": nested,
    "nested and closed": nested_and_closed,
    "deep event": deep_event,
    "encoding": of_another_encoding,
    "something else": something_else,
    "other events": with_other_events,
    "forged": forged,
}
WEIGHTED = ("whole",) * 20 + tuple(BODIES)


@pytest.fixture
def mutated_webhook():
    """Makes the webhook of a number."""
    return webhook
