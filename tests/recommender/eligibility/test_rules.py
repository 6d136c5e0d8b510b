from dataclasses import fields
from datetime import date, time

import pytest

from data.municipalities import Area
from data.program import Offering, Program
from data.vocabulary import Certificate, Mode, Status, Subsidy, TimeBand
from recommender.constraints import Constraints
from recommender.eligibility.columns import columns_of
from recommender.eligibility.rules import RULES, excluded

TODAY, LATER = date(2026, 11, 23), date(2027, 2, 1)
ONLINE, ONSITE, DEMAND = Mode.LIVE_ONLINE, Mode.ONSITE, Mode.ON_DEMAND
DAY, EVENING = TimeBand.WEEKDAY_DAY, TimeBand.WEEKDAY_EVENING
SATURDAY = TimeBand.SATURDAY
ALL_YEAR = Offering(status=Status.ANY_TIME, start_date=TODAY, end_date=date(2027, 3, 31))


def meets(offering, constraints, **program):
    rows = columns_of([Program(program_id="x", title="x", offerings=(offering,), **program)])
    return not excluded(rows, Constraints(**constraints))[0]


@pytest.mark.parametrize(
    ("offering", "constraints", "expected"),
    [
        (Offering(municipality="天童市", mode=ONSITE), {"municipality": "山形市"}, True),
        (Offering(municipality="酒田市", mode=ONSITE), {"municipality": "山形市"}, False),
        (Offering(municipality="酒田市", mode=ONLINE), {"municipality": "山形市"}, True),
        (Offering(municipality="酒田市", mode=Mode.VISITING), {"municipality": "山形市"}, True),
        (Offering(municipality="", mode=ONSITE), {"municipality": "山形市"}, True),
        (Offering(municipality="酒田市"), {"municipality": "山形市"}, False),
        (Offering(municipality="酒田市", mode=ONSITE), {"area": Area.SHONAI}, True),
        (Offering(municipality="新庄市", mode=ONSITE), {"area": Area.SHONAI}, False),
        (Offering(municipality="", mode=ONSITE), {"area": Area.SHONAI}, True),
        (
            Offering(municipality="天童市", mode=ONSITE),
            {"municipality": "山形市", "area": Area.SHONAI},
            False,
        ),
    ],
)
def test_a_place_is_met_nearby_and_at_home(offering, constraints, expected):
    assert meets(offering, constraints) is expected


@pytest.mark.parametrize(
    ("mode", "constraints", "expected"),
    [
        (ONSITE, {"mode": (DEMAND,)}, False),
        (Mode.UNKNOWN, {"mode": (DEMAND,)}, True),
        (Mode.HYBRID, {"mode": (ONSITE,)}, True),
        (Mode.HYBRID, {"mode": (ONLINE,)}, True),
        (DEMAND, {"mode": (ONLINE,)}, True),
        (ONLINE, {"mode": (DEMAND,)}, False),
        (ONSITE, {"mode": (ONLINE, ONSITE)}, True),
        (ONSITE, {"not_mode": (ONSITE,)}, False),
        (DEMAND, {"not_mode": (ONLINE,)}, False),
        (Mode.HYBRID, {"not_mode": (ONLINE,)}, True),
        (Mode.UNKNOWN, {"not_mode": (ONLINE,)}, True),
        (DEMAND, {"mode": (DEMAND,), "not_mode": (ONLINE,)}, True),
        (ONLINE, {"mode": (DEMAND,), "not_mode": (ONLINE,)}, False),
        (DEMAND, {"mode": (ONLINE,), "not_mode": (DEMAND,)}, False),
        (ONLINE, {"mode": (ONLINE,), "not_mode": (DEMAND,)}, True),
    ],
)
def test_a_mode_is_met_by_those_that_give_it_and_hybrid_is_either(mode, constraints, expected):
    assert meets(Offering(mode=mode), constraints) is expected


@pytest.mark.parametrize(
    ("bands", "constraints", "expected"),
    [
        ((SATURDAY,), {"time_bands": (SATURDAY,)}, True),
        ((DAY,), {"time_bands": (SATURDAY, EVENING)}, False),
        ((DAY, SATURDAY), {"time_bands": (SATURDAY,)}, True),
        ((SATURDAY,), {"not_time_bands": (SATURDAY,)}, False),
        ((SATURDAY, DAY), {"not_time_bands": (SATURDAY,)}, True),
        ((), {"time_bands": (SATURDAY,), "not_time_bands": (DAY,)}, True),
    ],
)
def test_one_band_that_suits_is_enough(bands, constraints, expected):
    assert meets(Offering(time_bands=bands), constraints) is expected


@pytest.mark.parametrize(
    ("offering", "constraints", "expected"),
    [
        (Offering(fee_yen=0), {"max_fee_yen": 0}, True),
        (Offering(fee_yen=1), {"max_fee_yen": 0}, False),
        (Offering(fee_yen=None), {"max_fee_yen": 0}, True),
        (Offering(fee_yen=90_000), {"max_fee_yen": 10**400}, True),
        (Offering(total_hours=31), {"max_hours": 30}, False),
        (Offering(total_hours=0.1), {"max_hours": 0.1}, True),
        (Offering(start_date=LATER, end_date=LATER), {"max_days": 1}, True),
        (Offering(start_date=TODAY, end_date=LATER), {"max_days": 2}, False),
        (Offering(sessions="全5回・毎週土曜"), {"max_days": 5}, True),
        (Offering(sessions="毎週火曜9:30〜15:30"), {"weekday_end_by": time(15)}, False),
        (Offering(sessions="毎週火曜9:30〜15:00"), {"weekday_end_by": time(15)}, True),
        (Offering(time_bands=(EVENING,)), {"weekday_end_by": time(16)}, False),
        (Offering(time_bands=(DAY,)), {"weekday_end_by": time(12)}, True),
        (Offering(capacity=8), {"headcount": 9}, False),
        (Offering(capacity=8), {"headcount": 8}, True),
        (Offering(), {"headcount": 10**400}, True),
    ],
)
def test_a_limit_excludes_what_is_over_it_and_an_unknown_value_is_not(
    offering, constraints, expected
):
    assert meets(offering, constraints) is expected


@pytest.mark.parametrize(
    ("offering", "constraints", "expected"),
    [
        (Offering(start_date=LATER), {"start_from": LATER}, True),
        (Offering(start_date=TODAY), {"start_from": LATER}, False),
        (Offering(start_date=LATER), {"start_until": TODAY}, False),
        (Offering(end_date=LATER), {"finish_until": TODAY}, False),
        (ALL_YEAR, {"start_from": LATER}, True),
        (ALL_YEAR, {"start_from": date(2027, 4, 1)}, False),
        (ALL_YEAR, {"finish_until": LATER}, True),
        (ALL_YEAR, {"start_until": date(2026, 11, 1)}, False),
    ],
)
def test_what_begins_at_any_time_meets_every_date_within_its_own(offering, constraints, expected):
    assert meets(offering, constraints) is expected


@pytest.mark.parametrize(
    ("word", "held", "expected"),
    [
        ("any", (), False),
        ("any", (Subsidy.PREFECTURE,), True),
        ("教育訓練給付金", (Subsidy.TRAINING_GENERAL,), True),
        ("教育訓練給付金", (Subsidy.PREFECTURE,), False),
        ("人材開発支援助成金", (Subsidy.EMPLOYER_TRAINING, Subsidy.PREFECTURE), True),
        ("何かの割引", (Subsidy.PREFECTURE,), True),
    ],
)
def test_a_benefit_by_its_name_asks_for_that_one(word, held, expected):
    assert meets(Offering(), {"subsidy": word}, subsidies=held) is expected


@pytest.mark.parametrize(
    ("word", "given", "expected"),
    [
        ("履修証明", Certificate.RECORD_OF_STUDY, True),
        ("履修証明", Certificate.COMPLETION, False),
        ("履修証明", Certificate.UNKNOWN, True),
        ("修了証", Certificate.CREDIT, True),
        ("修了証", Certificate.NONE, False),
        ("any", Certificate.NONE, True),
        ("日商簿記3級", Certificate.NONE, True),
    ],
)
def test_only_a_paper_of_the_vocabulary_excludes(word, given, expected):
    assert meets(Offering(), {"certificate": word}, certificate=given) is expected


@pytest.mark.parametrize(
    ("words", "eligibility", "expected"),
    [
        (("シニア",), "18歳以上40歳未満の方", False),
        (("シニア",), "18歳以上の方", True),
        (("シニア",), "女性限定", True),
        (("学生",), "60歳以上の方", False),
        (("男性",), "女性限定", False),
        (("外国人",), "県内に在住の方", True),
    ],
)
def test_an_audience_excludes_only_what_contradicts_it(words, eligibility, expected):
    assert meets(Offering(), {"audience": words}, eligibility=eligibility) is expected


@pytest.mark.parametrize(
    ("summary", "expected"), [("託児はありません。", False), ("託児付き。", True), ("", True)]
)
def test_a_need_for_childcare_excludes_only_where_there_is_none(summary, expected):
    assert meets(Offering(), {"childcare": True}, summary=summary) is expected


def test_a_group_that_is_too_small_is_not_visited():
    rows = {"eligibility": "県内の企業（10名以上）"}
    assert not meets(Offering(mode=Mode.VISITING), {"headcount": 4}, **rows)


def test_every_condition_has_a_rule_but_for_the_level():
    names = {field.name for field in fields(Constraints)}
    assert {"level", "not_mode"} == names - RULES.keys()
