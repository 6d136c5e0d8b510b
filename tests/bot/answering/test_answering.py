"""One event, from the inbox to its end, whatever LINE and we ourselves do on the way."""

import pytest

from bot.answering.pushing import PushPolicy
from bot.answering.wording import APOLOGY, LATE, NOT_READY
from bot.line.delivery import Delivery
from bot.line.limits import MOST_MESSAGES
from index.errors import ReleaseMissing


@pytest.fixture
def answered(desk, inbox, stored, raw):
    """Store one event and answer it in this thread; the reply token is older if told."""

    def answer(line, dialogue=None, *, age=0.0, event=None, **more):
        made = desk(line, dialogue, **more)
        stored(event or raw("a"))
        claimed = inbox.claim()
        object.__setattr__(claimed, "received_at", claimed.received_at - age)
        made.answering.answer(claimed)
        return made

    return answer


def test_an_answer_that_is_taken_is_done(answered, line_of, inbox):
    line = line_of()
    answered(line)
    assert line.taken == [("token-a", ["相談a"])]
    assert inbox.backlog().count == 0


@pytest.mark.parametrize("fault", [Delivery.UNREACHABLE, Delivery.RATE_LIMITED])
def test_what_may_pass_is_tried_again_with_the_same_token(answered, line_of, fault):
    line = line_of(fault)
    answered(line)
    assert [token for token, _, _ in line.replies] == ["token-a"] * 2
    assert line.taken == [("token-a", ["相談a"])]


def test_a_reply_that_line_took_without_saying_so_is_not_repeated_later(
    answered, line_of, stored, raw, inbox
):
    line = line_of(Delivery.UNREACHABLE, Delivery.TOKEN_DEAD)
    made = answered(line)
    stored(raw("b", timestamp=2))
    made.answering.answer(inbox.claim())
    assert line.taken == [("token-b", ["相談b"])]


def test_what_could_not_be_sent_goes_before_the_next_answer(answered, line_of, stored, raw, inbox):
    line = line_of(Delivery.TOKEN_DEAD)
    made = answered(line)
    stored(raw("b", timestamp=2))
    made.answering.answer(inbox.claim())
    assert line.taken == [("token-b", [LATE, "相談a", "相談b"])]


def test_kept_answers_are_kept_until_one_is_taken_and_never_too_many(
    answered, line_of, stored, raw, inbox
):
    count = 9
    line = line_of(*[Delivery.TOKEN_DEAD] * count)
    made = answered(line)
    for number in range(count):
        stored(raw(f"n{number}", timestamp=number + 2))
        made.answering.answer(inbox.claim())
    ((_, texts),) = line.taken
    assert len(texts) == MOST_MESSAGES
    assert texts[-1] == f"相談n{count - 1}"


def test_an_old_token_is_not_even_tried(answered, line_of):
    line = line_of()
    answered(line, age=100.0)
    assert line.replies == []


def test_words_to_a_person_in_crisis_are_pushed_when_the_token_died(answered, line_of, echo_of):
    line = line_of()
    answered(line, echo_of(is_urgent=True), age=100.0)
    ((user, texts, _),) = line.pushes
    assert (user, texts) == ("U1", ["相談a"])


def test_a_push_is_repeated_under_the_same_key(answered, line_of):
    line = line_of(Delivery.UNREACHABLE)
    answered(line, age=100.0, policy=PushPolicy.LATE)
    keys = [key for _, _, key in line.pushes]
    assert len(keys) == 2
    assert len(set(keys)) == 1


def test_without_quota_nothing_is_pushed_any_more(answered, line_of, stored, raw, inbox):
    line = line_of(Delivery.QUOTA_USED_UP)
    made = answered(line, age=100.0, policy=PushPolicy.LATE)
    stored(raw("b", user="U2"))
    claimed = inbox.claim()
    object.__setattr__(claimed, "received_at", claimed.received_at - 100)
    made.answering.answer(claimed)
    assert len(line.pushes) == 1


def test_nothing_is_pushed_to_a_group(answered, line_of, raw):
    source = {"type": "group", "groupId": "G1", "userId": "U1"}
    mention = {"mentionees": [{"index": 0, "length": 1, "isSelf": True}]}
    message = {"type": "text", "id": "1", "text": "@ 簿記", "mention": mention}
    line = line_of()
    event = raw("a", source=source, message=message)
    answered(line, age=100.0, event=event, policy=PushPolicy.LATE)
    assert line.pushes == []


def test_messages_that_line_refuses_give_way_to_an_apology(answered, line_of, inbox):
    line = line_of(Delivery.INVALID)
    answered(line)
    assert line.taken == [("token-a", [APOLOGY])]
    assert inbox.backlog().count == 0


@pytest.mark.parametrize(
    ("fault", "words"), [(ReleaseMissing("x", hint=""), NOT_READY), (RuntimeError("bug"), APOLOGY)]
)
def test_a_person_hears_an_apology_when_nothing_can_be_searched(
    answered, line_of, echo_of, fault, words
):
    line = line_of()
    answered(line, echo_of(fault))
    assert line.taken == [("token-a", [words])]


def test_an_event_that_takes_the_process_with_it_gets_an_apology_in_the_end(
    desk, line_of, inbox, stored, raw
):
    line = line_of()
    made = desk(line)
    stored(raw("a"))
    for _ in range(5):
        claimed = inbox.claim()
        inbox.hand_back()  # as if its holder had died
    made.answering.answer(claimed)
    assert made.dialogue.heard == []
    assert line.taken == [("token-a", [APOLOGY])]


def test_where_we_are_silent_nothing_is_sent(answered, line_of, raw, inbox):
    line = line_of()
    answered(line, event=raw("a", mode="standby"))
    assert line.replies == []
    assert inbox.backlog().count == 0


def test_a_message_taken_back_while_it_is_answered_gets_no_answer(
    desk, line_of, inbox, stored, raw
):
    line = line_of()
    made = desk(line)
    stored(raw("a"))
    claimed = inbox.claim()
    stored(raw("b", type="unsend", message=None, unsend={"messageId": "m-a"}, timestamp=2))
    made.answering.answer(claimed)
    assert line.replies == []


def test_a_person_who_waits_sees_that_an_answer_comes(answered, line_of, until):
    line = line_of()
    answered(line, age=5.0)
    until(lambda: line.animations == ["U1"])


def test_a_person_who_does_not_wait_sees_no_animation(answered, line_of):
    line = line_of()
    made = answered(line)
    made.answering.loading.close()
    assert line.animations == []
