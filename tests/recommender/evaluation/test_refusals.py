from dataclasses import replace

import pytest

from data.program import Offering
from data.vocabulary import Mode, Status, TimeBand
from recommender.answer import Outcome
from recommender.evaluation.refusals import Refusal, refusal_figures
from tests.recommender.evaluation.judging import TODAY, answer, answered, program, request

CARE = program("p1", "介護の入門")
LIFTING = program("p2", "腰を守る体の使い方", skills=("介護技術",))
EVENING = program("p3", "夜の簿記", time_bands=(TimeBand.WEEKDAY_EVENING,))
ONLINE = program("p4", "家で学ぶ会計", mode=Mode.LIVE_ONLINE)
HARMLESS = [program(f"x{n}", f"講座{n}") for n in range(5)]
CATALOG = (CARE, LIFTING, EVENING, ONLINE, *HARMLESS)


def measured(*shown, grades=None, programs=CATALOG, **labels):
    one = answered(request(grades, **labels), answer(Outcome.RECOMMEND, *shown), programs)
    return refusal_figures([one], programs, TODAY)


@pytest.mark.parametrize(
    ("shown", "labels", "refusal"),
    [
        (CARE, {"exclude": "介護"}, Refusal.TOPIC),
        (LIFTING, {"exclude": "保育・介護"}, Refusal.TOPIC),
        (EVENING, {"constraints": {"not_time_bands": ["平日夜"]}}, Refusal.TIME),
        (ONLINE, {"constraints": {"not_mode": "オンライン"}}, Refusal.MODE),
    ],
)
def test_what_was_refused_and_is_shown_is_a_violation(shown, labels, refusal):
    found = measured(HARMLESS[0], shown, **labels)
    assert (found.violated.value, found.by_refusal[refusal].value) == (1, 1)
    kept = measured(HARMLESS[0], **labels)
    assert (kept.violated.value, kept.violated.of) == (0, 1)


def test_only_the_first_five_are_looked_at():
    assert measured(*HARMLESS, CARE, exclude="介護").violated.value == 0
    assert measured(*HARMLESS[1:], CARE, exclude="介護").violated.value == 1


def test_what_a_reader_found_clearly_helpful_was_not_refused():
    assert measured(CARE, grades={"p1": 2}, exclude="介護").violated.value == 0
    assert measured(CARE, grades={"p1": 1}, exclude="介護").violated.value == 1


def test_another_open_offering_saves_a_program():
    labels = {"constraints": {"not_time_bands": ["平日夜"]}}
    day = Offering(time_bands=(TimeBand.WEEKDAY_DAY,), status=Status.OPEN)
    both = replace(EVENING, offerings=(*EVENING.offerings, day))
    assert measured(both, **labels).violated.value == 0
    full = replace(EVENING, offerings=(*EVENING.offerings, replace(day, status=Status.FULL)))
    assert measured(full, **labels).violated.value == 1


@pytest.mark.parametrize("labels", [{}, {"exclude": "溶接"}])
def test_who_refuses_nothing_that_the_catalog_has_is_not_counted(labels):
    found = measured(CARE, **labels)
    assert (found.violated.of, found.violated.value) == (0, 0)


def test_a_request_that_refuses_two_things_counts_once():
    labels = {"exclude": "介護", "constraints": {"not_mode": "オンライン"}}
    found = measured(CARE, ONLINE, **labels)
    assert found.violated.of == 1
    assert found.to_json()["exclude"]["of"] == found.to_json()["not_mode"]["of"] == 1
