"""Corrections: cells that staff know better than the source, each with its reason and date.

A row of the table names a file (or every file, when empty), a course by its code or title, an
item, and the right value; もとの値 narrows it to cells that still hold that value, so that a
correction ends by itself when the office mends its list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from data.columns.columns import Column
from data.columns.roles import Role
from data.issue import Code, Issue, Severity
from data.program import SourceRef
from data.rows.row_cells import RowCells
from data.staff.table import StaffRow, staff_rows
from data.text import match_form
from data.wording import issue_at

HEADERS = ("ファイル", "講座", "項目", "正しい値", "理由", "日付")
FORMER = "もとの値"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One cell's right value, why, and since when."""

    place: SourceRef
    file: str
    course: str  # code or title in match form
    role: Role
    value: str
    reason: str
    day: date
    former: str = ""

    def concerns(self, cells: RowCells) -> bool:
        """Tell whether a row is the one that this correction is about."""
        if self.file and self.file != cells.place.file:
            return False
        former = cells.matched(self.role)
        return not self.former or former == match_form(self.former)


@dataclass(slots=True)
class Corrections:
    """All corrections by course; remembers which have found their row."""

    by_course: Mapping[str, Sequence[Correction]] = field(default_factory=dict)
    _used: set[SourceRef] = field(default_factory=set)

    def applied(self, cells: RowCells) -> RowCells:
        """Return the row as corrected, and report every cell that was."""
        if not self.by_course:
            return cells
        names = {cells.matched(Role.SOURCE_KEY), cells.matched(Role.TITLE)} - {""}
        for correction in (entry for name in names for entry in self.by_course.get(name, ())):
            if correction.concerns(cells):
                self._used.add(correction.place)
                cells = _corrected(cells, correction)
        return cells

    def unmatched(self) -> list[Issue]:
        """Return an issue for every correction that has found no row."""
        return [
            issue_at(
                correction.place,
                Code.CORRECTION_UNMATCHED,
                column="講座",
                raw=correction.course,
                severity=Severity.NOTED,
            )
            for entries in self.by_course.values()
            for correction in entries
            if correction.place not in self._used
        ]


def read_corrections(path: Path) -> tuple[Corrections, list[Issue]]:
    """Read the table; a row that cannot be used is reported and left out."""
    by_course: dict[str, list[Correction]] = {}
    issues: list[Issue] = []
    for row in staff_rows(path, HEADERS):
        correction = _correction(row)
        if isinstance(correction, str):
            place = SourceRef(file=row.file, locator=row.locator)
            issues.append(
                issue_at(place, Code.STAFF_FILE_ROW, severity=Severity.REFUSED, detail=correction)
            )
        else:
            by_course.setdefault(correction.course, []).append(correction)
    return Corrections(by_course), issues


def _correction(row: StaffRow) -> Correction | str:
    """Return the row's correction, or what it lacks."""
    cells = row.cells
    empty = [word for word in ("講座", "項目", "理由", "日付") if not cells[word]]
    if empty:
        return f"{'・'.join(empty)}が空です"
    roles = {role.value: role for role in Role}
    if cells["項目"] not in roles:
        return f"「{cells['項目']}」という項目はありません"
    try:
        day = date.fromisoformat(match_form(cells["日付"]).replace("/", "-"))
    except ValueError:
        return "日付は「2026-11-24」の形で書いてください"
    return Correction(
        place=SourceRef(file=row.file, locator=row.locator),
        file=cells["ファイル"],
        course=match_form(cells["講座"]),
        role=roles[cells["項目"]],
        value=cells["正しい値"],
        reason=cells["理由"],
        day=day,
        former=cells.get(FORMER, ""),
    )


def _corrected(cells: RowCells, correction: Correction) -> RowCells:
    """Replace the first cell of the role; a list without such a column gets one."""
    column = next(iter(cells.columns.by_role.get(correction.role, ())), None)
    raw = cells.raw(correction.role)
    if column is None:
        column = Column(
            index=cells.columns.width, header=correction.role.value, role=correction.role
        )
        columns = replace(cells.columns, width=column.index + 1, all=(*cells.columns.all, column))
        cells = cells.below(columns)
    detail = f"{correction.value}（理由: {correction.reason}、{correction.day.isoformat()}）"
    cells.report(
        Code.CORRECTION_APPLIED, column.header, raw, severity=Severity.NOTED, detail=detail
    )
    return cells.with_cells({column.index: correction.value})
