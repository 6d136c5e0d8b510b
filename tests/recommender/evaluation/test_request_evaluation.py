"""The whole evaluation, over the published sample."""

from datetime import date

import pytest

from recommender.evaluation.judged_requests import judged_requests
from recommender.evaluation.request_evaluation import evaluate_requests

SAMPLE_DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def figures(sample_release, recommender):
    rows = [
        {"id": "a", "role": "learner", "kind": "short", "text": "簿記3級", "intent": "recommend"},
        {
            "id": "b",
            "role": "learner",
            "kind": "smalltalk",
            "text": "こんにちは",
            "intent": "smalltalk",
        },
        {
            "id": "c",
            "role": "employer",
            "kind": "short",
            "text": "社員に簿記3級をとらせたい",
            "intent": "recommend",
        },
    ]
    gains = {"p0104": 3}
    judged = judged_requests(rows, [{"qid": "a", "gains": gains}, {"qid": "c", "gains": gains}])
    return evaluate_requests(judged, sample_release, recommender, SAMPLE_DAY)


def test_the_recommender_and_the_plain_searches_are_measured_side_by_side(figures):
    assert (figures.requests, figures.answerable) == (3, 2)
    assert list(figures.ranking) == ["lexical", "dense", "hybrid", "recommender"]
    assert figures.ranking["hybrid"].success.value == 1
    assert figures.ranking["recommender"].ndcg.of == 2
    assert list(figures.ahead) == ["lexical", "dense", "hybrid"]
    difference = figures.ahead["hybrid"].ndcg.value
    means = [figures.ranking[name].ndcg.value for name in ("recommender", "hybrid")]
    assert difference == pytest.approx(means[0] - means[1])


def test_roles_and_kinds_are_measured_apart(figures):
    assert {name: row.ndcg.of for name, row in figures.by_role.items()} == {
        "employer": 1,
        "learner": 1,
    }
    assert {name: row.ndcg.of for name, row in figures.by_kind.items()} == {"short": 2}


def test_the_json_has_every_figure_with_its_interval(figures):
    told = figures.to_json()
    assert set(told) == {
        "requests",
        "answerable",
        "ranking",
        "recommender_minus",
        "by_role",
        "by_kind",
        "outcomes",
        "confusion",
        "honesty",
        "constraints",
        "refusals",
    }
    assert {"ndcg@10", "ndcg@10_interval", "success@3", "success@3_interval", "requests"} == set(
        told["ranking"]["recommender"]
    )
    assert told["outcomes"]["smalltalk"] == {"right": 1, "right_interval": None, "of": 1}
    assert told["confusion"]["smalltalk"] == {"smalltalk": 1}
    assert told["constraints"]["overall"].keys() >= {"precision", "recall", "f1", "read"}
    assert told["refusals"]["of"] == 0
