"""Conditions before ranking: what meets them, and what is loosened when nothing does."""

from datetime import date

import pytest

from data.vocabulary import Mode, Status, TimeBand
from recommender.constraints import Constraints
from recommender.search import Search
from recommender.tuning import Tuning
from tests.recommender.ranking.small_catalog import CALIBRATION, TODAY, course, release_of, topic

TUNING = Tuning(source="tests", lexical_weight=0.0, calibration=CALIBRATION, scope=None)
SATURDAY, EVENING = TimeBand.SATURDAY, TimeBand.WEEKDAY_EVENING
UNLIKE = course("編み物", 0.0, municipality="酒田市", mode=Mode.LIVE_ONLINE, fee_yen=0)


def found(*courses, topics=(), refused=(), **conditions):
    search = Search(release_of(*courses), TUNING, lambda: TODAY)
    return search.find(topics or [topic()], Constraints(**conditions), refused)


def titles(suitable, courses):
    return [courses[one.position].program.title for one in suitable]


def test_without_conditions_everything_that_suits_is_found_best_first():
    courses = course("溶接", 0.5), course("簿記", 0.8), course("編み物", 0.0)
    whole = found(*courses)
    assert titles(whole.whole, courses) == ["簿記", "溶接"]
    assert (whole.needs, whole.relaxed) == ((), ())


def test_a_condition_excludes_what_does_not_meet_it_however_well_it_suits():
    courses = course("簿記", 0.9, fee_yen=30_000), course("帳簿", 0.6, fee_yen=1_000)
    cheap = found(*courses, max_fee_yen=3_000)
    assert titles(cheap.whole, courses) == ["帳簿"]
    assert cheap.relaxed == ()


def test_every_need_is_searched_for_itself_and_beside_the_whole():
    courses = course("簿記", 0.6, 0.9, 0.1), course("溶接", 0.5, 0.1, 0.9)
    both = found(*courses, topics=[topic(0), topic(1), topic(2)])
    assert titles(both.whole, courses) == ["簿記", "溶接"]
    assert [titles(need, courses) for need in both.needs] == [["簿記"], ["溶接"]]


def test_a_need_that_nothing_suits_stays_empty_beside_one_that_is_answered():
    only = course("簿記", 0.6, 0.9)
    both = found(only, topics=[topic(0), topic(1), topic(2)])
    assert [len(need) for need in both.needs] == [1, 0]


@pytest.mark.parametrize(
    ("conditions", "offering", "loosened"),
    [
        ({"max_fee_yen": 1_000}, {"fee_yen": 1_200}, ("max_fee_yen",)),
        ({"max_fee_yen": 0}, {"fee_yen": 50_000}, ("max_fee_yen",)),
        ({"municipality": "酒田市"}, {"municipality": "米沢市"}, ("municipality",)),
        ({"time_bands": (EVENING,)}, {"time_bands": (SATURDAY,)}, ("time_bands",)),
        ({"mode": (Mode.ON_DEMAND,)}, {"mode": Mode.LIVE_ONLINE}, ("mode",)),
        ({"start_until": TODAY}, {"start_date": date(2027, 5, 1)}, ("start_until",)),
        ({"max_hours": 3}, {"total_hours": 40.0}, ("max_hours",)),
        (
            {"max_fee_yen": 0, "time_bands": (EVENING,)},
            {"fee_yen": 500, "time_bands": (SATURDAY,)},
            ("time_bands", "max_fee_yen"),
        ),
        ({"max_fee_yen": 0, "max_hours": 50}, {"fee_yen": 1, "total_hours": 9.0}, ("max_fee_yen",)),
    ],
)
def test_where_nothing_meets_everything_it_is_told_what_was_loosened(
    conditions, offering, loosened
):
    courses = course("簿記", 0.8, **offering), UNLIKE
    near = found(*courses, **conditions)
    assert titles(near.whole, courses) == ["簿記"]
    assert set(near.relaxed) == set(loosened)


def test_nothing_is_loosened_as_long_as_one_program_meets_everything():
    courses = course("簿記", 0.9, fee_yen=5_000), course("帳簿", 0.5, fee_yen=0)
    assert found(*courses, max_fee_yen=0).relaxed == ()


def test_what_was_loosened_is_loosened_no_further_than_needed():
    courses = (
        course("簿記", 0.9, municipality="酒田市"),
        course("帳簿", 0.6, municipality="尾花沢市"),
    )
    near = found(*courses, municipality="上山市")
    assert titles(near.whole, courses) == ["帳簿"]
    assert near.relaxed == ("municipality",)


def test_what_would_not_do_as_an_answer_is_no_reason_to_stop_loosening():
    courses = (
        course("簿記", 0.9, municipality="酒田市", fee_yen=90_000),
        course("そろばん", 0.3, municipality="山形市", fee_yen=1_200),
    )
    near = found(*courses, municipality="山形市", max_fee_yen=1_000)
    assert titles(near.whole, courses)[0] == "簿記"
    assert set(near.relaxed) == {"municipality", "max_fee_yen"}


def test_programs_that_do_not_suit_are_no_reason_to_loosen():
    assert found(UNLIKE, max_fee_yen=0, municipality="米沢市").lists == ((),)
    dear = course("簿記", 0.9, fee_yen=9_000), UNLIKE
    assert found(*dear, max_fee_yen=0).relaxed == ("max_fee_yen",)


@pytest.mark.parametrize(
    ("refusal", "offering"),
    [
        ({"not_mode": (Mode.ONSITE,)}, {"mode": Mode.ONSITE}),
        ({"not_time_bands": (EVENING,)}, {"time_bands": (EVENING,)}),
    ],
)
@pytest.mark.parametrize("wish", [{}, {"max_fee_yen": 0}])
def test_a_refusal_is_never_loosened(refusal, offering, wish):
    none = found(course("簿記", 0.9, fee_yen=500, **offering), **refusal, **wish)
    assert (none.whole, none.relaxed) == ((), ())


def test_a_refused_word_stays_refused_when_conditions_are_loosened():
    courses = course("介護", 0.9, fee_yen=500), course("簿記", 0.5, fee_yen=90_000)
    near = found(*courses, refused=("介護",), max_fee_yen=0)
    assert titles(near.whole, courses) == ["簿記"]
    assert near.relaxed == ("max_fee_yen",)
    assert found(courses[0], refused=("介護",), max_fee_yen=0).whole == ()


@pytest.mark.parametrize("status", [Status.CLOSED, Status.FULL, Status.CANCELLED])
def test_what_nobody_can_apply_for_any_more_is_no_loosening(status):
    none = found(course("簿記", 0.9, status=status, fee_yen=500), max_fee_yen=0)
    assert (none.whole, none.relaxed) == ((), ())


def test_conditions_are_loosened_for_the_sake_of_a_single_need_too():
    only = course("簿記", 0.0, 0.9, fee_yen=500)
    near = found(only, topics=[topic(0), topic(1), topic(2)], max_fee_yen=0)
    assert near.whole == ()
    assert [len(need) for need in near.needs] == [1, 0]
    assert near.relaxed == ("max_fee_yen",)


def test_what_is_found_has_an_offering_that_meets_the_conditions_as_they_were_loosened():
    courses = course("簿記", 0.9, fee_yen=1_200, municipality="米沢市"), UNLIKE
    near = found(*courses, max_fee_yen=1_000, municipality="米沢市")
    (offering,) = near.eligible.offerings(near.whole[0].position)
    assert offering.fee_yen == 1_200
    assert near.eligible.constraints.municipality == "米沢市"


def test_the_day_decides_what_is_open():
    courses = [course("簿記", 0.9, deadline=TODAY)]
    days = iter((TODAY, date(2027, 1, 1)))
    search = Search(release_of(*courses), TUNING, lambda: next(days))
    first, second = (search.find([topic()], Constraints()) for _ in range(2))
    assert (len(first.whole), len(second.whole)) == (1, 0)
