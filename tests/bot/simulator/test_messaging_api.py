"""The API answers as LINE's does: once per token, once per retry key, and with reasons."""

import json
import uuid

import pytest

from bot.simulator.http_values import ApiRequest
from bot.simulator.platform import LinePlatform
from bot.simulator.validation.validator import messaging_api

HELLO = {"type": "text", "text": "こんにちは"}


@pytest.fixture
def person(platform):
    someone = platform.new_person()
    platform.follow(someone)
    return someone


@pytest.fixture
def token(person, bot):  # noqa: ARG001 - the person's follow brings the token
    return bot.events[-1]["replyToken"]


@pytest.fixture
def reply(call):
    return lambda token, *messages: call(
        "POST message/reply", {"replyToken": token, "messages": list(messages or (HELLO,))}
    )


@pytest.fixture
def push(call):
    return lambda to, **headers: call(
        "POST message/push", {"to": to, "messages": [HELLO]}, **headers
    )


def texts(platform, person):
    return [entry.text for entry in platform.timeline(person) if entry.author.value == "bot"]


def test_a_reply_reaches_the_person_whose_event_it_answers(platform, person, token, reply):
    assert reply(token).status == 200
    assert texts(platform, person) == ["こんにちは"]


def test_a_reply_token_works_once(token, reply):
    assert [reply(token).status, reply(token).status] == [200, 400]


def test_a_reply_token_works_for_a_minute(clock, token, reply):
    clock.now += 60
    assert reply(token).status == 200


def test_a_reply_token_expires_after_a_minute(clock, token, reply):
    clock.now += 60.1
    assert reply(token).body == {"message": "Invalid reply token"}


def test_an_unknown_reply_token_is_refused(reply):
    assert reply("made-up").status == 400


def test_a_refused_message_does_not_spend_the_token(token, reply):
    assert reply(token, {"type": "text", "text": ""}).status == 400
    assert reply(token).status == 200


def test_redelivery_revives_an_unused_token(platform, clock, person, reply):
    event = platform.say(person, "こんにちは")
    clock.now += 10 * 60
    platform.redeliver(event)
    assert reply(event.reply_token).status == 200


def test_redelivery_after_twenty_minutes_revives_nothing(platform, clock, person, reply):
    event = platform.say(person, "こんにちは")
    clock.now += 20 * 60 + 1
    platform.redeliver(event)
    assert reply(event.reply_token).status == 400


def test_redelivery_does_not_revive_a_used_token(platform, person, reply):
    event = platform.say(person, "こんにちは")
    reply(event.reply_token)
    platform.redeliver(event)
    assert reply(event.reply_token).status == 400


def test_a_repeated_retry_key_is_a_conflict_and_sends_nothing_twice(platform, person, push):
    key = str(uuid.uuid4())
    first, second = push(person, X_Line_Retry_Key=key), push(person, X_Line_Retry_Key=key)
    assert (first.status, second.status) == (200, 409)
    accepted = second.headers["x-line-accepted-request-id"]
    assert accepted == first.headers["x-line-request-id"]
    assert texts(platform, person) == ["こんにちは"]


def test_a_malformed_retry_key_is_refused(person, push):
    assert push(person, X_Line_Retry_Key="again").status == 400


def test_replies_take_no_retry_key(call, token):
    body = {"replyToken": token, "messages": [HELLO]}
    assert call("POST message/reply", body, X_Line_Retry_Key=str(uuid.uuid4())).status == 400


def test_a_failed_push_leaves_its_retry_key_free(platform, push):
    key = str(uuid.uuid4())
    stranger = platform.new_person()
    assert push(stranger, X_Line_Retry_Key=key).status == 400
    platform.follow(stranger)
    assert push(stranger, X_Line_Retry_Key=key).status == 200


def test_pushes_count_and_replies_do_not(call, person, token, push, reply):
    reply(token)
    push(person)
    assert call("GET message/quota/consumption").body == {"totalUsage": 1}
    assert call("GET message/quota").body == {"type": "limited", "value": 200}


def test_the_quota_ends(platform, person, push):
    platform.channel.quota = 1
    assert [push(person).status, push(person).status] == [200, 429]


def test_a_push_to_someone_who_blocked_is_accepted_and_not_shown(platform, person, push):
    platform.unfollow(person)
    assert push(person).status == 200
    assert texts(platform, person) == []


@pytest.mark.parametrize("token", ["", "wrong"])
def test_without_the_right_token_nothing_works(call, token):
    answer = call("GET info", token=token)
    assert answer.status == 401
    assert answer.body["message"].startswith("Authentication failed")


def test_errors_name_message_and_place(token, reply):
    answer = reply(token, {"type": "text"})
    details = [{"message": "May not be empty", "property": "messages[0].text"}]
    assert answer.body == {"message": "The request body has 1 error(s)", "details": details}


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff"])
def test_a_body_that_is_no_json_object_is_refused(call, raw):
    assert call("POST message/reply", raw=raw).status == 400


def test_a_body_over_two_megabytes_is_refused(call):
    assert call("POST message/push", raw=b" " * 2_000_001).status == 413


def test_an_unknown_path_is_not_found(call):
    assert call("GET nowhere").status == 404


def test_every_answer_carries_a_request_id_of_its_own(call):
    ids = {call(line).headers["x-line-request-id"] for line in ("GET info", "GET nowhere")}
    assert len(ids) == 2


def test_validating_sends_nothing_and_shows_nothing(platform, call, person):
    before = platform.timeline(person)
    assert call("POST message/validate/reply", {"messages": [HELLO]}).status == 200
    assert call("POST message/validate/push", {"messages": [{"type": "x"}]}).status == 400
    assert platform.timeline(person) == before


def test_loading_runs_until_a_message_arrives(platform, call, clock, person, push):
    body = {"chatId": person, "loadingSeconds": 10}
    assert call("POST chat/loading/start", body).status == 202
    assert platform.channel.person(person).loading_until_s == clock.now + 10
    push(person)
    assert platform.channel.person(person).loading_until_s == 0


def test_loading_for_nobody_is_refused(call):
    assert call("POST chat/loading/start", {"chatId": "U" + "0" * 32}).status == 400


def test_a_message_is_marked_as_read_by_its_token(platform, call, bot, person):
    bot.status = 500
    platform.say(person, "読まれましたか")
    token = bot.events[-1]["message"]["markAsReadToken"]
    said = next(entry for entry in platform.timeline(person) if entry.text == "読まれましたか")
    assert not said.read
    assert call("POST chat/markAsRead", {"markAsReadToken": token}).status == 200
    assert platform.timeline(person)[said.number - 1].read
    assert call("POST chat/markAsRead", {"markAsReadToken": "made-up"}).status == 400


def test_only_friends_have_a_profile(platform, call, person):
    assert call(f"GET profile/{person}").body["userId"] == person
    platform.unfollow(person)
    assert call(f"GET profile/{person}").status == 404


def test_the_webhook_endpoint_can_be_set_and_tested(call, bot):
    call("PUT channel/webhook/endpoint", {"endpoint": "https://bot.example.jp/callback"})
    told = call("GET channel/webhook/endpoint").body
    assert told == {"endpoint": "https://bot.example.jp/callback", "active": True}
    assert call("POST channel/webhook/test", {}).body["success"] is True
    bot.status = 500
    assert call("POST channel/webhook/test", {}).body["reason"] == "ERROR_STATUS_CODE"


@pytest.mark.parametrize(
    ("line", "schema"),
    [
        ("GET info", "BotInfoResponse"),
        ("GET message/quota", "MessageQuotaResponse"),
        ("GET message/quota/consumption", "QuotaConsumptionResponse"),
        ("GET channel/webhook/endpoint", "GetWebhookEndpointResponse"),
        ("POST channel/webhook/test", "TestWebhookEndpointResponse"),
        ("GET profile/{person}", "UserProfileResponse"),
        ("GET nowhere", "ErrorResponse"),
    ],
)
def test_answers_are_valid_by_lines_own_description(call, person, line, schema):
    answer = call(line.format(person=person), {})
    assert messaging_api().problems(schema, answer.body) == ()


def test_a_load_test_may_leave_bodies_unchecked_but_not_tokens(bot, clock):
    quick = LinePlatform(
        channel_secret="s", access_token="t", deliver=bot, clock=clock, checks_bodies=False
    )
    event = quick.say(quick.new_person(), "簿記")
    body = json.dumps({"replyToken": event.reply_token, "messages": [{"type": "text"}]}).encode()
    headers = {"Authorization": "Bearer t"}
    request = ApiRequest(method="POST", path="/v2/bot/message/reply", headers=headers, body=body)
    assert [quick.handle(request).status, quick.handle(request).status] == [200, 400]
