from datetime import date

import pytest

from data.vocabulary import Status
from recommender.answer import Outcome
from recommender.evaluation.outcome_accuracy import is_right, outcome_figures
from tests.recommender.evaluation.judging import TODAY, answer, answered, program, request

OPEN = program("p1")
FULL = program("p2", status=Status.FULL)
LATE = program("p3", deadline=date(2026, 11, 1))
CATALOG = (OPEN, FULL, LATE)


def one(given, grades=None, **labels):
    return answered(request(grades, **labels), given, CATALOG)


@pytest.mark.parametrize(
    ("intent", "grades", "wanted"),
    [
        ("recommend", {"p1": 2}, Outcome.RECOMMEND),
        ("no_supply", {"p1": 3}, Outcome.RECOMMEND),
        ("recommend", {"p1": 1}, Outcome.NO_MATCH),
        ("recommend", {"p2": 3}, Outcome.NO_MATCH),
        ("no_supply", {}, Outcome.NO_MATCH),
        ("clarify", {}, Outcome.CLARIFY),
        ("crisis", {}, Outcome.CRISIS),
    ],
)
def test_the_wanted_outcome_follows_what_may_be_offered(intent, grades, wanted):
    assert one(answer(), grades, intent=intent).wanted is wanted


def test_loosening_a_condition_aloud_is_right_only_where_something_exists():
    loosened = answer(Outcome.RECOMMEND, OPEN, relaxed=("time_bands",))
    assert is_right(one(loosened, {"p2": 3}))
    assert not is_right(one(loosened, {}))
    assert not is_right(one(answer(Outcome.RECOMMEND, OPEN), {"p2": 3}))


def test_the_figures_count_each_kind_of_request_by_itself():
    none = answer(Outcome.NO_MATCH)
    some = answer(Outcome.RECOMMEND, OPEN)
    found = outcome_figures(
        [
            one(none, {}),
            one(some, {}),
            one(none, {"p2": 3}),
            one(some, {"p1": 3}),
            one(none, {"p1": 3}),
            one(some, {"p1": 2}),
            one(some, intent="clarify"),
        ],
        TODAY,
    )
    told = {name: (round(each.value, 3), each.of) for name, each in found.honesty.items()}
    assert told == {
        "no_match_recall": (0.5, 2),
        "honest_when_unavailable": (1, 1),
        "false_no_match": (0.333, 3),
        "shown_closed": (0, 6),
    }
    assert found.outcomes[Outcome.CLARIFY, Outcome.RECOMMEND] == 1
    assert found.confusion_json()["recommend"] == {"recommend": 2, "no_match": 1}
    assert found.right[Outcome.NO_MATCH].value == pytest.approx(2 / 3)
    assert Outcome.CRISIS not in found.right


@pytest.mark.parametrize(("shown", "share"), [(OPEN, 0), (FULL, 1), (LATE, 1)])
def test_what_nobody_can_apply_for_is_shown_closed(shown, share):
    found = outcome_figures([one(answer(Outcome.RECOMMEND, shown), {"p1": 3})], TODAY)
    assert found.shown_closed.value == share
