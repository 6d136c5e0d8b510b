import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.municipalities import MUNICIPALITIES
from data.program import Offering, Program
from data.vocabulary import Mode, TimeBand
from recommender.constraints import Constraints
from recommender.fulfilment.fulfilment import CHECKS, Fulfilment, fulfilment

PROGRAM = Program(program_id="x", title="木工")
FAR_AND_CHEAP = Offering(
    mode=Mode.ONSITE, municipality="酒田市", time_bands=(TimeBand.SATURDAY,), fee_yen=2_000
)


def test_nothing_is_said_where_nothing_was_stated():
    told = fulfilment(Constraints(), PROGRAM, FAR_AND_CHEAP)
    assert told == Fulfilment(met=(), different=(), open=())


def test_what_is_met_what_differs_and_what_nobody_tells_stand_apart():
    asked = Constraints(
        municipality="米沢市", time_bands=(TimeBand.SATURDAY,), max_fee_yen=3_000, max_hours=10
    )
    assert fulfilment(asked, PROGRAM, FAR_AND_CHEAP) == Fulfilment(
        met=("土曜", "受講料は2,000円"),
        different=("場所は酒田市（米沢市から直線で約113km）",),
        open=("時間数",),
    )


def test_what_was_loosened_is_told_before_the_rest():
    asked = Constraints(municipality="米沢市", max_fee_yen=0)
    told = fulfilment(asked, PROGRAM, FAR_AND_CHEAP, loosened=("max_fee_yen",))
    assert told.different[0] == "受講料は2,000円"


def test_one_fact_that_answers_two_conditions_is_told_once():
    asked = Constraints(municipality="米沢市", mode=(Mode.LIVE_ONLINE,))
    told = fulfilment(asked, PROGRAM, Offering(mode=Mode.LIVE_ONLINE))
    assert told.met == ("オンラインで受けられる",)


def test_every_condition_has_its_check():
    known = {name for check in CHECKS for name in check.names}
    assert known == set(Constraints.__dataclass_fields__)


@pytest.mark.parametrize("mode", Mode)
@given(
    home=st.sampled_from(list(MUNICIPALITIES)),
    asked=st.lists(st.sampled_from(Mode), unique=True),
    refused=st.lists(st.sampled_from(Mode), unique=True),
)
def test_every_way_of_teaching_can_be_told(mode, home, asked, refused):
    stated = Constraints(municipality=home, mode=tuple(asked), not_mode=tuple(refused))
    told = fulfilment(stated, PROGRAM, Offering(mode=mode))
    assert told.met or told.different or told.open
