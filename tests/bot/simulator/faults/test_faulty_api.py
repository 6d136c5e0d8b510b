"""Each fault does to a call what it would do at LINE, and no more."""

import uuid

import pytest

from bot.simulator.faults.fault import Fault, FaultKind

HELLO = {"type": "text", "text": "こんにちは"}


@pytest.fixture
def event(platform):
    person = platform.new_person()
    platform.follow(person)
    return platform.say(person, "簿記")


@pytest.fixture
def reply(call, event):
    return lambda: call(
        "POST message/reply", {"replyToken": event.reply_token, "messages": [HELLO]}
    )


@pytest.fixture
def strike(platform):
    return lambda kind, **wanted: platform.faults.add(
        Fault(kind=kind, calls=1, endpoint="reply", **wanted)
    )


def heard(platform, event):
    return [one.text for one in platform.timeline(event.chat_id) if one.author.value == "bot"]


ANSWERS = {
    FaultKind.SERVER_ERROR: (500, "Internal Server Error"),
    FaultKind.RATE_LIMIT: (429, "The API rate limit has been exceeded. Try again later."),
    FaultKind.MONTHLY_LIMIT: (429, "You have reached your monthly limit."),
    FaultKind.INVALID_TOKEN: (400, "Invalid reply token"),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_refusing_fault_answers_in_lines_words_and_does_nothing(
    kind, platform, event, strike, reply
):
    strike(kind)
    answer = reply()
    assert (answer.status, answer.body["message"]) == ANSWERS[kind]
    assert answer.headers["x-line-request-id"]
    assert heard(platform, event) == []
    assert reply().status == 200


def test_a_server_error_has_the_status_asked_for(strike, reply):
    strike(FaultKind.SERVER_ERROR, status=503)
    assert reply().status == 503


@pytest.mark.parametrize("kind", [FaultKind.RESET, FaultKind.HANG])
def test_a_broken_connection_leaves_the_token_unused(kind, platform, event, strike, reply):
    strike(kind)
    assert reply().is_lost
    assert heard(platform, event) == []
    assert reply().status == 200


def test_a_lost_answer_was_carried_out(platform, event, strike, reply):
    strike(FaultKind.LOST_ANSWER)
    assert reply().is_lost
    assert heard(platform, event) == ["こんにちは"]
    assert reply().body["message"] == "Invalid reply token"


def test_after_a_lost_answer_the_retry_key_says_that_it_was_accepted(platform, call, event):
    platform.faults.add(Fault(kind=FaultKind.LOST_ANSWER, endpoint="push", calls=1))
    key = str(uuid.uuid4())
    body = {"to": event.chat_id, "messages": [HELLO]}
    assert call("POST message/push", body, X_Line_Retry_Key=key).is_lost
    assert call("POST message/push", body, X_Line_Retry_Key=key).status == 409
    assert heard(platform, event) == ["こんにちは"]


@pytest.mark.parametrize(("kind", "is_lost"), [(FaultKind.SLOW, False), (FaultKind.HANG, True)])
def test_a_held_call_waits_as_long_as_asked(kind, is_lost, naps, strike, reply):
    strike(kind, seconds=7)
    assert reply().is_lost is is_lost
    assert naps == [7]
