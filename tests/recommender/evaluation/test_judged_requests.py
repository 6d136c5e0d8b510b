"""Judged requests: what labels mean, and the halves that keep choosing and reporting apart."""

import pytest

from data.vocabulary import Mode, Status
from recommender.answer import Outcome
from recommender.evaluation.judged_requests import Half, judged_requests, program_key
from tests.recommender.evaluation.judging import TODAY, program, request


def test_a_program_counts_only_where_it_may_be_offered():
    asked = request({"p1": 3, "p2": 1}, constraints={"municipality": "山形市", "mode": "対面"})
    there = [program("p1"), program("p2", municipality="天童市"), program("p3")]
    assert asked.gains(there, TODAY) == {"p1": 3, "p2": 0.5}
    assert asked.gains([program("p1", status=Status.FULL)], TODAY) == {}
    assert asked.gains([program("p1", mode=Mode.ON_DEMAND)], TODAY) == {}


def test_a_program_without_a_code_is_known_by_its_identity():
    assert program_key(program("p1")) == "p1"
    assert program_key(program(None)) == "id-None"


def test_no_supply_means_that_no_match_is_right():
    assert request(intent="no_supply").outcome is Outcome.NO_MATCH


def test_both_halves_hold_requests():
    rows = [
        {"id": f"q{n}", "role": "learner", "text": "x", "intent": "recommend"} for n in range(99)
    ]
    halves = [request.half for request in judged_requests(rows, [])]
    assert 30 < halves.count(Half.TUNE) < 70


@pytest.mark.parametrize(
    ("exclude", "expected"),
    [
        ("", ()),
        (None, ()),
        ("介護", ("介護",)),
        ("溶接・玉掛け、経理", ("溶接", "玉掛け", "経理")),
        (["溶接", "経理"], ("溶接", "経理")),
    ],
)
def test_refused_topics_are_taken_one_by_one(exclude, expected):
    assert request(exclude=exclude).exclude == expected


def test_labels_are_kept_as_they_were_written_beside_what_they_mean():
    one = request(kind="short", constraints={"mode": "オンライン"})
    assert (one.kind, one.labels) == ("short", {"mode": "オンライン"})
    assert Mode.HYBRID in one.constraints.mode
