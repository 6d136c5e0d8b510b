"""Reading rows: a table with known columns → a record for every row that says anything."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from data.columns.columns import Columns
from data.columns.roles import Role
from data.issue import Code, Severity
from data.program import Program, SourceRef, program_id
from data.rows.offering_facts import offering_facts
from data.rows.program_facts import institution, program_facts
from data.rows.record import Record
from data.rows.row_cells import RowCells
from data.rows.setting_aside import Reason, reason_to_set_aside, says_nothing, width_reason
from data.sources.sheet import SheetRow
from data.staff.corrections import Corrections
from data.wording import issue_at

# Marks that stand for the cell above.
DITTO = frozenset({"〃", "”", "″", "同上", "〃〃", "々", "仝", '"'})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads the rows of one table of a file; `today` decides which benefits are over."""

    file: str
    columns: Columns
    today: date
    is_sample: bool = False
    corrections: Corrections = field(default_factory=Corrections)

    def record(self, row: SheetRow) -> Record | None:
        """Return what a row states, set aside or not; None when it says nothing.

        Ditto marks must have been replaced (see without_ditto_marks).
        """
        cells = row.cells
        if cells and says_nothing(cells, self.columns):
            return None
        place = SourceRef(file=self.file, locator=row.locator)
        lost = next((fault for fault in row.faults if fault.column is None), None)
        if lost:
            return self._aside(place, cells, Reason(code=lost.code, raw=lost.raw))
        reading = RowCells(place, self.columns, cells)
        for fault in row.faults:
            reading.report(fault.code, self._header(fault.column), fault.raw)
        reading = self.corrections.applied(reading)
        reason = width_reason(cells, self.columns) or reason_to_set_aside(reading)
        if reason is None and not self._has_institution(reading):
            reason = Reason(code=Code.INSTITUTION_MISSING, column=self._institution_header())
        if reason:
            return self._aside(place, cells, reason)
        return Record(
            locator=row.locator,
            program=self._program(reading),
            issues=reading.issues,
            cells=dict(zip(self.columns.names, cells, strict=False)),
        )

    def _program(self, cells: RowCells) -> Program:
        facts = program_facts(cells, self.today)
        return Program(
            program_id=program_id(
                source_key=facts["source_key"],
                institution=facts["institution"],
                title=facts["title"],
            ),
            source_refs=(cells.place,),
            offerings=tuple(offering_facts(cells)),
            is_sample=self.is_sample,
            **facts,
        )

    def _aside(self, place: SourceRef, cells: Sequence[str], reason: Reason) -> Record:
        issue = issue_at(
            place,
            reason.code,
            column=reason.column,
            raw=reason.raw,
            severity=Severity.QUARANTINED,
            detail=reason.detail,
        )
        return Record(
            locator=place.locator,
            program=None,
            issues=(issue,),
            cells=dict(zip(self.columns.names, cells, strict=False)),
        )

    def _has_institution(self, cells: RowCells) -> bool:
        """Tell whether the row says who teaches; a list without such a column need not."""
        return Role.INSTITUTION not in self.columns or bool(institution(cells))

    def _institution_header(self) -> str:
        return self.columns.by_role[Role.INSTITUTION][0].header

    def _header(self, index: int | None) -> str:
        known = {column.index: column.header for column in self.columns.all}
        return known.get(index, "") if index is not None else ""


def without_ditto_marks(rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
    """Yield the rows with ditto marks replaced by what stands above them."""
    above: Sequence[str] = ()
    for row in rows:
        cells = row.cells
        if not DITTO.isdisjoint(cells):
            cells = [
                above[at] if cell in DITTO and at < len(above) else cell
                for at, cell in enumerate(cells)
            ]
            row = row._replace(cells=cells)  # noqa: PLW2901 - the same row, completed
        yield row
        above = cells
