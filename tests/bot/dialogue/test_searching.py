"""What becomes of a search: begun, put right, turned over, and recorded."""

import pytest

from bot.dialogue import search_wording, wording
from bot.dialogue.moment import RUNS_FOR_S
from bot.dialogue.turn import Feedback, FeedbackGiven
from bot.line.events import EventKind, Place
from bot.line.postback import Postback, Tap
from recommender.request import Request
from tests.bot.dialogue.small_catalog import PROGRAMS, SmallRecommender
from tests.bot.dialogue.talk import Talk

FIRST_PAGE = tuple(one.program_id for one in PROGRAMS[:5])


@pytest.fixture
def recommender():
    return SmallRecommender()


@pytest.fixture
def talk(recommender):
    return Talk(recommender)


def test_a_first_message_says_what_was_understood(talk):
    talk.say("土日で簿記を3000円まで")
    assert talk.text.splitlines()[0] == "「土日・3,000円まで」でさがしました。"


def test_where_nothing_was_stated_the_answer_begins_with_itself(talk):
    talk.say("簿記")
    assert talk.text.splitlines()[0] == "お返事です。"


@pytest.mark.parametrize(
    ("said", "first_line"),
    [
        ("土日だけ", "「簿記」（土日）でさがしました。"),
        ("夜は？", "「簿記」（平日の夜）でさがしました。"),
        ("米沢なら", "「簿記」（米沢市あたり）でさがしました。"),
        ("できればオンラインで、土日", "「簿記」（土日・オンライン）でさがしました。"),
        ("介護以外で", "「簿記」（介護以外）でさがしました。"),
        ("1日で終わるもの", "「簿記」（1日だけ）でさがしました。"),
        ("人数は10人くらいです", "「簿記」（10人での受講）でさがしました。"),
        ("near Yonezawa please", "「簿記」（米沢市あたり）でさがしました。"),
    ],
)
def test_conditions_without_a_topic_amend_the_search_that_is_talked_about(talk, said, first_line):
    talk.say("簿記")
    talk.say(said)
    assert talk.text.splitlines()[0] == first_line


def test_a_new_topic_is_a_new_search(talk, recommender):
    talk.say("土日に簿記")
    talk.say("介護")
    assert recommender.requests[-1] == Request(text="介護")
    assert talk.search.amendments == ()


def test_what_is_only_asked_after_keeps_the_conditions(talk):
    talk.say("土日で簿記、天童あたり")
    talk.say("じゃあ溶接は？")
    assert talk.text.splitlines()[0] == "「溶接」（天童市あたり・土日）でさがしました。"


def test_what_is_wanted_instead_drops_them(talk, recommender):
    talk.say("土日に簿記")
    talk.say("それより介護がいい")
    assert recommender.requests[-1] == Request(text="介護")


def test_a_day_later_words_begin_anew(talk):
    talk.say("簿記")
    talk.later(RUNS_FOR_S + 1)
    talk.say("土日だけ")
    assert talk.search.text == ""


def test_conditions_said_first_wait_for_their_topic(talk):
    talk.say("夜なら")
    talk.say("土曜に簿記")
    assert talk.text.splitlines()[0] == "「簿記」（土曜）でさがしました。"
    talk.say("介護")
    assert talk.search.amendments == ()


def test_a_place_said_first_waits_for_its_topic(talk):
    talk.send(EventKind.LOCATION, place=Place(latitude=38.36, longitude=140.37))
    talk.say("簿記")
    assert talk.text.splitlines()[0] == "「簿記」（天童市あたり）でさがしました。"


def test_a_place_far_away_is_told_kindly(talk):
    talk.send(EventKind.LOCATION, place=Place(latitude=35.6, longitude=139.7))
    assert talk.text == search_wording.TOO_FAR.plain
    assert talk.buttons[0] == wording.ONLINE


def test_a_date_picked_is_the_first_day(talk):
    talk.say("簿記")
    talk.tap(wording.FROM_WHEN, day="2027-01-10")
    assert talk.text.splitlines()[0] == "「簿記」（2027年1月10日以降に開始）でさがしました。"


def test_a_date_that_is_none_is_asked_for_in_words(talk):
    talk.say("簿記")
    talk.postback(Postback(tap=Tap.START).encoded(), date="2027-13-99")
    assert talk.text == search_wording.NO_DATE.plain


@pytest.mark.parametrize("how", ["tap", "say"])
def test_more_shows_the_next_page(talk, how):
    talk.say("簿記")
    getattr(talk, how)(wording.MORE)
    assert talk.search.shown == tuple(one.program_id for one in PROGRAMS[5:])
    assert wording.MORE not in talk.buttons
    talk.say(wording.MORE)
    assert talk.text == search_wording.NO_MORE.plain


def test_a_tap_on_more_twice_shows_the_same_page_twice(talk):
    more = Postback(tap=Tap.MORE, offset=5).encoded()
    talk.say("簿記")
    talk.postback(more)
    talk.postback(more)
    assert talk.search.offset == 5


def test_the_conditions_can_be_dropped(talk, recommender):
    talk.say("土日に簿記")
    talk.say("オンラインだけ")
    talk.tap(wording.UNLIMITED)
    assert recommender.requests[-1] == Request(text="土日に簿記", is_limited=False)
    assert wording.UNLIMITED not in talk.buttons


@pytest.mark.parametrize(
    ("said", "first_line"),
    [
        ("どこでもいい", "「簿記」（土日・3,000円まで）でさがしました。"),
        ("いつでもいい", "「簿記」（天童市あたり・3,000円まで）でさがしました。"),
        ("費用は気にしない", "「簿記」（天童市あたり・土日）でさがしました。"),
        ("何でもいい", "「簿記」でさがしました。"),
    ],
)
def test_one_condition_can_be_dropped_by_itself(talk, said, first_line):
    talk.say("土日で簿記、天童あたり")
    talk.say("3000円まで")
    talk.say(said)
    assert talk.text.splitlines()[0] == first_line


def test_conditions_can_be_dropped_one_after_the_other(talk):
    talk.say("土日で簿記、天童あたり")
    for said in ("どこでもいい", "夜なら行けます", "いつでもいい"):
        talk.say(said)
    assert talk.text.splitlines()[0] == "「簿記」でさがしました。"


def test_the_same_condition_said_twice_is_kept_once_and_counts_as_later(talk):
    talk.say("簿記")
    for said in ("土日だけ", "平日の夜だけ", "土日だけ"):
        talk.say(said)
    assert talk.search.amendments == ("平日の夜だけ", "土日だけ")


def test_cheaper_is_cheaper_than_the_cheapest_shown(talk):
    talk.say("簿記")
    talk.say("もっと安いの")
    assert talk.search.amendments == ("900円まで",)


def test_nearer_without_a_known_place_asks_for_it(talk):
    talk.say("簿記")
    talk.say("もっと近いところ")
    assert talk.buttons == [wording.MY_PLACE, *search_wording.PLACES]
    talk.tap("米沢市")
    assert talk.text.splitlines()[0] == "「簿記」（米沢市あたり）でさがしました。"


def test_nearer_leaves_out_what_lies_beyond_the_town(talk):
    talk.say("天童で簿記")
    talk.say("もっと近いところ")
    assert talk.search.hidden == FIRST_PAGE


def test_where_nothing_lies_nearer_it_is_told(talk):
    talk.say("山形市で簿記")
    talk.say("もっと近いところ")
    assert talk.text == search_wording.NOTHING_NEARER.plain
    assert talk.search.shown == FIRST_PAGE


def test_different_puts_away_what_was_shown_and_asks_what_was_different(talk):
    talk.say("簿記")
    talk.tap(wording.DIFFERENT)
    assert talk.effects == (FeedbackGiven(feedback=Feedback.DIFFERENT),)
    assert talk.buttons == list(search_wording.DIFFERENCES)
    talk.tap("内容が違う")
    assert talk.search.shown == tuple(one.program_id for one in PROGRAMS[5:])


@pytest.mark.parametrize(
    ("difference", "first_choice"),
    [("場所が遠い", wording.MY_PLACE), ("時間が合わない", "土日だけ"), ("費用が高い", "無料だけ")],
)
def test_what_was_different_is_followed_up_by_one_question(talk, difference, first_choice):
    talk.say("簿記")
    talk.tap(wording.DIFFERENT)
    talk.tap(difference)
    assert talk.buttons[0] == first_choice


def test_helped_is_feedback_and_thanked_for(talk):
    talk.say("簿記")
    talk.tap(wording.HELPED)
    assert talk.effects == (FeedbackGiven(feedback=Feedback.HELPED),)
    assert talk.text == search_wording.THANKS.plain


@pytest.mark.parametrize(
    "said", ["もっと見る", "条件をはずす", "近いものを見る", "違う", "それいくら？"]
)
def test_without_a_search_there_is_nothing_to_go_on_with(talk, said):
    talk.say(said)
    assert talk.text == search_wording.NOTHING_SHOWN.plain


def test_similar_programs_leave_the_topic_behind(talk, recommender):
    talk.say("簿記")
    talk.postback(Postback(tap=Tap.LIKE, subject=FIRST_PAGE[1]).encoded())
    assert recommender.requests[-1] == Request(text="簿記", like=FIRST_PAGE[1])
    assert talk.text.startswith("「講座2」に似た講座")


class TestEdits:
    """A message that its writer puts right."""

    def test_the_message_of_the_search_is_searched_for_anew(self, talk):
        talk.say("簿紀")
        talk.send(EventKind.EDITED, text="簿記", message_id="m1")
        assert talk.search.text == "簿記"

    def test_without_a_reply_token_only_the_search_changes(self, talk):
        talk.say("簿紀")
        talk.send(EventKind.EDITED, text="簿記", message_id="m1", reply_token="")
        assert (talk.turn.messages, talk.search.text) == ((), "簿記")

    def test_any_other_message_changes_nothing(self, talk):
        talk.say("簿記")
        before = talk.conversation
        talk.send(EventKind.EDITED, text="介護", message_id="other")
        assert (talk.turn.messages, talk.conversation) == ((), before)
