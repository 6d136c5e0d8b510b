import pytest

from data.columns.layout import columns_of, tables_of
from data.columns.roles import Role
from data.sources.sheet import Sheet, SheetRow


def sheet(*rows, has_header=False):
    numbered = (
        SheetRow(locator=f"R{number}", cells=list(row)) for number, row in enumerate(rows, start=1)
    )
    return Sheet(name="", rows=numbered, has_header=has_header)


def table_of(one):
    """Return the only table of a sheet, None when it has none."""
    found = tables_of(one)
    assert len(found) < 2
    return found[0] if found else None


def roles(table):
    return [column.role for column in columns_of(table).all]


HEADER = ("講座名", "主催", "受講料", "申込締切")
COURSE = ("簿記入門", "商工会", "5000", "2027-01-10")


def test_the_header_may_stand_in_the_first_row():
    table = table_of(sheet(HEADER, COURSE))
    assert roles(table) == [Role.TITLE, Role.INSTITUTION, Role.FEE, Role.DEADLINE]
    assert [row.cells for row in table.rows] == [list(COURSE)]


def test_the_header_may_stand_below_a_title_and_notes():
    rows = [
        ("令和8年度 講座一覧", "", "", ""),
        ("※税込", "", "", ""),
        ("", "", "", ""),
        HEADER,
        COURSE,
    ]
    table = table_of(sheet(*rows))
    assert roles(table)[0] is Role.TITLE
    assert [row.locator for row in table.rows] == ["R5"]


def test_two_header_rows_with_merged_groups_are_one_header():
    rows = [
        ("講座名", "日程", "日程", "受講料", "受講料"),
        ("講座名", "開始", "終了", "会員", "一般"),
        ("簿記", "1/10", "1/31", "3000", "5000"),
    ]
    table = table_of(sheet(*rows))
    assert roles(table) == [Role.TITLE, Role.START_DATE, Role.END_DATE, Role.FEE_MEMBER, Role.FEE]
    assert [row.locator for row in table.rows] == ["R3"]


def test_two_header_rows_without_merged_cells_are_one_header():
    rows = [
        ("講座名", "主催", "日程", "", "受講料", ""),
        ("", "", "開始", "終了", "金額", "備考"),
        ("簿記", "商工会", "1/10", "1/31", "3000", "税込"),
    ]
    table = table_of(sheet(*rows))
    assert roles(table) == [
        Role.TITLE,
        Role.INSTITUTION,
        Role.START_DATE,
        Role.END_DATE,
        Role.FEE,
        Role.FEE_NOTE,
    ]


def test_labels_beside_values_become_a_record_each():
    rows = [
        ("項目", "内容"),
        ("講座名", "簿記入門"),
        ("主催者", "商工会"),
        ("受講料", "5000円"),
        ("申込締切", "1/10"),
        ("講座名", "溶接"),
        ("主催者", "工科短大"),
        ("受講料", "無料"),
    ]
    table = table_of(sheet(*rows))
    records = [(row.locator, dict(zip(table.header, row.cells, strict=True))) for row in table.rows]
    assert [(place, cells["講座名"], cells["受講料"]) for place, cells in records] == [
        ("R2", "簿記入門", "5000円"),
        ("R6", "溶接", "無料"),
    ]


def test_courses_side_by_side_become_a_record_each():
    rows = [
        ("講座名", "簿記", "溶接"),
        ("主催者", "商工会", "短大"),
        ("受講料", "5000", "0"),
        ("定員", "20", "10"),
    ]
    table = table_of(sheet(*rows))
    assert [row.cells for row in table.rows] == [
        ["簿記", "商工会", "5000", "20"],
        ["溶接", "短大", "0", "10"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("記入要領",), ("1 黄色のセルだけ入力してください。",)],
        [("a", "b"), ("1", "2")],
        [],
    ],
)
def test_a_sheet_without_known_headers_is_no_table(rows):
    assert table_of(sheet(*rows)) is None


def test_a_workbooks_sheet_may_hold_a_table_of_another_layout_below():
    below = ("研修名", "実施団体", "参加料", "募集人数", "申込期限", "会場")
    rows = [HEADER, COURSE, ("", "", "", ""), below, ("溶接", "短大", "0", "10", "", "工房")]
    numbered = (SheetRow(locator=f"S!R{n}", cells=list(row)) for n, row in enumerate(rows, start=1))
    first, second = tables_of(Sheet(name="S", rows=numbered))
    assert [row.locator for row in first.rows] == ["S!R2", "S!R3"]
    assert roles(second)[:2] == [Role.TITLE, Role.INSTITUTION]
    assert [row.locator for row in second.rows] == ["S!R5"]


def test_paths_of_nested_data_are_headers():
    head = ("name", "provider.name", "hasCourseInstance.offers.price")
    table = table_of(sheet(head, ("簿記", "商工会", "0"), has_header=True))
    assert roles(table) == [Role.TITLE, Role.INSTITUTION, Role.FEE]
