from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalog.catalog import Catalog
from data.errors import SourceUnreadable
from data.intake import ImportOrder, import_sources
from data.issue import Severity
from data.shape import program_from_json, program_to_json
from data.sources.source import StaffKnowledge

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ORDER = ImportOrder(moment=NOW, knowledge=StaffKnowledge(today=NOW.date()))

BOOKKEEPING = "k1,簿記入門,商工会,帳簿をつける,対面,山形市,土,2027-01-10,2027-01-31,5000,,募集中"
LATER_RUN = "k1,簿記入門,商工会,帳簿をつける,対面,山形市,土,2027-05-10,2027-05-31,5000,,募集前"
WELDING = "k2,溶接実習,工科短大,溶接する,対面,新庄市,平日昼,2027-02-01,,0,,募集中"


def test_the_same_course_on_two_dates_is_one_program_with_two_offerings(catalog, write_list):
    report = import_sources([write_list(BOOKKEEPING, LATER_RUN)], catalog, ORDER)
    (program,) = catalog.programs()
    assert [offering.start_date.month for offering in program.offerings] == [1, 5]
    assert [ref.locator for ref in program.source_refs] == ["R2", "R3"]
    assert (report.files[0].programs, report.files[0].offerings) == (1, 2)


def test_a_row_repeated_in_a_file_is_merged_and_counted(catalog, write_list):
    report = import_sources([write_list(BOOKKEEPING, BOOKKEEPING)], catalog, ORDER)
    assert len(catalog.programs()[0].offerings) == 1
    assert report.files[0].duplicates_merged == 1


def test_a_code_used_for_another_course_sets_that_row_aside(catalog, write_list):
    path = write_list(BOOKKEEPING, WELDING.replace("k2", "k1"))
    report = import_sources([path], catalog, ORDER)
    assert [program.title for program in catalog.programs()] == ["簿記入門"]
    assert [(i.locator, i.code, i.severity) for i in report.issues] == [
        ("R3", "key_reused", Severity.QUARANTINED)
    ]


def test_importing_twice_changes_nothing(catalog, write_list):
    path = write_list(BOOKKEEPING, WELDING)
    import_sources([path], catalog, ORDER)
    before = catalog.programs()
    report = import_sources([path], catalog, ORDER)
    assert catalog.programs() == before
    assert report.files[0].unchanged


def test_a_file_replaces_what_it_said_before_and_nothing_else(catalog, write_list):
    first = write_list(BOOKKEEPING, WELDING)
    other = write_list("z9,三味線,公民館,,対面,鶴岡市,日祝,,,,,募集中", name="other.csv")
    import_sources([first, other], catalog, ORDER)
    import_sources([write_list(WELDING)], catalog, ORDER)
    assert {program.title for program in catalog.programs()} == {"溶接実習", "三味線"}


def test_a_program_in_two_files_is_one_program_with_both_references(catalog, write_list):
    import_sources([write_list(BOOKKEEPING), write_list(BOOKKEEPING, name="b.csv")], catalog, ORDER)
    (program,) = catalog.programs()
    assert [ref.file for ref in program.source_refs] == ["list.csv", "b.csv"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空のファイル"),
        (bytes(range(128, 256)) * 4, "文字コード"),
        (b"<html>error</html>", "ウェブページ"),
        (b"a,b\n1,2\n", "見出しが見つかりません"),
    ],
)
def test_an_unreadable_file_stops_the_import_and_nothing_changes(
    catalog, write_list, tmp_path, content, words
):
    import_sources([write_list(BOOKKEEPING)], catalog, ORDER)
    bad = tmp_path / "bad.csv"
    bad.write_bytes(content)
    with pytest.raises(SourceUnreadable, match=words):
        import_sources([write_list(WELDING), bad], catalog, ORDER)
    assert [program.title for program in catalog.programs()] == ["簿記入門"]


def test_a_missing_path_is_named(catalog, tmp_path):
    with pytest.raises(SourceUnreadable, match="no-such"):
        import_sources([tmp_path / "no-such.csv"], catalog, ORDER)


def test_an_empty_folder_is_said_to_be_empty(catalog, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceUnreadable, match="見つかりません"):
        import_sources([tmp_path / "empty"], catalog, ORDER)


def test_a_windows_file_is_read(catalog, tmp_path):
    path = tmp_path / "windows.csv"
    path.write_bytes("講座名,実施機関\r\n髙橋流①茶道,〜会\r\n".encode("cp932"))
    import_sources([path], catalog, ORDER)
    assert catalog.programs()[0].title == "髙橋流①茶道"


def test_in_a_folder_what_is_no_list_is_named_and_passed_over(catalog, write_list):
    folder = write_list(BOOKKEEPING, name="in/list.csv").parent
    (folder / "notes.txt").write_text("memo", encoding="utf-8")
    (folder / ".hidden.csv").write_text("x", encoding="utf-8")
    (folder / "other.csv").write_text("番,値\n1,2\n", encoding="utf-8")
    report = import_sources([folder], catalog, ORDER)
    assert [(file.file, file.refused) for file in report.files] == [
        ("list.csv", 0),
        ("notes.txt", 1),
        ("other.csv", 1),
    ]
    assert {issue.file for issue in report.issues} == {"notes.txt", "other.csv"}


def test_two_files_of_one_name_are_refused_rather_than_replacing_each_other(catalog, write_list):
    first = write_list(BOOKKEEPING, name="a/list.csv")
    second = write_list(WELDING, name="b/list.csv")
    with pytest.raises(SourceUnreadable, match="同じ名前"):
        import_sources([first, second], catalog, ORDER)


def test_programs_beside_a_sample_mark_are_samples(catalog, write_list):
    path = write_list(BOOKKEEPING)
    (path.parent / "SAMPLE.md").write_text("見本", encoding="utf-8")
    import_sources([path.parent / "list.csv"], catalog, ORDER)
    assert catalog.programs()[0].is_sample


def test_the_catalog_survives_being_closed(catalog, write_list, tmp_path):
    import_sources([write_list(BOOKKEEPING, LATER_RUN, "k3,,x,,,,,,,,,")], catalog, ORDER)
    programs, issues = catalog.programs(), catalog.issues()
    catalog.close()
    again = Catalog.open(tmp_path / "catalog.db")
    assert (again.programs(), again.issues()) == (programs, issues)
    again.close()


def test_a_program_and_its_json_shape_are_two_forms_of_one_thing(catalog, write_list):
    import_sources([write_list(BOOKKEEPING, LATER_RUN, WELDING)], catalog, ORDER)
    for program in catalog.programs():
        assert program_from_json(program_to_json(program)) == program


@settings(max_examples=30)
@given(st.lists(st.text(max_size=30), max_size=12))
def test_no_content_of_cells_can_break_an_import(tmp_path_factory, cells):
    folder = tmp_path_factory.mktemp("cells")
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    path = folder / "list.csv"
    text = f"講座名,実施機関,開始日,受講料\n{','.join(quoted)}\n"
    path.write_bytes(text.encode("utf-8", "ignore"))
    catalog = Catalog.open(folder / "catalog.db")
    import_sources([path], catalog, ORDER)
    for program in catalog.programs():
        assert program.title
        assert program_from_json(program_to_json(program)) == program
    catalog.close()
