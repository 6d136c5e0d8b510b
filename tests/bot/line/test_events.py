import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.line.events import EventKind, Place, read_event, webhook_events

USER = {"type": "user", "userId": "U1"}
GROUP = {"type": "group", "groupId": "C1", "userId": "U1"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def raw(**changes):
    text = {"type": "text", "id": "m1", "text": "簿記"}
    base = {"type": "message", "mode": "active", "webhookEventId": "E1", "timestamp": 5}
    return base | {"replyToken": "t", "source": USER, "message": text} | changes


def test_a_text_message_is_read():
    event = read_event(raw())
    assert (event.kind, event.chat_id, event.text) == (EventKind.TEXT, "U1", "簿記")
    assert (event.reply_token, event.timestamp_ms, event.message_id) == ("t", 5, "m1")
    assert event.is_answerable


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"message": {"type": "sticker", "id": "1"}}, EventKind.STICKER),
        ({"message": {"type": "image", "id": "1"}}, EventKind.IMAGE),
        ({"message": {"type": "audio", "id": "1"}}, EventKind.VOICE),
        ({"message": {"type": "video", "id": "1"}}, EventKind.OTHER_MESSAGE),
        ({"message": {"type": "location", "id": "1"}}, EventKind.LOCATION),
        ({"type": "messageEdited"}, EventKind.EDITED),
        ({"message": {"type": "hologram"}}, EventKind.OTHER_MESSAGE),
        ({"type": "follow"}, EventKind.FOLLOW),
        ({"type": "postback", "postback": {"data": "x"}}, EventKind.POSTBACK),
        ({"type": "unsend", "unsend": {"messageId": "m1"}}, EventKind.UNSEND),
        ({"type": "beacon"}, EventKind.OTHER),
        ({"type": "somethingNew", "nested": [1]}, EventKind.OTHER),
        ({"type": 7}, EventKind.OTHER),
    ],
)
def test_every_kind_is_told_apart_and_new_ones_are_other(changes, kind):
    assert read_event(raw(**changes)).kind is kind


@pytest.mark.parametrize(
    ("changes", "answerable"),
    [
        ({"mode": "standby"}, False),
        ({"mode": "somethingNew"}, False),
        ({"type": "beacon"}, False),
        ({"source": GROUP}, False),
        ({"source": GROUP, "type": "join"}, True),
        ({"source": GROUP, "type": "postback"}, True),
    ],
)
def test_we_speak_only_where_we_may(changes, answerable):
    assert read_event(raw(**changes)).is_answerable is answerable


@pytest.mark.parametrize(("is_self", "answerable"), [(True, True), (False, False)])
def test_in_a_group_only_a_mention_of_us_is_answered(is_self, answerable):
    mention = {"mentionees": [{"index": 0, "length": 3, "type": "user", "isSelf": is_self}]}
    message = {"type": "text", "id": "1", "text": "@まなび 簿記", "mention": mention}
    event = read_event(raw(source=GROUP, message=message))
    assert (event.is_answerable, event.chat_id) == (answerable, "C1")


def test_a_location_a_date_and_a_return_are_read():
    place = {"type": "location", "id": "1", "latitude": 38.2, "longitude": 140}
    assert read_event(raw(message=place)).place == Place(latitude=38.2, longitude=140.0)
    picked = {"data": "x", "params": {"date": "2026-12-01"}}
    assert read_event(raw(type="postback", postback=picked)).date == "2026-12-01"
    back = read_event(raw(type="follow", follow={"isUnblocked": True}))
    assert (back.kind, back.is_first_follow) == (EventKind.FOLLOW, False)


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("@まなび 簿記", [(0, 4)], "簿記"),
        ("簿記 @まなび", [(3, 4)], "簿記"),
        ("👩‍🌾 @まなび 簿記 @まなび は？", [(6, 4), (14, 4)], "👩‍🌾  簿記  は？"),
        ("@まなび", [(0, 4)], ""),
        ("簿記", [(90, 4)], "簿記"),
        ("簿記", [(-1, 4), (0, 0), (0, 10**9)], "簿記"),
        ("簿記", [("0", None)], "簿記"),
    ],
)
def test_our_own_name_is_not_part_of_what_was_said(text, spans, expected):
    mentionees = [{"index": start, "length": length, "isSelf": True} for start, length in spans]
    others = [{"index": 0, "length": 2, "isSelf": False}]
    message = {
        "type": "text",
        "id": "1",
        "text": text,
        "mention": {"mentionees": mentionees + others},
    }
    assert read_event(raw(source=GROUP, message=message)).text == expected


@given(st.dictionaries(st.sampled_from(sorted(raw())), JSON))
def test_no_content_of_an_event_can_break_reading_it(changes):
    read_event(raw() | changes)


@pytest.mark.parametrize(
    "body", [b"[]", b"{}", b'{"events": 3}', b"null", b'{"events": [1, null]}']
)
def test_a_body_without_events_holds_none(body):
    assert webhook_events(body) == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe"])
def test_a_body_that_is_no_json_is_a_value_error(body):
    with pytest.raises((json.JSONDecodeError, UnicodeDecodeError)):
        webhook_events(body)


def test_an_event_without_identity_or_source_is_dropped():
    assert read_event(raw(webhookEventId=None)) is None
    assert read_event(raw(source={})) is None


def test_one_bad_event_does_not_take_the_others_with_it():
    body = json.dumps({"events": [None, raw(), "x"]}).encode()
    assert [read_event(event).kind for event in webhook_events(body)] == [EventKind.TEXT]


def test_what_no_store_can_hold_is_made_holdable():
    event = read_event(raw(replyToken="a\x00b\ud800", timestamp=2**70))
    assert (event.reply_token, event.timestamp_ms) == ("ab\N{REPLACEMENT CHARACTER}", 0)
    assert read_event(raw(webhookEventId="E" * 65)) is None


@pytest.mark.parametrize("latitude", [float("nan"), float("inf"), 10**400, 91, "38"])
def test_a_place_that_is_not_on_earth_is_none(latitude):
    message = {"type": "location", "id": "1", "latitude": latitude, "longitude": 140.3}
    assert read_event(raw(message=message)).place is None


def test_an_event_nested_beyond_reason_does_not_take_the_others_with_it():
    deep = json.loads("[" * 500 + "]" * 500)
    body = json.dumps({"events": [raw(webhookEventId="E0", x=deep), raw()]}).encode()
    assert [event["webhookEventId"] for event in webhook_events(body)] == ["E1"]
