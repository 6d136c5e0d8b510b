from datetime import date

import pytest

from data.municipalities import Area
from data.program import Offering, Program
from data.vocabulary import Mode, Status, Subsidy, TimeBand
from recommender.constraints import Constraints
from recommender.eligibility.offerings import eligible_offerings, is_open, meets

TODAY = date(2026, 11, 23)
PAST, LATER = date(2026, 11, 22), date(2027, 2, 1)


@pytest.mark.parametrize(
    ("offering", "expected"),
    [
        (Offering(status=Status.OPEN), True),
        (Offering(status=Status.NOT_YET_OPEN, deadline=LATER), True),
        (Offering(status=Status.ANY_TIME, start_date=PAST), True),
        (Offering(status=Status.UNKNOWN, start_date=LATER), True),
        (Offering(status=Status.OPEN, deadline=TODAY), True),
        (Offering(status=Status.OPEN, start_date=PAST, deadline=LATER), True),
        (Offering(status=Status.OPEN, start_date=PAST, end_date=LATER), True),
        (Offering(status=Status.OPEN, deadline=PAST, start_date=LATER), False),
        (Offering(status=Status.OPEN, start_date=PAST), False),
        (Offering(status=Status.OPEN, start_date=PAST, end_date=PAST), False),
        (Offering(status=Status.CLOSED, deadline=LATER), False),
        (Offering(status=Status.FULL), False),
        (Offering(status=Status.CANCELLED), False),
    ],
)
def test_only_what_one_can_still_apply_for_is_open(offering, expected):
    assert is_open(offering, TODAY) is expected


@pytest.mark.parametrize(
    ("offering", "constraints", "expected"),
    [
        (Offering(municipality="天童市", mode=Mode.ONSITE), {"municipality": "山形市"}, True),
        (Offering(municipality="酒田市", mode=Mode.ONSITE), {"municipality": "山形市"}, False),
        (Offering(municipality="酒田市", mode=Mode.LIVE_ONLINE), {"municipality": "山形市"}, True),
        (Offering(municipality="酒田市", mode=Mode.ONSITE), {"area": Area.SHONAI}, True),
        (Offering(municipality="新庄市", mode=Mode.ONSITE), {"area": Area.SHONAI}, False),
        (Offering(mode=Mode.ONSITE), {"mode": (Mode.ON_DEMAND,)}, False),
        (Offering(mode=Mode.UNKNOWN), {"mode": (Mode.ON_DEMAND,)}, True),
        (Offering(mode=Mode.ONSITE), {"not_mode": (Mode.ONSITE,)}, False),
        (Offering(time_bands=(TimeBand.SATURDAY,)), {"time_bands": (TimeBand.SATURDAY,)}, True),
        (
            Offering(time_bands=(TimeBand.SATURDAY,)),
            {"not_time_bands": (TimeBand.SATURDAY,)},
            False,
        ),
        (Offering(), {"time_bands": (TimeBand.SATURDAY,)}, True),
        (Offering(fee_yen=0), {"max_fee_yen": 0}, True),
        (Offering(fee_yen=1), {"max_fee_yen": 0}, False),
        (Offering(fee_yen=None), {"max_fee_yen": 0}, True),
        (Offering(total_hours=31), {"max_hours": 30}, False),
        (Offering(start_date=LATER, end_date=LATER), {"max_days": 1}, True),
        (Offering(start_date=TODAY, end_date=LATER), {"max_days": 2}, False),
        (Offering(start_date=LATER), {"start_from": LATER}, True),
        (Offering(start_date=TODAY), {"start_from": LATER}, False),
        (Offering(start_date=LATER), {"start_until": TODAY}, False),
        (Offering(end_date=LATER), {"finish_until": TODAY}, False),
    ],
)
def test_a_stated_condition_excludes_and_an_unknown_value_does_not(offering, constraints, expected):
    program = Program(program_id="x", title="x")
    assert meets(program, offering, Constraints(**constraints)) is expected


@pytest.mark.parametrize("subsidies", [(), (Subsidy.PREFECTURE,)])
def test_a_wish_for_a_benefit_keeps_programs_that_have_one(subsidies):
    program = Program(program_id="x", title="x", subsidies=subsidies)
    assert meets(program, Offering(), Constraints(subsidy="any")) is bool(subsidies)


def test_the_soonest_eligible_offering_comes_first():
    closed = Offering(status=Status.CLOSED, start_date=date(2026, 12, 1))
    soon = Offering(status=Status.OPEN, start_date=date(2027, 1, 5))
    late = Offering(status=Status.OPEN, start_date=date(2027, 5, 5))
    undated = Offering(status=Status.ANY_TIME)
    program = Program(program_id="x", title="x", offerings=(undated, late, closed, soon))
    assert eligible_offerings(program, Constraints(), TODAY) == (soon, late, undated)
