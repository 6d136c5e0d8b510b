"""A request that goes on: what was said later, what was seen already, what is like something."""

import pytest

from data.vocabulary import Mode
from recommender.answer import Outcome
from recommender.request import Request

BOOKKEEPING = "米沢市で簿記を習いたい"


def names(answer):
    return [item.program.program_id for item in answer.items]


def test_later_words_put_conditions_right_and_keep_the_topic(recommender):
    request = Request(text=BOOKKEEPING, amendments=("オンラインだけで", "やっぱり山形市で"))
    understood = recommender.understood(request)
    assert understood.topic == recommender.understood(Request(text=BOOKKEEPING)).topic
    assert understood.constraints.municipality == "山形市"
    assert understood.constraints.mode == (Mode.LIVE_ONLINE,)


def test_dropping_the_conditions_leaves_those_that_are_said_afterwards(recommender):
    request = Request(text=BOOKKEEPING, is_limited=False, amendments=("無料だけ",))
    assert recommender.understood(request).constraints.stated() == {"max_fee_yen": 0}


def test_a_topic_said_after_conditions_is_searched_on_them(recommender):
    answer = recommender.recommend(Request(text="土日しか無理", amendments=("パソコン",)))
    assert answer.outcome is Outcome.RECOMMEND
    assert answer.understood.topic == "パソコン"
    assert "time_bands" in answer.understood.constraints.stated()


def test_hidden_programs_are_not_shown_again_on_any_page(recommender):
    hidden = names(recommender.recommend(Request(text="簿記")))[:2]
    pages = [
        recommender.recommend(Request(text="簿記", hidden=tuple(hidden), offset=offset))
        for offset in (0, 5)
    ]
    shown = [name for page in pages for name in names(page)]
    assert shown
    assert not set(hidden) & set(shown)


def test_what_is_like_a_program_teaches_the_like_and_is_not_itself(recommender):
    first = recommender.recommend(Request(text="簿記")).items[0].program
    similar = recommender.recommend(Request(text="簿記", like=first.program_id)).items
    assert first.program_id not in [item.program.program_id for item in similar]
    assert "簿記" in similar[0].program.title


def test_an_unknown_program_to_be_like_changes_nothing(recommender):
    plain = recommender.recommend(Request(text="簿記"))
    assert names(recommender.recommend(Request(text="簿記", like="nothing"))) == names(plain)


@pytest.mark.parametrize("text", ["火星で暮らす方法", "弁理士の論文試験を受けたい"])
def test_what_comes_nearest_is_given_when_it_is_asked_for(recommender, text):
    assert recommender.recommend(Request(text=text, is_nearest=True)).items


def test_a_person_in_crisis_is_heard_in_later_words_as_well(recommender):
    answer = recommender.recommend(Request(text="簿記", amendments=("もう死にたい",)))
    assert answer.outcome is Outcome.CRISIS
