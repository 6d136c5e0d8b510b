"""Webhooks are signed and shaped as LINE's are."""

import base64
import hashlib
import hmac
import json

import pytest

from bot.simulator.identifiers import new_ulid
from bot.simulator.validation.validator import webhook


def last_body(bot):
    return json.loads(bot.requests[-1][0])


ACTS = {
    "follow": lambda line, person: line.follow(person),
    "unfollow": lambda line, person: line.unfollow(person),
    "text": lambda line, person: line.say(person, "土日で介護の資格、天童あたり 🍎"),
    "sticker": lambda line, person: line.send_sticker(person, "11537", "52002734"),
    "image": lambda line, person: line.send_image(person),
    "voice": lambda line, person: line.send_voice(person),
    "group": lambda line, _person: line.say(line.new_group(), "@まなびコンパス 簿記"),
    "join": lambda line, _person: line.new_group(),
    "leave": lambda line, _person: line.unfollow(line.new_group()),
    "switched menu": lambda line, person: line.switch_menu(person, "gone", "d"),
    "location": lambda line, person: line.send_location(
        person, title="天童市", address="山形県天童市", latitude=38.36, longitude=140.38
    ),
    "postback": lambda line, person: line.postback(person, "more", display_text="もっと"),
    "picked date": lambda line, person: line.postback(person, "d", params={"date": "2026-12-01"}),
    "unsend": lambda line, person: line.unsend(person, line.say(person, "まちがい").message_id),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_every_webhook_is_valid_by_lines_own_description(platform, bot, act):
    act(platform, platform.new_person())
    assert webhook().problems("CallbackRequest", last_body(bot)) == ()


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_the_signature_is_the_hmac_of_the_raw_bytes(platform, bot, act):
    act(platform, platform.new_person())
    body, headers = bot.requests[-1]
    digest = hmac.new(b"channel-secret", body, hashlib.sha256).digest()
    assert base64.b64encode(digest).decode() == headers["x-line-signature"]


def test_a_message_event_carries_what_line_sends(platform, bot, clock):
    person = platform.new_person()
    platform.say(person, "こんにちは")
    (event,) = bot.events
    assert event["timestamp"] == int(clock.now * 1000)
    assert event["mode"] == "active"
    assert event["source"] == {"type": "user", "userId": person}
    assert event["deliveryContext"] == {"isRedelivery": False}
    assert event["message"]["text"] == "こんにちは"
    assert {"id", "quoteToken", "markAsReadToken"} < event["message"].keys()
    assert event["replyToken"]


def test_following_again_after_blocking_says_unblocked(platform, bot):
    person = platform.new_person()
    platform.follow(person)
    platform.unfollow(person)
    platform.follow(person)
    follows = [event["follow"]["isUnblocked"] for event in bot.events if event["type"] == "follow"]
    assert follows == [False, True]


def test_unfollow_and_unsend_cannot_be_answered(platform, bot):
    person = platform.new_person()
    message_id = platform.say(person, "まちがい").message_id
    platform.unsend(person, message_id)
    platform.unfollow(person)
    assert all("replyToken" not in event for event in bot.events[1:])


def test_a_redelivered_event_keeps_its_id_and_says_so(platform, bot):
    event = platform.say(platform.new_person(), "こんにちは")
    platform.redeliver(event)
    first, second = bot.events
    assert first["webhookEventId"] == second["webhookEventId"]
    assert second["deliveryContext"] == {"isRedelivery": True}
    assert {**first, "deliveryContext": None} == {**second, "deliveryContext": None}


def test_one_webhook_can_carry_events_of_several_people(platform, bot):
    one, other = platform.new_person(), platform.new_person()
    platform.say_together((one, "簿記"), (other, "介護"))
    assert len(bot.requests) == 1
    assert [event["source"]["userId"] for event in bot.events] == [one, other]


def test_the_connectivity_check_has_no_events(platform, bot):
    platform.check_webhook()
    assert last_body(bot)["events"] == []


def test_ulids_are_unique_and_sort_by_time():
    ulids = [new_ulid(at_ms) for at_ms in (1, 2, 1_795_420_000_000)]
    assert ulids == sorted(ulids)
    assert len({new_ulid(1) for _ in range(100)}) == 100
    assert all(len(ulid) == 26 for ulid in ulids)
