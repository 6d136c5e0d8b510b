"""What people do on the platform, and what a developer can see of it."""

import threading

import pytest

from bot.simulator.channel import UnknownPersonError
from bot.simulator.people import NotPossibleError
from bot.simulator.platform import LinePlatform
from bot.simulator.timeline import Kind

HOSTILE = "<img src=x onerror=alert(1)>\u202e\ud800</script>"


def notes(platform, person, kind):
    return [entry.text for entry in platform.timeline(person) if entry.kind is kind]


@pytest.mark.parametrize(
    ("fault", "note"),
    [
        (TimeoutError(), "Webhookが応答しませんでした(タイムアウト)"),
        (ConnectionRefusedError(), "Webhookに接続できませんでした"),
    ],
)
def test_a_webhook_that_fails_is_noted_in_the_chat(platform, bot, fault, note):
    bot.fault = fault
    person = platform.new_person()
    platform.say(person, "こんにちは")
    assert note in notes(platform, person, Kind.NOTE)


def test_a_webhook_that_answers_otherwise_than_200_is_noted(platform, bot):
    bot.status = 500
    person = platform.new_person()
    platform.say(person, "こんにちは")
    assert "Webhookが500を返しました(200が必要です)" in notes(platform, person, Kind.NOTE)


def test_a_message_is_read_once_the_webhook_took_it(platform):
    person = platform.new_person()
    platform.say(person, "こんにちは")
    assert platform.timeline(person)[-1].read


def test_a_refused_message_shows_in_the_chat_it_was_meant_for(platform, call, bot):
    person = platform.new_person()
    platform.follow(person)
    body = {"replyToken": bot.events[-1]["replyToken"], "messages": [{"type": "text"}]}
    call("POST message/reply", body)
    (note,) = notes(platform, person, Kind.REFUSAL)
    assert note.startswith("LINEはこのメッセージを受け付けません: ")
    assert "messages[0].text" in note
    assert len(platform.refusals) == 1


def test_unsending_erases_the_text(platform):
    person = platform.new_person()
    event = platform.say(person, "ないしょ")
    platform.unsend(person, event.message_id)
    (entry,) = platform.timeline(person)
    assert entry.unsent
    assert "ないしょ" not in repr(entry)


def test_a_message_can_be_unsent_once(platform):
    person = platform.new_person()
    event = platform.say(person, "ないしょ")
    platform.unsend(person, event.message_id)
    with pytest.raises(NotPossibleError):
        platform.unsend(person, event.message_id)


def test_one_cannot_write_to_an_account_one_has_blocked(platform):
    person = platform.new_person()
    platform.unfollow(person)
    with pytest.raises(NotPossibleError):
        platform.say(person, "こんにちは")


def test_an_unknown_person_is_an_error(platform):
    with pytest.raises(UnknownPersonError):
        platform.say("U" + "0" * 32, "こんにちは")


def test_tapping_a_label_does_what_the_newest_such_button_says(platform, call, bot):
    person = platform.new_person()
    platform.follow(person)
    action = {"type": "postback", "label": "もっと", "data": "more", "displayText": "もっと見る"}
    reply = {"type": "text", "text": "3件", "quickReply": {"items": [
        {"type": "action", "action": action}]}}  # fmt: skip
    call("POST message/push", {"to": person, "messages": [reply]})
    platform.tap(person, "もっと")
    assert bot.events[-1]["postback"] == {"data": "more"}
    assert platform.timeline(person)[-1].text == "もっと見る"


def test_a_label_that_is_nowhere_cannot_be_tapped(platform):
    with pytest.raises(NotPossibleError):
        platform.tap(platform.new_person(), "もっと")


def quick(action):
    items = [{"type": "action", "action": action}]
    return {"type": "text", "text": "どうしますか", "quickReply": {"items": items}}


def push(call, person, *messages):
    assert call("POST message/push", {"to": person, "messages": list(messages)}).status == 200


def test_quick_replies_show_only_under_the_last_message(platform, call):
    person = platform.new_person()
    platform.follow(person)
    push(call, person, quick({"type": "message", "label": "夜", "text": "夜"}))
    push(call, person, {"type": "text", "text": "ところで"})
    with pytest.raises(NotPossibleError):
        platform.tap(person, "夜")


def test_quick_replies_go_once_the_person_acts(platform, call):
    person = platform.new_person()
    platform.follow(person)
    push(call, person, quick({"type": "message", "label": "夜", "text": "夜"}))
    platform.say(person, "やっぱり昼")
    with pytest.raises(NotPossibleError):
        platform.tap(person, "夜")


def test_a_date_is_picked_within_what_the_picker_offers(platform, call, bot):
    person = platform.new_person()
    platform.follow(person)
    picker = {"type": "datetimepicker", "label": "いつ", "data": "from", "mode": "date"}
    push(call, person, quick({**picker, "min": "2026-11-23", "max": "2027-03-31"}))
    for day in ("2026-11-22", "2027-04-01"):
        with pytest.raises(NotPossibleError):
            platform.pick(person, "いつ", day)
    platform.pick(person, "いつ", "2026-12-01")
    assert bot.events[-1]["postback"] == {"data": "from", "params": {"date": "2026-12-01"}}


def test_hostile_text_travels_unharmed_as_valid_utf8(platform, bot):
    person = platform.new_person()
    platform.say(person, HOSTILE)
    assert bot.events[-1]["message"]["text"] == HOSTILE.replace(
        "\ud800", "\N{REPLACEMENT CHARACTER}"
    )


def test_waiting_ends_when_the_bot_answers(platform, call, bot):
    person = platform.new_person()
    platform.say(person, "こんにちは")
    body = {"replyToken": bot.events[-1]["replyToken"], "messages": [{"type": "text", "text": "a"}]}
    later = threading.Timer(0.05, lambda: call("POST message/reply", body))
    later.start()
    assert [entry.text for entry in platform.await_answer(person, timeout=5)] == ["a"]
    later.join()


def test_waiting_for_a_silent_bot_ends_empty(platform):
    person = platform.new_person()
    platform.say(person, "こんにちは")
    assert platform.await_answer(person, timeout=0.01) == ()


def test_in_the_background_a_verb_returns_before_the_bot_has_answered(clock):
    gate = threading.Event()
    taken = threading.Event()

    def deliver(_body, _headers):
        gate.wait(5)
        taken.set()
        return 200

    platform = LinePlatform(channel_secret="s", access_token="t", deliver=deliver, clock=clock)
    person = platform.new_person()
    platform.in_background().say(person, "こんにちは")
    assert not taken.is_set()
    gate.set()
    assert taken.wait(5)


def test_many_people_writing_at_once_lose_nothing(platform, bot):
    people = [platform.new_person() for _ in range(8)]
    threads = [
        threading.Thread(
            target=lambda person=person: [platform.say(person, "a") for _ in range(20)]
        )
        for person in people
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({event["webhookEventId"] for event in bot.events}) == 160
    assert [len(platform.timeline(person)) for person in people] == [20] * 8
