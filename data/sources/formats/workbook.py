"""Workbooks (xlsx, xlsm, xls, ods) → a sheet for each visible one; the one home of calamine.

Calamine reads the values of all four kinds without evaluating anything. What it passes over in
Excel's newer files (errors, formulas without a value, links) is read by workbook_marks.
"""

import datetime as dt
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TypeAlias

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from data.errors import SourceUnreadable
from data.issue import Code
from data.sources.formats.content import (
    BROKEN_ARCHIVE,
    OLE,
    Content,
    broken_workbook,
    locked_workbook,
)
from data.sources.formats.workbook_marks import NO_MARKS, Marks, marks_of
from data.sources.formats.workbook_probe import survives_reading
from data.sources.sheet import Fault, Sheet, SheetRow

LARGEST_UNPACKED = 512 << 20  # bytes; a list of 200,000 rows has about 200 MiB
MOST_CELLS = 20_000_000  # rows times columns; calamine keeps a place for each
POINTERS = frozenset(
    {"", "詳細", "詳細はこちら", "こちら", "リンク", "リンク先", "HP", "URL", "申込"}
)
_PLACES_WITH_TEXT = ("http://", "https://")

CellValue: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def read_workbook(content: Content) -> list[Sheet]:
    """Return the visible sheets that hold anything; locators are `name!R12`, as Excel counts."""
    try:
        _refuse_bomb(content)
        marks = marks_of(content.data)
        _refuse_vast(content, marks)
        _refuse_deadly(content)
        workbook = CalamineWorkbook.from_filelike(BytesIO(content.data))
        visible = [
            each.name
            for each in workbook.sheets_metadata
            if each.visible is SheetVisibleEnum.Visible
        ]
        sheets = [workbook.get_sheet_by_name(name) for name in visible]
    except PasswordError as error:
        raise locked_workbook(content) from error
    except (CalamineError, *BROKEN_ARCHIVE) as error:
        raise broken_workbook(content) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Rust gave up on the file; no Exception
            raise
        raise broken_workbook(content) from error
    return [
        Sheet(name=sheet.name, rows=_rows(sheet, marks.get(sheet.name, NO_MARKS)))
        for sheet in sheets
        if sheet.start is not None
    ]


def _refuse_bomb(content: Content) -> None:
    if not content.data.startswith(b"PK"):
        return
    with zipfile.ZipFile(BytesIO(content.data)) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise _too_large(content, f"展開すると{unpacked >> 20}MiB")


def _refuse_deadly(content: Content) -> None:
    if content.data.startswith(OLE) and not survives_reading(content.data):
        raise broken_workbook(content)


def _refuse_vast(content: Content, marks: dict[str, Marks]) -> None:
    vast = next((name for name, each in marks.items() if each.area > MOST_CELLS), None)
    if vast is not None:
        raise _too_large(content, f"シート「{vast}」の離れたところにセルがある")


def _too_large(content: Content, reason: str) -> SourceUnreadable:
    return SourceUnreadable(
        f"{content.name} は大きすぎるため、読み込みません（{reason}）。",
        hint="一覧の部分だけを新しいブックに貼り付けて保存してください。",
    )


def _rows(sheet: CalamineSheet, marks: Marks) -> Iterator[SheetRow]:
    left = sheet.start[1] if sheet.start else 0
    merged = _merged(sheet, marks)
    seen: dict[tuple[int, int], str] = {}  # texts of merged ranges, by their first cell
    for index, values in enumerate(sheet.iter_rows()):
        cells = [""] * left + [cell_text(value) for value in values]
        faults = _apply_marks(cells, index, marks)
        for (row, column), covered in merged.get(index, ()):
            if row == index and column < len(cells):
                seen[row, column] = cells[column]
            for place in covered:
                if place < len(cells):
                    cells[place] = seen.get((row, column), "")
        if any(cells) or faults:
            yield SheetRow(locator=f"{sheet.name}!R{index + 1}", cells=cells, faults=faults)


def _merged(sheet: CalamineSheet, marks: Marks) -> dict[int, list[tuple[tuple[int, int], range]]]:
    """Return row → (first cell of a merged range, columns it covers)."""
    rows: dict[int, list[tuple[tuple[int, int], range]]] = {}
    last = sheet.end[0] if sheet.end else 0
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or marks.merged:
        for row in range(top, min(bottom, last) + 1):
            rows.setdefault(row, []).append(((top, left), range(left, right + 1)))
    return rows


def _apply_marks(cells: list[str], row: int, marks: Marks) -> tuple[Fault, ...]:
    """Put errors and link targets into a row's cells; return its formulas without a value."""
    for column, text in marks.errors.get(row, ()):
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = text
    for column, target in marks.links.get(row, ()):
        cells.extend([""] * (column + 1 - len(cells)))
        if cells[column].strip("　 ▶→") in POINTERS and target.startswith(_PLACES_WITH_TEXT):
            cells[column] = target
    formulas = marks.formulas.get(row, ())
    for column, _ in formulas:
        cells.extend([""] * (column + 1 - len(cells)))
    return tuple(Fault(code=Code.FORMULA, raw=text, column=column) for column, text in formulas)


def cell_text(value: CellValue) -> str:
    """Return a typed cell as the text that stands for it: 2027-01-31, 09:30, 18000, TRUE."""
    text = str(value)
    match value:
        case bool():
            text = text.upper()
        case float() if value.is_integer():
            text = str(int(value))
        case dt.datetime():
            text = _to_second(value).isoformat(timespec="seconds").removesuffix(":00")
            text = text.removesuffix("T00:00")
        case dt.time():
            on_a_day = _to_second(dt.datetime.combine(dt.date.min, value))
            text = on_a_day.time().isoformat("seconds").removesuffix(":00")
        case dt.timedelta():
            minutes = round(value.total_seconds() / 60)
            text = f"{minutes // 60:02}:{minutes % 60:02}"
    return text


def _to_second(moment: dt.datetime) -> dt.datetime:
    """Undo the thousandths that a clock time loses as a fraction of a day."""
    try:
        return (moment + dt.timedelta(milliseconds=500)).replace(microsecond=0)
    except OverflowError:
        return moment.replace(microsecond=0)
