from datetime import date

import pytest

from data.vocabulary import Mode, TimeBand
from recommender.answer import Outcome
from recommender.evaluation.constraint_accuracy import constraint_figures, values
from tests.recommender.evaluation.judging import answer, answered, request


def read(labels, **understood):
    return answered(request(constraints=labels), answer(Outcome.RECOMMEND, **understood))


@pytest.mark.parametrize(
    ("name", "label", "understood"),
    [
        ("mode", "オンライン", ["オンライン(同時)"]),
        ("time_bands", ["日祝", "土"], ["土", "日祝"]),
        ("max_hours", 3, 3.0),
        ("subsidy", "教育訓練給付", "any"),
        ("max_fee_yen", 0, 0),
        ("audience", "求職者", ["求職者"]),
    ],
)
def test_the_same_condition_is_the_same_however_it_is_written(name, label, understood):
    assert values(name, {name: label}) == values(name, {name: understood})
    assert values(name, {name: label})


@pytest.mark.parametrize("nothing", [None, "", [], False])
def test_nothing_stated_is_no_value(nothing):
    assert values("childcare", {"childcare": nothing}) == frozenset()


def test_free_of_charge_is_a_condition():
    assert values("max_fee_yen", {"max_fee_yen": 0}) == {"0"}


def test_precision_recall_and_f1_of_a_field():
    found = constraint_figures(
        [
            read({"time_bands": ["土", "日祝"]}, time_bands=(TimeBand.SATURDAY,)),
            read({}, time_bands=(TimeBand.WEEKDAY_EVENING,)),
        ]
    ).by_field["time_bands"]
    assert (found.precision.value, found.precision.of) == (0.5, 2)
    assert (found.recall.value, found.recall.of) == (0.5, 2)
    assert found.f1.value == 0.5


def test_a_field_without_doubt_has_an_accuracy_but_no_part_in_the_whole():
    found = constraint_figures([read({"level": "初心者"}, start_from=date(2027, 4, 1))])
    assert set(found.by_field) == {"level", "start_from"}
    assert (found.overall.precision.of, found.overall.recall.of) == (0, 0)


def test_the_whole_counts_every_value_once():
    found = constraint_figures(
        [
            read({"municipality": "米沢市", "mode": "対面"}, mode=(Mode.ONSITE, Mode.HYBRID)),
            read({"headcount": 3}, headcount=3),
        ]
    ).overall
    assert (found.precision.value, found.recall.value) == (pytest.approx(2 / 3),) * 2
    assert (found.to_json()["read"], found.to_json()["labelled"]) == (3, 3)
