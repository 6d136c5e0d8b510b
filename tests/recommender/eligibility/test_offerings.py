from datetime import date

import pytest

from data.program import Offering, Program
from data.vocabulary import Mode, Status
from recommender.constraints import Constraints
from recommender.eligibility.offerings import eligible_offerings, is_open

TODAY = date(2026, 11, 23)
PAST, LATER = date(2026, 11, 22), date(2027, 2, 1)


@pytest.mark.parametrize(
    ("offering", "expected"),
    [
        (Offering(status=Status.OPEN), True),
        (Offering(status=Status.NOT_YET_OPEN, deadline=LATER), True),
        (Offering(status=Status.ANY_TIME, start_date=PAST), True),
        (Offering(status=Status.ANY_TIME, start_date=PAST, end_date=LATER), True),
        (Offering(status=Status.ANY_TIME, start_date=PAST, end_date=PAST), False),
        (Offering(status=Status.UNKNOWN, start_date=LATER), True),
        (Offering(status=Status.UNKNOWN, start_date=PAST), False),
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


def test_the_soonest_eligible_offering_comes_first():
    closed = Offering(status=Status.CLOSED, start_date=date(2026, 12, 1))
    soon = Offering(status=Status.OPEN, start_date=date(2027, 1, 5))
    late = Offering(status=Status.OPEN, start_date=date(2027, 5, 5))
    program = Program(program_id="x", title="x", offerings=(late, closed, soon))
    assert eligible_offerings(program, Constraints(), TODAY) == (soon, late)


def test_the_offering_in_the_stated_town_comes_before_a_sooner_one_in_the_next():
    next_town = Offering(mode=Mode.ONSITE, municipality="天童市", start_date=date(2026, 12, 1))
    in_town = Offering(mode=Mode.ONSITE, municipality="山形市", start_date=date(2027, 3, 1))
    program = Program(program_id="x", title="x", offerings=(next_town, in_town))
    offerings = eligible_offerings(program, Constraints(municipality="山形市"), TODAY)
    assert offerings == (in_town, next_town)


def test_a_program_without_offerings_has_none_that_is_eligible():
    assert eligible_offerings(Program(program_id="x", title="x"), Constraints(), TODAY) == ()
