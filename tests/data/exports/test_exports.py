import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.exports.issue_sheet import write_issue_sheet
from data.exports.linked_data import course
from data.exports.spreadsheet import FORMULA_STARTS, safe_cell, write_spreadsheet
from data.intake import ImportOrder, import_sources
from data.program import Offering, Program
from data.sources.source import StaffKnowledge
from data.vocabulary import Mode, Status


def spreadsheet(*programs):
    file = io.StringIO(newline="")
    write_spreadsheet(programs, file)
    return file.getvalue()


def test_the_sheet_begins_with_the_mark_by_which_excel_knows_utf_8():
    assert spreadsheet().startswith("\ufeff講座コード,")


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", " =x", "＝1"])
def test_no_cell_of_the_sheet_computes(title):
    text = spreadsheet(Program(program_id="x", title=title, offerings=(Offering(),)))
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["講座名"] == f"'{title}"


@given(st.text())
def test_a_safe_cell_never_begins_like_a_formula(text):
    begins = safe_cell(text).lstrip()
    assert len(begins) < 2 or not begins.startswith(FORMULA_STARTS)


def test_a_dash_alone_stays_a_dash():
    assert safe_cell("-") == "-"


def test_what_is_exported_can_be_imported_again(catalog, write_list, tmp_path, now):
    rows = "k1,簿記入門,商工会,帳簿をつける,対面,山形市,土,2027-01-10,2027-01-31,5000,,募集中"
    order = ImportOrder(moment=now, knowledge=StaffKnowledge(today=now.date()))
    import_sources([write_list(rows)], catalog, order)
    before = catalog.programs()
    path = tmp_path / "list.csv"
    path.write_text(spreadsheet(*before), encoding="utf-8", newline="")
    import_sources([path], catalog, order)
    assert catalog.programs() == before


def test_a_program_is_a_schema_org_course_with_an_instance_for_each_occasion():
    offering = Offering(
        mode=Mode.HYBRID, municipality="山形市", fee_yen=0, total_hours=1.5, status=Status.FULL
    )
    program = Program(program_id="x", title="簿記", institution="商工会", offerings=(offering,))
    assert course(program) == {
        "@context": "https://schema.org",
        "@type": "Course",
        "identifier": "x",
        "name": "簿記",
        "provider": {"@type": "Organization", "name": "商工会"},
        "hasCourseInstance": [
            {
                "@type": "CourseInstance",
                "courseMode": "blended",
                "courseWorkload": "PT90M",
                "location": {
                    "@type": "Place",
                    "address": {
                        "@type": "PostalAddress",
                        "addressLocality": "山形市",
                        "addressRegion": "山形県",
                    },
                },
                "offers": {
                    "@type": "Offer",
                    "price": 0,
                    "priceCurrency": "JPY",
                    "availability": "https://schema.org/SoldOut",
                },
            }
        ],
    }


def test_the_sheet_of_issues_is_as_harmless(catalog, write_list, now):
    order = ImportOrder(moment=now, knowledge=StaffKnowledge(today=now.date()))
    report = import_sources(
        [write_list('"=HYPERLINK(""x"")",商工会,たぶん', header="講座名,主催,受講料")],
        catalog,
        order,
    )
    file = io.StringIO(newline="")
    write_issue_sheet(report.issues, file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue().removeprefix("\ufeff"), newline="")))
    assert {row["書かれている値"] for row in rows} == {'\'=HYPERLINK("x")', "たぶん"}
