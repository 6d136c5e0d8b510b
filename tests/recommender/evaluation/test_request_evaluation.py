import math
from datetime import date

import pytest

from data.program import Offering, Program
from data.vocabulary import Mode, Status
from recommender.answer import Outcome
from recommender.evaluation.judged_requests import Half, judged_requests
from recommender.evaluation.request_evaluation import evaluate_requests, ndcg

SAMPLE_DAY = date(2026, 11, 23)


def one_request(**labels):
    row = {"id": "q1", "role": "learner", "text": "簿記", "intent": "recommend"}
    return judged_requests([row | labels], [{"qid": "q1", "gains": {"p1": 3, "p2": 1}}])[0]


def test_ndcg_is_one_for_the_best_order_and_less_for_any_other():
    gains = {"a": 3, "b": 1}
    assert ndcg(["a", "b"], gains) == 1
    swapped = (1 + 7 / math.log2(3)) / (7 + 1 / math.log2(3))
    assert ndcg(["b", "a"], gains) == pytest.approx(swapped)
    assert ndcg(["x"], gains) == 0
    assert ndcg([], {}) == 0


def test_a_program_counts_only_where_it_may_be_offered():
    request = one_request(constraints={"municipality": "山形市", "mode": "対面"})

    def program(key, town, status=Status.OPEN):
        offering = Offering(municipality=town, mode=Mode.ONSITE, status=status)
        return Program(program_id=key, source_key=key, title=key, offerings=(offering,))

    there = [program("p1", "山形市"), program("p2", "天童市"), program("p3", "山形市")]
    assert request.gains(there, SAMPLE_DAY) == {"p1": 3, "p2": 0.5}
    assert request.gains([program("p1", "山形市", Status.FULL)], SAMPLE_DAY) == {}


def test_no_supply_means_that_no_match_is_right():
    assert one_request(intent="no_supply").outcome is Outcome.NO_MATCH


def test_both_halves_hold_requests():
    rows = [
        {"id": f"q{n}", "role": "learner", "text": "x", "intent": "recommend"} for n in range(99)
    ]
    halves = [request.half for request in judged_requests(rows, [])]
    assert 30 < halves.count(Half.TUNE) < 70


def test_the_whole_recommender_is_measured(sample_release, recommender):
    rows = [
        {"id": "a", "role": "learner", "text": "簿記3級", "intent": "recommend"},
        {"id": "b", "role": "learner", "text": "こんにちは", "intent": "smalltalk"},
    ]
    best = next(p for p in sample_release.programs if p.source_key == "p0104")
    judged = judged_requests(rows, [{"qid": "a", "gains": {best.source_key: 3}}])
    figures = evaluate_requests(judged, sample_release, recommender, SAMPLE_DAY)
    assert (figures["requests"], figures["answerable"]) == (2, 1)
    assert set(figures["ranking"]) == {"lexical", "dense", "hybrid", "recommender"}
    assert figures["ranking"]["hybrid"]["success@3"] == 1
    assert figures["outcomes"]["smalltalk"] == {"right": 1, "of": 1}
