import pytest

from data.errors import StaffTableUnreadable
from data.intake import ImportOrder, import_sources
from data.issue import Severity
from data.sources.source import StaffKnowledge
from data.staff.corrections import read_corrections

HEADER = "ファイル,講座,項目,正しい値,理由,日付,もとの値"
LIST = "講座コード,講座名,実施機関,開始日,受講料\nk1,簿記入門,商工会,2027-01-10,時価\n"


@pytest.fixture
def corrected(catalog, tmp_path, now):
    """Import a list with some corrections; returns the only program and the issues."""

    def run(*rows, text=LIST):
        table = tmp_path / "corrections.csv"
        table.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8-sig")
        corrections, faults = read_corrections(table)
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        knowledge = StaffKnowledge(today=now.date(), corrections=corrections)
        order = ImportOrder(moment=now, knowledge=knowledge, staff_issues=tuple(faults))
        report = import_sources([path], catalog, order)
        return catalog.programs()[0], report.issues

    return run


def codes(issues):
    return [issue.code for issue in issues]


def test_a_correction_replaces_the_cell_and_says_so(corrected):
    program, issues = corrected("list.csv,k1,受講料,3000,電話で確認,2026-11-20,")
    assert program.offerings[0].fee_yen == 3000
    (issue,) = issues
    assert (issue.code, issue.severity) == ("correction_applied", Severity.NOTED)
    assert (issue.locator, issue.column, issue.raw) == ("R2", "受講料", "時価")
    assert "電話で確認" in issue.message


def test_a_course_may_be_named_by_its_title_and_any_file_meant(corrected):
    program, _ = corrected(",簿記入門,開始日,2027-02-01,日程変更,2026/11/20,")
    assert program.offerings[0].start_date.isoformat() == "2027-02-01"


def test_an_item_without_a_column_of_its_own_can_be_given(corrected):
    program, _ = corrected("list.csv,k1,会場,商工会館（天童市）,聞いた,2026-11-20,")
    assert program.offerings[0].venue == "商工会館"
    assert program.offerings[0].municipality == "天童市"


def test_a_correction_ends_when_the_office_has_mended_its_list(corrected):
    program, issues = corrected(
        "list.csv,k1,受講料,3000,電話で確認,2026-11-20,時価", text=LIST.replace("時価", "3500")
    )
    assert program.offerings[0].fee_yen == 3500
    assert codes(issues) == ["correction_unmatched"]


def test_a_correction_of_an_unknown_course_is_reported(corrected):
    _, issues = corrected("list.csv,k9,受講料,3000,電話で確認,2026-11-20,")
    assert "correction_unmatched" in codes(issues)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("list.csv,k1,おかね,3000,理由,2026-11-20,", "おかね"),
        ("list.csv,k1,受講料,3000,,2026-11-20,", "理由が空"),
        ("list.csv,k1,受講料,3000,理由,きのう,", "日付は"),
    ],
)
def test_a_row_that_cannot_be_used_is_reported_with_its_place(corrected, row, words):
    _, issues = corrected(row)
    (issue,) = [issue for issue in issues if issue.code == "staff_file_row"]
    assert (issue.file, issue.locator, issue.severity) == (
        "corrections.csv",
        "R2",
        Severity.REFUSED,
    )
    assert words in issue.message


def test_a_table_without_its_headers_stops_before_anything_is_changed(tmp_path):
    table = tmp_path / "corrections.csv"
    table.write_text("講座,値\nk1,3000\n", encoding="utf-8")
    with pytest.raises(StaffTableUnreadable, match="正しい値"):
        read_corrections(table)
