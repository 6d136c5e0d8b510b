"""The yardstick: what a program is worth to somebody with conditions."""

from datetime import date

import pytest

from data.vocabulary import Mode, Status, Subsidy, TimeBand
from recommender.evaluation.judged_requests import labelled_constraints
from recommender.evaluation.labelled_fit import share
from tests.recommender.evaluation.judging import TODAY, program

SATURDAY, EVENING = TimeBand.SATURDAY, TimeBand.WEEKDAY_EVENING


def worth(labels, **offering):
    return share(program("p1", **offering), labelled_constraints(labels), TODAY)


@pytest.mark.parametrize(
    ("labels", "offering", "expected"),
    [
        ({}, {}, 1),
        ({"municipality": "山形市"}, {}, 1),
        ({"municipality": "天童市"}, {}, 0.5),
        ({"municipality": "酒田市"}, {}, 0),
        ({"municipality": "酒田市"}, {"mode": Mode.HYBRID}, 1),
        ({"municipality": "酒田市"}, {"mode": Mode.VISITING}, 1),
        ({"municipality": "酒田市"}, {"municipality": ""}, 1),
        ({"area": "村山"}, {}, 1),
        ({"area": "庄内"}, {}, 0),
        ({"area": "庄内"}, {"mode": Mode.LIVE_ONLINE}, 1),
    ],
)
def test_a_place_counts_whole_half_or_not_at_all(labels, offering, expected):
    assert worth(labels, **offering) == expected


@pytest.mark.parametrize(
    ("labels", "offering", "expected"),
    [
        ({"mode": "オンライン"}, {"mode": Mode.HYBRID}, 1),
        ({"mode": "オンライン"}, {"mode": Mode.ONSITE}, 0),
        ({"mode": ["対面", "オンデマンド"]}, {"mode": Mode.ON_DEMAND}, 1),
        ({"mode": "出前"}, {"mode": Mode.UNKNOWN}, 1),
        ({"not_mode": "オンライン"}, {"mode": Mode.LIVE_ONLINE}, 0),
        ({"not_mode": "オンライン"}, {"mode": Mode.HYBRID}, 1),
        ({"time_bands": ["土"]}, {"time_bands": (SATURDAY, EVENING)}, 1),
        ({"time_bands": ["日祝"]}, {"time_bands": (SATURDAY,)}, 0),
        ({"time_bands": ["日祝"]}, {"time_bands": ()}, 1),
        ({"not_time_bands": ["平日夜"]}, {"time_bands": (EVENING,)}, 0),
        ({"not_time_bands": ["平日夜"]}, {"time_bands": (SATURDAY, EVENING)}, 1),
        ({"max_fee_yen": 0}, {"fee_yen": 1}, 0),
        ({"max_fee_yen": 0}, {"fee_yen": None}, 1),
        ({"max_hours": 10}, {"total_hours": 10.0}, 1),
        ({"max_hours": 10}, {"total_hours": 10.5}, 0),
        ({"start_from": "2027-01-01"}, {"start_date": date(2026, 12, 31)}, 0),
        ({"start_until": "2027-01-01"}, {"start_date": date(2027, 1, 1)}, 1),
        ({"finish_until": "2027-01-01"}, {"end_date": date(2027, 1, 2)}, 0),
        ({"subsidy": "any"}, {}, 0),
        ({"subsidy": "any"}, {"subsidies": (Subsidy.PREFECTURE,)}, 1),
        ({"max_days": 1}, {"start_date": date(2027, 1, 1), "end_date": date(2027, 3, 1)}, 1),
    ],
)
def test_a_condition_that_judgments_look_at_is_met_or_not(labels, offering, expected):
    assert worth(labels, **offering) == expected


@pytest.mark.parametrize(
    ("offering", "expected"),
    [
        ({"status": Status.CANCELLED}, 0),
        ({"status": Status.FULL}, 0),
        ({"status": Status.UNKNOWN}, 1),
        ({"deadline": date(2026, 11, 22)}, 0),
        ({"deadline": TODAY}, 1),
    ],
)
def test_only_what_one_may_still_apply_for_counts(offering, expected):
    assert worth({}, **offering) == expected
