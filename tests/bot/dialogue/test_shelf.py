"""Programs one by one: told about, asked about, saved, compared, taken off."""

from datetime import date

import pytest

from bot.dialogue import saved_wording, wording
from bot.dialogue.conversation import MOST_SAVED
from bot.line.postback import Postback, Tap
from bot.line.wording import NOT_OPEN
from data.program import Offering
from data.vocabulary import Status
from tests.bot.dialogue.small_catalog import PROGRAMS, SmallRecommender, program
from tests.bot.dialogue.talk import TOLD, Talk

FIRST, SECOND, THIRD = (one.program_id for one in PROGRAMS[:3])


@pytest.fixture
def talk():
    talk = Talk(SmallRecommender())
    talk.say("簿記")
    return talk


def tap(talk, kind, subject="", offset=0):
    talk.postback(Postback(tap=kind, subject=subject, offset=offset).encoded())


def test_details_tell_of_the_program_and_remember_which_is_spoken_of(talk):
    tap(talk, Tap.DETAIL, SECOND)
    assert "講座2" in talk.text
    assert talk.search.focus == 1


def test_a_place_in_the_list_is_as_good_as_a_tap(talk):
    talk.say("2番目の")
    assert talk.search.focus == 1


@pytest.mark.parametrize("said", ["2番目のはいくら？", "２つ目、受講料は？"])
def test_a_fact_is_answered_with_the_title_first(talk, said):
    talk.say(said)
    assert talk.text.splitlines()[:2] == ["「講座2」", "【受講料】2,000円"]


def test_that_one_is_the_one_that_was_spoken_of_last(talk):
    talk.say("3番目のはいつ？")
    talk.say("それいくら？")
    assert talk.text.splitlines()[:2] == ["「講座3」", "【受講料】3,000円"]


def test_where_none_was_spoken_of_all_are_told(talk):
    talk.say("いくら？")
    assert [line for line in talk.text.splitlines() if "円" in line] == [
        f"【受講料】{number},000円" for number in range(1, 6)
    ]


def test_where_none_was_spoken_of_a_deed_asks_which(talk):
    talk.say("それを保存して")
    assert talk.text == saved_wording.WHICH_ONE.plain
    talk.tap("1番目を保存")
    assert talk.conversation.saved == (FIRST,)


def test_a_place_beyond_the_list_is_told(talk):
    talk.say("7番目のはいくら？")
    assert talk.text == saved_wording.only_so_many(5).plain


@pytest.mark.parametrize(
    "how", [lambda talk: tap(talk, Tap.SAVE, SECOND), lambda talk: talk.say("2番目を保存して")]
)
def test_a_program_is_saved_once(talk, how):
    how(talk)
    how(talk)
    assert talk.conversation.saved == (SECOND,)
    assert talk.text == saved_wording.already_saved("講座2").plain


def test_what_was_saved_can_be_taken_off(talk):
    tap(talk, Tap.SAVE, SECOND)
    tap(talk, Tap.SAVE, SECOND)
    talk.tap(wording.REMOVE)
    assert talk.conversation.saved == ()


def test_what_was_not_saved_cannot(talk):
    tap(talk, Tap.REMOVE, SECOND)
    assert talk.text == saved_wording.NOT_THERE_TO_REMOVE.plain


def test_no_more_are_saved_than_one_looks_through(talk):
    full = tuple(f"{number:012}" for number in range(100, 100 + MOST_SAVED))
    talk.forget(saved=full)
    tap(talk, Tap.SAVE, SECOND)
    assert talk.conversation.saved == full


def test_the_newest_comes_first_in_the_list(talk):
    for one in (FIRST, SECOND):
        tap(talk, Tap.SAVE, one)
    talk.say("保存した講座")
    assert talk.text.index("講座2") < talk.text.index("講座1")
    assert wording.COMPARE in talk.buttons


def test_an_empty_list_says_how_to_fill_it(talk):
    talk.say("保存した講座")
    assert talk.text == saved_wording.NOTHING_SAVED.plain


def test_what_is_gone_is_told_and_taken_off(talk):
    talk.forget(saved=("ffffffffffff", FIRST))
    talk.say("保存した講座")
    assert talk.text.startswith(saved_wording.gone(1).plain)
    assert talk.conversation.saved == (FIRST,)


def test_what_is_closed_is_told_and_kept():
    closed = program(9, status=Status.CLOSED)
    talk = Talk(SmallRecommender(programs=(closed,)), TOLD)
    talk.forget(saved=(closed.program_id,))
    talk.say("保存した講座")
    assert NOT_OPEN.plain in str(talk.lines)
    assert talk.conversation.saved == (closed.program_id,)


def test_a_place_means_the_list_that_was_shown_last(talk):
    for one in (FIRST, SECOND):
        tap(talk, Tap.SAVE, one)
    talk.say("保存した講座")
    talk.say("1番目をはずして")
    assert talk.conversation.saved == (FIRST,)


def test_the_list_can_be_spoken_of_without_a_search():
    talk = Talk(SmallRecommender())
    talk.forget(saved=(FIRST, SECOND))
    talk.say("保存した講座")
    talk.say("2番目をくわしく")
    assert "講座1" in talk.text


def test_the_saved_ones_are_compared_when_there_are_two(talk):
    for one in (FIRST, THIRD):
        tap(talk, Tap.SAVE, one)
    talk.say("くらべる")
    assert "講座1" in talk.text
    assert "講座3" in talk.text
    assert "講座2" not in talk.text


def test_else_those_shown_last_are_compared(talk):
    talk.say("くらべる")
    assert "講座3" in talk.text
    assert "講座4" not in talk.text
    assert saved_wording.only_so_many_compared(3).plain in talk.text


def test_what_was_shown_keeps_its_places_beside_a_comparison(talk):
    talk.say("くらべる")
    talk.say("1番目と4番目をくらべて")
    assert {"1番目を保存", "4番目を保存"} <= set(talk.buttons)
    talk.say("4番目を保存")
    assert "講座4" in talk.text


def test_all_that_is_saved_can_be_taken_off_at_once(talk):
    for one in (FIRST, SECOND):
        tap(talk, Tap.SAVE, one)
    talk.say("全部はずして")
    assert talk.conversation.saved == ()


def test_those_that_are_named_are_compared(talk):
    talk.say("1番目と3番目をくらべて")
    assert "講座3" in talk.text
    assert "講座2" not in talk.text


def test_one_program_cannot_be_compared(talk):
    talk.say("2番目をくらべて")
    assert talk.text == saved_wording.TOO_FEW_TO_COMPARE.plain


@pytest.mark.parametrize("kind", [Tap.DETAIL, Tap.SAVE])
def test_a_program_that_is_gone_is_told_kindly(talk, kind):
    tap(talk, kind, "ffffffffffff")
    assert talk.text == saved_wording.GONE.plain


def test_the_occasions_that_differ_are_told_one_by_one():
    two = program(1)
    offerings = (
        Offering(fee_yen=0, start_date=date(2026, 12, 1)),
        Offering(fee_yen=500, fee_note="教材費込み"),
    )
    talk = Talk(
        SmallRecommender(programs=(type(two)(program_id="a", title="講座", offerings=offerings),))
    )
    talk.say("簿記")
    talk.say("いくら？")
    assert talk.text == "「講座」\n【受講料】\n・無料\n・500円／教材費込み"
