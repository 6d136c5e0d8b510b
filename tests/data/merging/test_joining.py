from datetime import date

from data.merging.joining import joined, provider_first
from data.program import Offering, Program, SourceRef
from data.vocabulary import Mode, Status

DAY, LATER = date(2027, 2, 1), date(2027, 5, 1)


def listing(file, *offerings, **values):
    known = {"title": "講座", "institution": "機関", "summary": "短い"} | values
    ref = SourceRef(file=file, locator="R2")
    return Program(program_id=file, source_refs=(ref,), offerings=offerings, **known)


def test_the_fuller_description_is_the_providers_whoever_has_a_code():
    portal = listing("portal.csv", source_key="7")
    provider = listing("provider.csv", summary="もっと長い説明です")
    assert provider_first([portal, provider]) == [provider, portal]


def test_of_equally_full_descriptions_the_one_with_a_code_is_the_providers():
    portal, provider = listing("portal.csv"), listing("provider.csv", source_key="k1")
    assert provider_first([portal, provider]) == [provider, portal]


def test_both_places_stay_known_and_gaps_are_filled_from_the_other():
    provider = listing("a.csv", Offering(start_date=DAY), contact="")
    portal = listing("b.csv", Offering(start_date=DAY, mode=Mode.ONSITE), contact="窓口")
    program = joined([provider, portal]).program
    assert [ref.file for ref in program.source_refs] == ["a.csv", "b.csv"]
    assert program.contact == "窓口"
    assert program.offerings == (Offering(start_date=DAY, mode=Mode.ONSITE),)


def test_where_they_differ_the_provider_is_believed_and_the_other_reported():
    provider = listing("a.csv", Offering(start_date=DAY, deadline=date(2027, 1, 20)))
    portal = listing("b.csv", Offering(start_date=DAY, deadline=date(2027, 1, 15)))
    outcome = joined([provider, portal])
    assert outcome.program.offerings[0].deadline == date(2027, 1, 20)
    (conflict,) = outcome.conflicts
    assert (conflict.file, conflict.locator, conflict.column) == ("b.csv", "R2", "申込締切")
    assert conflict.raw == "2027-01-15"
    assert "2027-01-20" in conflict.message


def test_a_difference_in_status_is_no_conflict():
    provider = listing("a.csv", Offering(start_date=DAY, status=Status.OPEN))
    portal = listing("b.csv", Offering(start_date=DAY, status=Status.FULL))
    assert joined([provider, portal]).conflicts == ()


def test_occasions_are_matched_by_their_first_day_and_the_rest_is_added():
    provider = listing("a.csv", Offering(start_date=DAY), Offering(start_date=LATER, capacity=9))
    portal = listing("b.csv", Offering(start_date=LATER), Offering(start_date=date(2027, 9, 1)))
    starts = [offering.start_date for offering in joined([provider, portal]).program.offerings]
    assert starts == [DAY, LATER, date(2027, 9, 1)]


def test_a_free_course_is_not_a_course_of_unknown_fee():
    provider = listing("a.csv", Offering(start_date=DAY, fee_yen=0))
    portal = listing("b.csv", Offering(start_date=DAY, fee_yen=500))
    outcome = joined([provider, portal])
    assert outcome.program.offerings[0].fee_yen == 0
    assert len(outcome.conflicts) == 1
