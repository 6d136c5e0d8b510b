from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data.municipalities import MUNICIPALITIES, Area
from data.program import Offering, Program
from data.vocabulary import Mode, Status, Subsidy, TimeBand
from recommender.constraints import Constraints
from recommender.eligibility.offerings import NO_TRAVEL, eligible_offerings
from recommender.eligibility.table import OfferingTable

TODAY = date(2026, 11, 23)
TOWNS = ("山形市", "天童市", "上山市", "酒田市", "新庄市", "米沢市")
HOME = {Mode.LIVE_ONLINE: (Mode.ON_DEMAND, Mode.HYBRID), Mode.ONSITE: (Mode.HYBRID,)}

days = st.integers(-60, 120).map(lambda count: TODAY + timedelta(days=count))
maybe_days = st.none() | days


def some(values, size=3):
    return st.lists(st.sampled_from(list(values)), max_size=size, unique=True).map(tuple)


offerings = st.builds(
    Offering,
    mode=st.sampled_from(Mode),
    municipality=st.sampled_from(("", *TOWNS)),
    time_bands=some(TimeBand),
    start_date=maybe_days,
    end_date=maybe_days,
    total_hours=st.none() | st.integers(1, 60).map(lambda halves: halves / 2),
    fee_yen=st.none() | st.integers(0, 20_000),
    deadline=maybe_days,
    status=st.sampled_from(Status),
    capacity=st.none() | st.integers(1, 30),
)
programs = st.builds(
    Program,
    program_id=st.just("x"),
    title=st.just("x"),
    subsidies=some(Subsidy, 1),
    offerings=st.lists(offerings, max_size=3).map(tuple),
)
constraints = st.builds(
    Constraints,
    municipality=st.none() | st.sampled_from(TOWNS),
    area=st.none() | st.sampled_from(Area),
    mode=some(set(Mode) - {Mode.UNKNOWN}, 2),
    not_mode=some((Mode.LIVE_ONLINE, Mode.ONSITE, Mode.VISITING), 1),
    time_bands=some(TimeBand, 2),
    not_time_bands=some(TimeBand, 2),
    max_fee_yen=st.none() | st.integers(0, 20_000),
    max_hours=st.none() | st.integers(1, 30),
    start_from=maybe_days,
    start_until=maybe_days,
    finish_until=maybe_days,
    subsidy=st.none() | st.just("any"),
    headcount=st.none() | st.integers(1, 30),
)


def is_met(program, one, asked):
    """Say in so many words what the table says in arrays."""
    conditions = [is_open(one), is_near(one, asked), is_taught_as(one, asked), is_when(one, asked)]
    conditions += [
        asked.max_fee_yen is None or one.fee_yen is None or one.fee_yen <= asked.max_fee_yen,
        not asked.max_hours or not one.total_hours or one.total_hours <= asked.max_hours,
        not asked.headcount or not one.capacity or one.capacity >= asked.headcount,
        not asked.subsidy or len(program.subsidies) > 0,
    ]
    return all(conditions)


def is_open(one):
    if one.status in {Status.CLOSED, Status.FULL, Status.CANCELLED}:
        return False
    begun = None if one.status is Status.ANY_TIME else one.start_date
    return (one.deadline or one.end_date or begun or TODAY) >= TODAY


def is_near(one, asked):
    if one.mode in NO_TRAVEL or not one.municipality:
        return True
    town = MUNICIPALITIES[one.municipality]
    if asked.municipality and town.distance_km(MUNICIPALITIES[asked.municipality]) > 25:
        return False
    return asked.area in {None, town.area}


def is_taught_as(one, asked):
    wanted = {given for mode in asked.mode for given in (mode, *HOME.get(mode, ()))}
    refused = {given for mode in asked.not_mode for given in (mode, *HOME.get(mode, ()))}
    if one.mode in refused - {Mode.HYBRID} and not (one.mode in wanted and wanted < refused):
        return False
    return not asked.mode or one.mode in {Mode.UNKNOWN, *wanted}


def is_when(one, asked):
    bands, rolling = set(one.time_bands), one.status is Status.ANY_TIME
    begins_by = one.end_date if rolling else one.start_date
    ends_from = one.start_date if rolling else one.end_date
    return not (
        (bands and asked.time_bands and not bands & set(asked.time_bands))
        or (bands and not bands - set(asked.not_time_bands))
        or (asked.start_from and begins_by and begins_by < asked.start_from)
        or (asked.start_until and one.start_date and one.start_date > asked.start_until)
        or (asked.finish_until and ends_from and ends_from > asked.finish_until)
    )


@given(st.lists(programs, max_size=6), constraints)
def test_the_table_finds_what_reading_one_offering_after_another_finds(catalog, asked):
    eligible = OfferingTable.of(catalog).meeting(asked, TODAY)
    expected = {
        position: [one for one in program.offerings if is_met(program, one, asked)]
        for position, program in enumerate(catalog)
    }
    assert [place for place, found in expected.items() if found] == eligible.positions.tolist()
    for position in eligible.positions.tolist():
        found = eligible.offerings(position)
        assert sorted(map(repr, expected[position])) == sorted(map(repr, found))


@given(st.lists(programs, max_size=6), constraints)
def test_a_program_is_judged_alone_as_it_is_among_others(catalog, asked):
    eligible = OfferingTable.of(catalog).meeting(asked, TODAY)
    for position, program in enumerate(catalog):
        assert eligible_offerings(program, asked, TODAY) == eligible.offerings(position)


@given(st.lists(programs, max_size=6), constraints, st.sets(st.integers(0, 5)))
def test_a_part_of_the_table_judges_its_programs_as_the_whole_does(catalog, asked, kept):
    table = OfferingTable.of(catalog)
    kept = np.array(sorted(kept & set(range(len(catalog)))), np.int64)
    whole = table.meeting(asked, TODAY).positions
    part = table.among(kept).meeting(asked, TODAY).positions
    assert np.intersect1d(whole, kept).tolist() == part.tolist()


@given(st.lists(programs, max_size=6), constraints)
def test_a_program_is_preferred_for_its_first_offering(catalog, asked):
    eligible = OfferingTable.of(catalog).meeting(asked, TODAY)
    scores = eligible.preferences(np.arange(len(catalog)))
    for position, score in enumerate(scores.tolist()):
        first = eligible.offerings(position)[:1]
        alone = replace(catalog[position], offerings=first)
        again = OfferingTable.of([alone]).meeting(asked, TODAY).preferences(np.array([0]))
        assert score == again[0]


def test_positions_are_sorted_int64_and_each_comes_once():
    twice = Program(program_id="x", title="x", offerings=(Offering(), Offering()))
    positions = OfferingTable.of([twice, twice]).meeting(Constraints(), TODAY).positions
    assert positions.dtype == np.int64
    assert positions.tolist() == [0, 1]


def test_an_empty_catalog_has_nothing_to_offer():
    eligible = OfferingTable.of([]).meeting(Constraints(municipality="山形市"), TODAY)
    assert eligible.positions.tolist() == []
    assert eligible.preferences(eligible.positions).tolist() == []
