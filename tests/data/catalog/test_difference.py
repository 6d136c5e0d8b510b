from datetime import date

from data.catalog.difference import FieldChange, difference
from data.program import Offering, Program


def program(name, **values):
    return Program(program_id=name, title=name, **values)


def test_programs_are_added_changed_and_removed_by_identity():
    found = difference(
        [program("a"), program("b"), program("c", summary="前")],
        [program("b"), program("c", summary="後"), program("d")],
    )
    assert [p.title for p in found.added] == ["d"]
    assert [p.title for p in found.removed] == ["a"]
    (changed,) = found.changed
    assert changed.changes == (FieldChange(field="summary", before="前", after="後"),)


def test_an_occasions_change_names_its_place_and_field():
    before = program("a", offerings=(Offering(fee_yen=100), Offering()))
    after = program("a", offerings=(Offering(fee_yen=200, start_date=date(2027, 1, 2)),))
    (changed,) = difference([before], [after]).changed
    assert [(c.field, c.before, c.after) for c in changed.changes][:2] == [
        ("offerings[0].start_date", "", "2027-01-02"),
        ("offerings[0].fee_yen", 100, 200),
    ]
    assert all(c.after is None for c in changed.changes if c.field.startswith("offerings[1]"))


def test_where_a_program_was_found_is_no_change():
    before, after = program("a"), program("a")
    assert difference([before], [after]).changed == ()
