from datetime import date, time

import pytest

from data.program import Offering, Program
from data.vocabulary import Audience, Certificate, Mode, Status
from recommender.constraints import Constraints
from recommender.eligibility.columns import columns_of
from recommender.eligibility.preferences import preferences

TODAY = date(2026, 11, 23)
SOON, LATE = date(2026, 12, 1), date(2027, 8, 1)
EVERY_WISH = Constraints(
    municipality="山形市",
    mode=(Mode.ONSITE,),
    certificate="any",
    audience=("シニア", "看護職"),
    childcare=True,
    level="初心者",
    weekday_end_by=time(15),
)
STRANGE = [
    Offering(),
    Offering(fee_yen=9_999_999, start_date=date(2099, 1, 1), municipality="酒田市"),
    Offering(fee_yen=0, start_date=date(1990, 1, 1), deadline=date(1990, 1, 1)),
    Offering(status=Status.ANY_TIME, mode=Mode.ON_DEMAND, fee_yen=0),
]


def score(offering, constraints=None, **program):
    one = Program(**{"program_id": "x", "title": "x", "offerings": (offering,)} | program)
    return preferences(columns_of([one]), constraints or Constraints(), TODAY)[0]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Offering(start_date=SOON), Offering(start_date=LATE)),
        (Offering(start_date=SOON), Offering()),
        (Offering(status=Status.ANY_TIME), Offering(status=Status.ANY_TIME, start_date=LATE)),
        (Offering(fee_yen=0), Offering(fee_yen=3_000)),
        (Offering(fee_yen=3_000), Offering(fee_yen=90_000)),
        (Offering(fee_yen=3_000, deadline=LATE), Offering(fee_yen=3_000, deadline=TODAY)),
        (Offering(status=Status.OPEN), Offering(status=Status.NOT_YET_OPEN)),
        (Offering(status=Status.NOT_YET_OPEN), Offering()),
    ],
)
def test_sooner_cheaper_and_time_to_apply_are_better(better, worse):
    assert score(better) > score(worse)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Offering(municipality="山形市"), Offering(municipality="天童市")),
        (Offering(municipality="山形市", start_date=LATE), Offering(municipality="天童市")),
        (Offering(mode=Mode.LIVE_ONLINE), Offering(municipality="天童市")),
        (Offering(municipality="山形市"), Offering()),
    ],
)
def test_the_stated_town_and_home_are_better_than_the_next_town(better, worse):
    asked = Constraints(municipality="山形市")
    assert score(better, asked) > score(worse, asked)


def test_who_asks_for_a_class_in_person_goes_to_the_place_of_a_hybrid_one():
    asked = Constraints(municipality="山形市", mode=(Mode.ONSITE,))
    here, far = (Offering(mode=Mode.HYBRID, municipality=town) for town in ("山形市", "酒田市"))
    assert score(here, asked) > score(far, asked)


@pytest.mark.parametrize(
    ("constraints", "better", "worse"),
    [
        ({"level": "初心者"}, {"title": "簿記入門"}, {"title": "応用簿記"}),
        ({"level": "上級"}, {"title": "応用簿記"}, {"title": "簿記入門"}),
        ({"childcare": True}, {"summary": "託児付き"}, {"summary": ""}),
        ({"audience": ("シニア",)}, {"audience": (Audience.SENIOR,)}, {"audience": ()}),
        (
            {"certificate": "any"},
            {"certificate": Certificate.COMPLETION},
            {"certificate": Certificate.NONE},
        ),
    ],
)
def test_a_wish_that_a_program_answers_is_better(constraints, better, worse):
    asked = Constraints(**constraints)
    assert score(Offering(), asked, **better) > score(Offering(), asked, **worse)


@pytest.mark.parametrize("constraints", [Constraints(), EVERY_WISH])
@pytest.mark.parametrize("offering", STRANGE)
def test_a_preference_lies_between_0_and_1(offering, constraints):
    assert 0.0 <= score(offering, constraints) <= 1.0
