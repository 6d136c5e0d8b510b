"""Comparison: the right means, and an interval that knows luck from gain."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from data.program import Offering, Program
from data.vocabulary import Status
from index.corpus import built_in_memory
from index.encoder.vectors import UnitVectors
from recommender.errors import JudgmentsUnreadable
from recommender.evaluation.comparison import collection_set, compare, compared, requests_set
from recommender.evaluation.judged import read_collection
from recommender.evaluation.judged_requests import judged_requests
from recommender.ranking.retrieval import Method
from tests.index.encoder.fake_encoder import FakeEncoder

CORPUS = """{"id": "d1", "title": "簿記", "text": "帳簿をつける"}
{"id": "d2", "title": "溶接", "text": "鉄板をつなぐ"}
{"id": "d3", "title": "剪定", "text": "枝を切る"}
"""
QUERIES = """{"id": "q1", "text": "簿記"}
{"id": "q2", "text": "溶接"}
{"id": "q3", "text": "剪定"}
"""
QRELS = "q1\td1\t1\nq2\td2\t1\nq3\td3\t1\n"


class BlindEncoder(FakeEncoder):
    """Gives every text the same vector."""

    def encode_passages(self, texts, *, progress=None):  # noqa: ARG002 - the protocol's signature
        return UnitVectors(np.repeat(super().encode_passages([""]).rows, len(texts), axis=0))


def lines(first, second):
    told = []
    sets = [collection_set("three", read_collection(CORPUS, QUERIES, QRELS))]
    found = list(
        compare(
            sets,
            (first, second),
            lambda texts, encoder: encoder.encode_passages(texts),
            on_search=lambda: told.append(1),
        )
    )
    assert told == [1]
    return {line.method: line for line in found}


def test_an_encoder_compared_with_itself_differs_by_nothing():
    for line in lines(FakeEncoder(), FakeEncoder()).values():
        assert (line.difference, line.low, line.high) == (0, 0, 0)


def test_the_better_encoder_is_the_second_when_the_difference_is_positive():
    dense = lines(BlindEncoder(), FakeEncoder())[Method.DENSE]
    assert dense.second == 1
    assert dense.difference == pytest.approx(dense.second - dense.first)
    assert dense.difference > 0
    assert dense.queries == 3


def test_a_steady_gain_is_told_from_luck():
    rng = np.random.default_rng(1)
    before = rng.uniform(0, 0.5, 200)
    steady = compared("a", Method.DENSE, before, before + rng.uniform(0.0, 0.2, 200))
    assert 0 < steady.low < steady.difference < steady.high
    luck = compared("a", Method.DENSE, before, before + rng.uniform(-0.2, 0.2, 200))
    assert luck.low < 0 < luck.high


@pytest.mark.parametrize("queries", [0, 1])
def test_too_few_queries_say_nothing_about_luck(queries):
    collection = read_collection(CORPUS, QUERIES, QRELS)
    few = replace(collection, queries=dict(list(collection.queries.items())[:queries]))
    with pytest.raises(JudgmentsUnreadable, match=f"three .*{queries}件"):
        collection_set("three", few)


def test_requests_without_an_answer_in_the_catalog_cannot_be_compared_on():
    row = {"id": "q1", "role": "learner", "text": "簿記", "intent": "recommend"}
    requests = judged_requests([row], [{"qid": "q1", "gains": {"p1": 3}}])
    with pytest.raises(JudgmentsUnreadable, match="0件"):
        requests_set("dev", requests, [], date(2026, 11, 23))


def test_judged_requests_are_compared_over_the_open_programs():
    def program(key, title, status=Status.OPEN):
        offering = Offering(status=status)
        return Program(program_id=key, source_key=key, title=title, offerings=(offering,))

    programs = [program("p1", "簿記"), program("p2", "溶接"), program("p3", "簿記", Status.FULL)]
    rows = [
        {"id": "q1", "role": "learner", "text": "簿記", "intent": "recommend"},
        {"id": "q2", "role": "employer", "text": "溶接", "intent": "recommend"},
        {"id": "q3", "role": "learner", "text": "満員の簿記", "intent": "recommend"},
    ]
    gains = [{"qid": "q1", "gains": {"p1": 3}}, {"qid": "q2", "gains": {"p2": 2}}]
    gains.append({"qid": "q3", "gains": {"p3": 3}})
    one = requests_set("dev", judged_requests(rows, gains), programs, date(2026, 11, 23))
    encoder = FakeEncoder()
    vectors = encoder.encode_passages([document.passage for document in one.documents])
    corpus = built_in_memory(one.documents, vectors, encoder)
    assert one.scores(corpus, Method.DENSE).tolist() == [1, 1]


def test_the_interval_is_the_same_every_time():
    rng = np.random.default_rng(1)
    first, second = rng.uniform(size=50), rng.uniform(size=50)
    assert compared("a", Method.DENSE, first, second) == compared("a", Method.DENSE, first, second)
