import math

import pytest

from recommender.answer import Outcome
from recommender.evaluation.ranking_accuracy import (
    figures_by,
    ndcg,
    open_positions,
    scores_of,
    searcher,
    success,
)
from recommender.ranking.retrieval import Method
from tests.recommender.evaluation.judging import TODAY, answer, answered, program, request
from tests.recommender.ranking.small_catalog import SOURCES, nearer_or_wordier

FAR = {"municipality": "酒田市"}
HERE, NEAR, CLOSED = program("p1"), program("p2"), program("p3", municipality="酒田市")
SHOWN = [program(f"x{n}") for n in range(3)]


def shown(*programs, grades, **labels):
    given = answer(Outcome.RECOMMEND, *programs)
    return answered(request(grades, **labels), given, (HERE, NEAR, CLOSED))


def test_ndcg_is_one_for_the_best_order_and_less_for_any_other():
    gains = {"a": 3, "b": 1}
    assert ndcg(["a", "b"], gains) == 1
    swapped = (1 + 7 / math.log2(3)) / (7 + 1 / math.log2(3))
    assert ndcg(["b", "a"], gains) == pytest.approx(swapped)
    assert ndcg(["x"], gains) == 0
    assert ndcg([], {}) == 0


def test_success_is_a_clearly_helpful_program_among_the_first_three():
    third = shown(*SHOWN[:2], HERE, grades={"p1": 2})
    fourth = shown(*SHOWN, HERE, grades={"p1": 3})
    related = shown(HERE, grades={"p1": 1, "p2": 2})
    assert [success(one.ranking, one) for one in (third, fourth, related)] == [True, False, False]


def test_a_program_that_may_not_be_offered_is_no_success():
    one = shown(CLOSED, grades={"p1": 3, "p3": 3}, constraints={"municipality": "山形市"})
    assert not success(one.ranking, one)


def test_figures_stand_by_group_with_their_number_of_requests():
    ones = [
        shown(HERE, grades={"p1": 3}, id="a", kind="short"),
        shown(NEAR, grades={"p1": 3}, id="b", kind="short"),
        shown(HERE, grades={"p1": 3}, id="c", kind="dialect"),
    ]
    found = figures_by(ones, lambda one: one.kind)
    assert list(found) == ["dialect", "short"]
    assert (found["short"].ndcg.value, found["short"].ndcg.of) == (0.5, 2)
    assert (found["dialect"].success.value, found["dialect"].success.interval) == (1, None)


def test_two_ways_of_ranking_are_compared_request_by_request():
    ones = [shown(HERE, grades={"p1": 3}, id=f"q{n}") for n in range(4)]
    good = scores_of(ones, [["p1"]] * 4)
    other = scores_of(ones, [["p1"], ["x"], ["x"], ["p1"]])
    ahead = good.ahead_of(other)
    assert ahead.ndcg.value == 0.5
    assert 0 <= ahead.ndcg.interval.low < 0.5 < ahead.ndcg.interval.high <= 1
    assert good.ahead_of(good).ndcg.interval.low == good.ahead_of(good).ndcg.interval.high == 0


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(("ahead", "first"), [(0.9, "簿記"), (1.1, "溶接")])
def test_words_weigh_what_they_weigh_when_the_encoder_serves(source, ahead, first):
    release = nearer_or_wordier(source, ahead=ahead)
    allowed = open_positions(release.programs, TODAY)
    search = searcher(release.corpus, release.programs, Method.HYBRID, allowed)
    assert search(request())[0] == first
