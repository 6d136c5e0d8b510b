"""From a signed webhook to a valid reply, through the real bot, on the real sample release."""

import time

import pytest

from bot.simulator.timeline import Kind

PATIENCE_S = 30

CHERRIES = "さくらんぼ農家ですが、加工品を作って売りたい"


@pytest.fixture
def line(living_bot):
    return living_bot.platform


@pytest.fixture
def person(line):
    return line.new_person()


def bubbles(entries):
    return [
        bubble
        for entry in entries
        if entry.message.get("type") == "flex"
        for bubble in entry.message["contents"]["contents"]
    ]


def quick_replies(entries):
    items = entries[-1].message.get("quickReply", {}).get("items", [])
    return [item["action"]["label"] for item in items]


def texts_in(part):
    if isinstance(part, dict):
        own = [part["text"]] if part.get("type") == "text" else []
        return own + [text for value in part.values() for text in texts_in(value)]
    if isinstance(part, list):
        return [text for entry in part for text in texts_in(entry)]
    return []


def test_adding_the_account_says_what_it_is_and_what_is_kept(line, person):
    line.follow(person)
    (greeting,) = line.await_answer(person)
    assert "山形県内で受けられる講座" in greeting.text
    assert "30日で消し" in greeting.text
    assert "データ削除" in greeting.text


def test_a_request_gets_cards_with_reasons_that_are_marked_as_samples(line, person):
    line.say(person, CHERRIES)
    answer = line.await_answer(person)
    cards = bubbles(answer)
    assert len(cards) == 5
    for card in cards:
        words = texts_in(card)
        assert "見本" in words
        assert any(word.startswith("◎") for word in words)
        assert {"場所", "日程", "受講料", "締切"} <= set(words)
    assert "6次産業化プロデューサー養成スクール（第6回）" in " ".join(texts_in(cards))
    assert "見本" in answer[0].text


def test_nothing_the_bot_says_is_refused_by_line(line, person):
    for words in (CHERRIES, "使い方", "こんにちは", "を", "死にたい", "x" * 5_000, "簿記" * 900):
        line.say(person, words)
        assert line.await_answer(person)
    line.send_sticker(person, "446", "1988")
    assert line.await_answer(person)
    assert line.refusals == ()


def test_more_continues_the_list(line, person):
    line.say(person, CHERRIES)
    first = {
        card["footer"]["contents"][0]["action"]["data"]
        for card in bubbles(line.await_answer(person))
    }
    line.tap(person, "もっと見る")
    second = {
        card["footer"]["contents"][0]["action"]["data"]
        for card in bubbles(line.await_answer(person))
    }
    assert second
    assert first.isdisjoint(second)


def test_details_tell_everything_about_one_program(line, person):
    line.say(person, CHERRIES)
    line.await_answer(person)
    line.tap(person, "くわしく見る")
    (details,) = line.await_answer(person)
    assert "【問合せ先】" in details.text
    assert "見本の講座です" in details.text


def test_a_condition_offered_as_next_step_amends_the_search(line, person):
    line.say(person, CHERRIES)
    labels = quick_replies(line.await_answer(person))
    assert labels[0] == "もっと見る"
    assert labels[-1] == "使い方"
    line.tap(person, "土日だけ")
    answer = line.await_answer(person)
    assert bubbles(answer)
    assert "土日" in answer[0].text


def test_a_person_in_crisis_gets_numbers_to_call_and_no_cards(line, person):
    line.say(person, "もう消えてしまいたい")
    (answer,) = line.await_answer(person)
    assert "0120-279-338" in answer.text
    assert quick_replies([answer]) == []


@pytest.mark.parametrize("data", ["", "{}", '["more",0]', '["more",-1,"x"]', '["detail",0,"gone"]'])
def test_an_old_or_foreign_button_is_answered_kindly(line, person, data):
    line.postback(person, data, display_text="ボタン")
    assert line.await_answer(person)[0].kind is not Kind.REFUSAL


def test_a_repeated_webhook_is_answered_once(line, person):
    event = line.say(person, "簿記")
    line.await_answer(person)
    before = len(line.timeline(person))
    line.redeliver(event)
    line.say(person, "介護")
    line.await_answer(person)
    answers = [
        entry for entry in line.timeline(person)[before:] if entry.message.get("type") == "flex"
    ]
    assert len(answers) == 1


def test_messages_of_one_person_are_answered_in_their_order(line, person):
    words = ["簿記", "介護", "溶接", "剪定"]
    for word in words:
        line.say(person, word)
    line.say(person, "使い方")
    until = time.monotonic() + PATIENCE_S
    while "【使い方】" not in line.timeline(person)[-1].text:
        assert time.monotonic() < until
        time.sleep(0.05)
    altered = [entry.text for entry in line.timeline(person) if entry.message.get("type") == "flex"]
    assert len(altered) == len(words)


def test_several_people_in_one_webhook_are_all_answered(line):
    people = [line.new_person() for _ in range(3)]
    line.say_together(*((person, "簿記") for person in people))
    assert all(line.await_answer(person) for person in people)


def test_leaving_is_taken_in_silence(line, person):
    line.follow(person)
    line.await_answer(person)
    line.unfollow(person)
    line.follow(person)
    assert line.await_answer(person)
    assert line.refusals == ()
