from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge
from data.staff.column_meanings import read_column_meanings

LIST = "ぴよぴよ,主催,参加費,むにゃ\n星を見る会,天文台,500,2027-01-10\n"


def imported(catalog, tmp_path, now, *rows):
    table = tmp_path / "columns.csv"
    table.write_text("\n".join(["ファイル,見出し,項目", *rows]) + "\n", encoding="utf-8")
    meanings, faults = read_column_meanings(table)
    path = tmp_path / "odd.csv"
    path.write_text(LIST, encoding="utf-8")
    knowledge = StaffKnowledge(today=now.date(), meanings=meanings)
    order = ImportOrder(moment=now, knowledge=knowledge, staff_issues=tuple(faults))
    return import_sources([path], catalog, order)


def test_a_header_that_nobody_knows_means_what_staff_say(catalog, tmp_path, now):
    imported(catalog, tmp_path, now, "odd.csv,ぴよぴよ,講座名", "*.csv,むにゃ,開始日")
    (program,) = catalog.programs()
    assert program.title == "星を見る会"
    assert program.offerings[0].start_date.isoformat() == "2027-01-10"


def test_another_files_headers_are_left_alone(catalog, tmp_path, now):
    report = imported(catalog, tmp_path, now, ",ぴよぴよ,講座名", "other.csv,むにゃ,開始日")
    assert catalog.programs()[0].offerings[0].start_date is None
    assert [(i.code, i.column) for i in report.issues] == [("column_unused", "むにゃ")]


def test_a_row_with_an_unknown_item_is_reported(catalog, tmp_path, now):
    report = imported(catalog, tmp_path, now, ",ぴよぴよ,講座名", ",むにゃ,なにか")
    assert "staff_file_row" in {issue.code for issue in report.issues}
