"""Webhooks can travel badly: late, twice, again, in standby."""

import json
from dataclasses import replace

import pytest

from bot.simulator.manner import InvalidMannerError, Manner

HELLO = {"type": "text", "text": "こんにちは"}


@pytest.fixture
def person(platform):
    return platform.new_person()


@pytest.fixture
def reply(call):
    return lambda event: call(
        "POST message/reply", {"replyToken": event.reply_token, "messages": [HELLO]}
    )


def test_a_standby_event_says_so_and_its_token_is_good_for_nothing(platform, bot, person, reply):
    platform.traffic.manner = Manner(standby=True)
    event = platform.say(person, "簿記")
    assert bot.events[-1]["mode"] == "standby"
    assert reply(event).status == 400


def test_a_double_is_the_same_webhook_and_does_not_say_so(platform, bot, person):
    platform.traffic.manner = Manner(duplicates=1.0)
    platform.say(person, "簿記")
    (first, _), (second, _) = bot.requests
    assert first == second
    assert json.loads(second)["events"][0]["deliveryContext"] == {"isRedelivery": False}


def test_a_delayed_event_keeps_its_time_and_has_its_whole_minute(
    platform, bot, clock, naps, person, reply
):
    platform.traffic.manner = Manner(delay_s=90)
    event = platform.say(person, "簿記")
    assert naps == [90]
    assert bot.events[-1]["timestamp"] == int((clock.now - 90) * 1000)
    clock.now += 60
    assert reply(event).status == 200


def test_what_the_bot_did_not_take_can_be_delivered_again(platform, bot, person):
    bot.status = 503
    event = platform.say(person, "簿記")
    assert platform.redeliver_failed() == 0
    bot.status = 200
    assert platform.redeliver_failed() == 1
    assert platform.redeliver_failed() == 0
    last = bot.events[-1]
    assert last["webhookEventId"] == event.event_id
    assert last["deliveryContext"] == {"isRedelivery": True}


def test_redelivery_goes_on_by_itself_until_the_bot_takes_it(
    platform, bot, naps, person, eventually
):
    platform.traffic.manner = Manner(redelivers=True)
    bot.status = 503
    naps.then(lambda: setattr(bot, "status", 200 if len(naps) >= 3 else 503))
    platform.say(person, "簿記")
    assert eventually(lambda: not platform.traffic.failed)
    assert len(bot.requests) == 4
    assert list(naps) == [1, 2, 4]


def test_an_event_of_a_new_type_carries_what_it_is_given(platform, bot, person, reply):
    event = platform.send_unknown(person, "brandNew", {"brandNew": {"x": [1]}})
    assert bot.events[-1]["type"] == "brandNew"
    assert bot.events[-1]["brandNew"] == {"x": [1]}
    assert reply(event).status == 200


@pytest.mark.parametrize("wrong", [{"duplicates": 2.0}, {"duplicates": -1.0}, {"delay_s": -1.0}])
def test_a_manner_that_cannot_be_is_refused(wrong):
    with pytest.raises(InvalidMannerError):
        replace(Manner(), **wrong)
