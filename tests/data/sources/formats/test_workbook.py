import datetime as dt
import zipfile
from io import BytesIO

import openpyxl
import pytest

from data.errors import SourceUnreadable
from data.issue import Code
from data.sources.formats import workbook
from data.sources.sheet import Fault


@pytest.fixture
def book():
    return openpyxl.Workbook()


def saved(book):
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def changed(data, part, old, new):
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(name, text.replace(old, new) if name == part else text)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["list.xls", "list.ods"])
def test_older_and_open_workbooks_read_alike(golden, cells, name):
    (title, rows), *others = golden(name).items()
    assert (title, others) == ("村山・最上", [])
    assert cells(rows) == {
        "村山・最上!R1": ["機関", "講座名", "開始日", "受講料", "受付"],
        "村山・最上!R2": ["山形大学", "簿記入門", "2027-01-31", "18000", "TRUE"],
        "村山・最上!R3": ["山形大学", "統計入門", "随時", "3.5", ""],
    }


@pytest.mark.parametrize(
    ("value", "look", "expected"),
    [
        (dt.date(2027, 1, 31), 'm"月"d"日"', "2027-01-31"),
        (dt.datetime(2027, 1, 31, 13), "yyyy/m/d h:mm", "2027-01-31T13:00"),  # noqa: DTZ001
        (0.395833, "h:mm", "09:30"),
        (18000.0, "General", "18000"),
        (3.5, "General", "3.5"),
        (True, "General", "TRUE"),
        (46390, "General", "46390"),
        (20, "yyyy-mm-dd", "1900-01-20"),
        (18000, '#,##0"円"', "18000"),
        ("#REF!", "General", "#REF!"),
    ],
)
def test_typed_cells_become_text(book, sheets, value, look, expected):
    book.active["A1"] = value
    book.active["A1"].number_format = look
    assert sheets(saved(book), "a.xlsx")["Sheet"][0].cells == [expected]


def test_merged_cells_repeat_their_text_from_wherever_the_list_begins(book, sheets, cells):
    sheet = book.active
    sheet["C3"], sheet["D3"], sheet["E3"], sheet["E4"] = "機関", "日程", None, "終了"
    sheet.merge_cells("C3:C5")
    sheet.merge_cells("D3:E3")
    assert cells(sheets(saved(book), "a.xlsx")["Sheet"]) == {
        "Sheet!R3": ["", "", "機関", "日程", "日程"],
        "Sheet!R4": ["", "", "機関", "", "終了"],
    }


def test_hidden_and_empty_sheets_are_passed_over(book, sheets):
    book.active["A1"] = "x"
    for state in ("hidden", "veryHidden", "visible"):
        book.create_sheet(state).sheet_state = state
    book["hidden"]["A1"] = book["veryHidden"]["A1"] = "古い"
    assert list(sheets(saved(book), "a.xlsx")) == ["Sheet"]


def test_hidden_rows_and_columns_are_read(book, sheets):
    book.active.append(["a", "b"])
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[1].hidden = True
    assert sheets(saved(book), "a.xlsx")["Sheet"][0].cells == ["a", "b"]


def test_a_formula_that_was_never_calculated_is_a_fault_of_its_cell(book, sheets):
    book.active.append(["小計", "=SUM(B2:B9)"])
    (row,) = sheets(saved(book), "a.xlsx")["Sheet"]
    assert row.cells == ["小計", ""]
    assert row.faults == (Fault(code=Code.FORMULA, raw="=SUM(B2:B9)", column=1),)


def test_a_formula_with_a_value_is_that_value(book, sheets):
    book.active.append(["小計", "=SUM(B2:B9)"])
    part = "xl/worksheets/sheet1.xml"
    data = changed(saved(book), part, b"<v></v>", b"<v>512</v>")
    data = changed(data, part, b"<v />", b"<v>512</v>")
    (row,) = sheets(changed(data, part, b"<v/>", b"<v>512</v>"), "a.xlsx")["Sheet"]
    assert (row.cells, row.faults) == (["小計", "512"], ())


def test_a_link_stands_for_a_word_that_says_nothing(book, sheets):
    book.active.append(["簿記入門", "詳細"])
    for cell in book.active[1]:
        cell.hyperlink = "https://example.jp/boki"
    assert sheets(saved(book), "a.xlsx")["Sheet"][0].cells == [
        "簿記入門",
        "https://example.jp/boki",
    ]


def test_readings_above_the_characters_are_no_part_of_the_text(book, sheets):
    book.active["A1"] = "講座"
    part, old = "xl/sharedStrings.xml", "<t>講座</t>".encode()
    new = old + '<rPh sb="0" eb="2"><t>コウザ</t></rPh>'.encode()
    data = changed(saved(book), part, old, new)
    assert sheets(data, "a.xlsx")["Sheet"][0].cells == ["講座"]


def test_entities_are_not_expanded(book, sheets):
    book.active.append(["a", "=1+1"])
    declared = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet'
    data = changed(saved(book), "xl/worksheets/sheet1.xml", b"<worksheet", declared)
    data = changed(data, "xl/worksheets/sheet1.xml", b"1+1", b"&e;")
    try:
        found = sheets(data, "a.xlsx")
    except SourceUnreadable:
        return
    assert "root:" not in repr(found)


def test_a_workbook_that_unpacks_to_too_much_is_refused(book, sheets, monkeypatch):
    monkeypatch.setattr(workbook, "LARGEST_UNPACKED", 1000)
    with pytest.raises(SourceUnreadable, match="大きすぎる"):
        sheets(saved(book), "a.xlsx")


def test_a_cell_at_the_end_of_the_world_is_refused(book, sheets):
    book.active["A1"], book.active["XFD1048576"] = "a", "b"
    with pytest.raises(SourceUnreadable, match="離れたところ"):
        sheets(saved(book), "a.xlsx")


@pytest.mark.parametrize("name", ["list.xls", "list.ods"])
def test_half_a_workbook_is_refused(sheets, name, request):
    data = (request.path.parent / "golden" / name).read_bytes()
    with pytest.raises(SourceUnreadable):
        sheets(data[: len(data) // 2], name)
