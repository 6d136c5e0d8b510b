from datetime import date

from data.issue import Severity
from data.sources.program_csv import ProgramCsv
from data.sources.record import SourceFile
from data.vocabulary import Mode, Status

HEADER = "講座コード,講座名,実施機関,開催形態,市町村,開始日,終了日,受講料,定員,申込状況,URL"


def records(*rows, header=HEADER):
    text = "\r\n".join([header, *rows])
    return list(ProgramCsv().records(SourceFile(name="list.csv", text=text)))


def test_a_good_row_becomes_a_program_with_one_offering_and_no_issue():
    (record,) = records("k1,簿記３級,山形商工会議所,対面,山形市,2027-01-10,,5000,20,募集中,")
    offering = record.program.offerings[0]
    assert record.issues == ()
    assert record.program.title == "簿記３級"
    assert record.program.source_refs[0].locator == "R2"
    assert (offering.mode, offering.status) == (Mode.ONSITE, Status.OPEN)
    assert (offering.start_date, offering.fee_yen, offering.capacity) == (
        date(2027, 1, 10),
        5000,
        20,
    )


def test_blank_cells_are_unknown_and_no_issue():
    (record,) = records("k1,簿記,,,,,,,,,")
    offering = record.program.offerings[0]
    assert record.issues == ()
    assert (offering.mode, offering.fee_yen, offering.start_date) == (Mode.UNKNOWN, None, None)


def test_a_bad_cell_is_reported_with_its_place_and_the_row_is_kept():
    (record,) = records("k1,簿記,商工会,対面,札幌市,2027-02-30,,無用,20,募集中,")
    places = [(issue.locator, issue.column, issue.raw, issue.code) for issue in record.issues]
    assert places == [
        ("R2", "市町村", "札幌市", "municipality_unknown"),
        ("R2", "開始日", "2027-02-30", "date_impossible"),
        ("R2", "受講料", "無用", "fee_unreadable"),
    ]
    assert {issue.severity for issue in record.issues} == {Severity.KEPT_WITH_UNKNOWN}
    assert record.program.offerings[0].fee_yen is None


def test_a_row_without_a_title_is_set_aside():
    (record,) = records("k1,,商工会,対面,山形市,,,,,,")
    assert record.program is None
    assert [issue.severity for issue in record.issues] == [Severity.QUARANTINED]


def test_an_end_before_its_start_is_dropped_and_reported():
    (record,) = records("k1,簿記,商工会,対面,山形市,2027-02-10,2027-02-01,,,,")
    assert record.program.offerings[0].end_date is None
    assert [issue.code for issue in record.issues] == ["end_before_start"]


def test_a_script_address_never_reaches_the_catalog():
    (record,) = records("k1,簿記,商工会,対面,山形市,,,,,,javascript:alert(1)")
    assert record.program.url == ""
    assert [issue.code for issue in record.issues] == ["url_unsafe"]


def test_a_row_that_is_too_short_is_kept_and_reported():
    (record,) = records("k1,簿記,商工会")
    assert record.program.title == "簿記"
    assert [issue.code for issue in record.issues] == ["row_width"]


def test_columns_may_come_in_any_order_and_blank_lines_are_no_records():
    (record,) = records("商工会,簿記", "", header="実施機関,講座名")
    assert (record.program.institution, record.program.title) == ("商工会", "簿記")


def test_only_a_list_with_its_key_headers_is_claimed():
    def claims(first_line):
        return ProgramCsv().claims(SourceFile(name="x.csv", text=f"{first_line}\n"))

    assert claims("実施機関,講座名,何か")
    assert not claims("NO,イベント名,主催者")
    assert not ProgramCsv().claims(SourceFile(name="x.csv", text=""))
