"""Every event has an account: delivered how often, answered once, twice, or never."""

import pytest

from bot.simulator.accounts import Verdict, accounts_view

HELLO = {"type": "text", "text": "こんにちは"}


@pytest.fixture
def person(platform):
    return platform.new_person()


@pytest.fixture
def reply(call):
    return lambda event: call(
        "POST message/reply", {"replyToken": event.reply_token, "messages": [HELLO]}
    )


@pytest.fixture
def push(call):
    return lambda person: call("POST message/push", {"to": person, "messages": [HELLO]})


def verdicts(platform):
    return [account.verdict for account in platform.accounts()]


def test_an_event_begins_unanswered(platform, person):
    platform.say(person, "簿記")
    (account,) = platform.accounts()
    assert account.verdict is Verdict.NEVER
    assert (account.deliveries, account.acknowledged) == (1, 1)


def test_a_reply_answers_its_own_event(platform, person, reply):
    platform.say(person, "簿記")
    reply(platform.say(person, "介護"))
    assert verdicts(platform) == [Verdict.NEVER, Verdict.ONCE]


def test_a_push_answers_the_oldest_event_without_an_answer(platform, person, reply, push):
    platform.follow(person)
    platform.say(person, "簿記")
    reply(platform.say(person, "介護"))
    push(person)
    assert verdicts(platform) == [Verdict.ONCE, Verdict.NEVER, Verdict.ONCE]


def test_a_push_beyond_the_reply_is_an_answer_too_many(platform, person, reply, push):
    reply(platform.follow(person))
    push(person)
    assert verdicts(platform) == [Verdict.TWICE]


def test_refused_uses_of_a_token_are_counted_and_answer_nothing(platform, person, reply):
    event = platform.say(person, "簿記")
    reply(event)
    reply(event)
    (account,) = platform.accounts()
    assert (account.verdict, account.refused) == (Verdict.ONCE, 1)


def test_what_cannot_be_answered_is_silent(platform, person):
    platform.unfollow(person)
    assert verdicts(platform) == [Verdict.SILENT]


def test_deliveries_count_whether_the_bot_took_them_or_not(platform, person, bot):
    bot.status = 500
    event = platform.say(person, "簿記")
    bot.status = 200
    platform.redeliver(event)
    (account,) = platform.accounts()
    assert (account.deliveries, account.acknowledged) == (2, 1)


def test_the_accounts_are_told_as_json_without_words(platform, person, reply):
    reply(platform.say(person, "ないしょ"))
    platform.say(person, "介護")
    told = accounts_view(platform.accounts(), Verdict.ONCE)
    assert told["counts"] == {"once": 1, "twice": 0, "never": 1, "silent": 0}
    (event,) = told["events"]
    assert event["verdict"] == "once"
    assert event["answers"][0]["way"] == "reply"
    assert "ないしょ" not in repr(told)
