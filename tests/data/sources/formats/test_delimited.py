import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.issue import Code
from data.sources.formats.delimited import delimited_rows, delimiter_of
from data.sources.sheet import Fault

TABLES = st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2))


def rows(text, delimiter=","):
    return list(delimited_rows(text, delimiter))


def test_records_are_counted_with_header_blank_lines_and_line_breaks_in_cells(sheets, cells):
    found = sheets('名,料金\r\n\r\n"簿記\r\n入門",500\r\n,\r\n統計,0'.encode())
    expected = {"R1": ["名", "料金"], "R3": ["簿記\r\n入門", "500"], "R5": ["統計", "0"]}
    assert cells(found[""]) == expected


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_separator_is_the_one_that_gives_equal_rows(delimiter):
    lines = [["題", "講座名", "分野", "備考"], *[["1", "a, b", "c; d, e", "f|g"]] * 9]
    text = "一覧, 令和8年度\n" + "\n".join(
        delimiter.join(cell.replace(delimiter, " ") for cell in line) for line in lines
    )
    assert delimiter_of(text) == delimiter


def test_an_unclosed_quote_at_the_end_loses_only_its_row():
    (first, last) = rows('a,b\n1,"引用符\n')
    assert (first.cells, last.cells) == (["a", "b"], ())
    assert last.locator == "R2"
    assert last.faults == (Fault(code=Code.QUOTE_UNCLOSED, raw='1,"引用符'),)


@pytest.mark.parametrize("cell", ["{}", '"{}"'])
def test_an_unclosed_quote_in_the_middle_loses_only_its_row(cell):
    lines = [f"{number},{cell.format(number)},x" for number in range(1, 11)]
    lines[4] = '5,"開いたまま,x'
    found = rows("\n".join(lines))
    assert [row.locator for row in found] == [f"R{number}" for number in range(1, 11)]
    assert [row.faults != () for row in found] == [number == 5 for number in range(1, 11)]
    assert found[5].cells == ["6", "6", "x"]


def test_an_unclosed_quote_after_a_cell_of_two_lines_loses_only_their_row():
    found = rows('1,"上\n下","開いたまま\n2,x,y\n3,"z",w\n')
    assert [(row.locator, list(row.cells)) for row in found] == [
        ("R1", []),
        ("R2", ["2", "x", "y"]),
        ("R3", ["3", "z", "w"]),
    ]


def test_a_stray_quote_inside_a_cell_is_no_fault():
    assert [row.cells for row in rows('"12" モニター",x\n3" 管,y\n')] == [
        ['12 モニター"', "x"],
        ['3" 管', "y"],
    ]


def test_nul_characters_and_huge_cells_are_text():
    assert rows("a\0,b")[0].cells == ["a\0", "b"]
    assert len(rows("a" * 200_000 + ",b")[0].cells[0]) == 200_000


def test_rows_are_read_one_at_a_time():
    assert next(delimited_rows("a,b\n" * 1_000_000, ",")).locator == "R1"


@given(TABLES, st.sampled_from(["\r\n", "\n"]))
def test_what_a_csv_writer_writes_reads_back_cell_for_cell(table, line_end):
    written = io.StringIO()
    # Python 3.11's writer forgets to quote a lone \r where lines end in \n.
    quoting = csv.QUOTE_ALL if line_end == "\n" else csv.QUOTE_MINIMAL
    csv.writer(written, lineterminator=line_end, quoting=quoting).writerows(table)
    found = rows(written.getvalue())
    assert [row.cells for row in found] == [row for row in table if any(row)]
