"""The program list: one CSV row a course date, with the headers of the sample catalog.

This is the form the secretariat hands out to offices that ask for one. Columns are declared by
header word, so their order does not matter and further columns are ignored.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from data.cells import (
    BadCell,
    CellReader,
    choice_reader,
    choices_reader,
    read_count,
    read_date,
    read_hours,
    read_list,
    read_url,
    read_yen,
)
from data.issue import Issue, Severity
from data.municipalities import MUNICIPALITIES
from data.program import Offering, Program, SourceRef, program_id
from data.sources.record import Record, SourceFile
from data.text import display_form, match_form
from data.vocabulary import (
    Audience,
    Certificate,
    Field,
    Mode,
    Status,
    Subsidy,
    TimeBand,
)


def read_municipality(cell: str) -> str:
    """Read the name of one of the prefecture's municipalities."""
    if cell not in MUNICIPALITIES:
        raise BadCell(
            "municipality_unknown",
            f"「{cell}」は県内の市町村名にありません。",
            "「米沢市」のように市・町・村まで書いてください。",
        )
    return cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A header word, the field it fills, and how its cells are read; no reader means plain text."""

    header: str
    field: str
    read: CellReader | None = None


PROGRAM_COLUMNS = (
    Column(header="講座コード", field="source_key"),
    Column(header="講座名", field="title"),
    Column(header="実施機関", field="institution"),
    Column(header="内容", field="summary"),
    Column(header="身につく知識・技能", field="skills", read=read_list),
    Column(header="分野", field="fields", read=choices_reader(Field)),
    Column(header="対象", field="audience", read=choices_reader(Audience)),
    Column(header="受講要件", field="eligibility"),
    Column(header="証明", field="certificate", read=choice_reader(Certificate)),
    Column(header="給付・助成", field="subsidies", read=choices_reader(Subsidy)),
    Column(header="URL", field="url", read=read_url),
    Column(header="問合せ先", field="contact"),
    Column(header="言語", field="language"),
)
OFFERING_COLUMNS = (
    Column(header="開催形態", field="mode", read=choice_reader(Mode)),
    Column(header="市町村", field="municipality", read=read_municipality),
    Column(header="会場", field="venue"),
    Column(header="時間帯", field="time_bands", read=choices_reader(TimeBand)),
    Column(header="開始日", field="start_date", read=read_date),
    Column(header="終了日", field="end_date", read=read_date),
    Column(header="日程", field="sessions"),
    Column(header="総時間", field="total_hours", read=read_hours),
    Column(header="受講料", field="fee_yen", read=read_yen),
    Column(header="受講料備考", field="fee_note"),
    Column(header="申込締切", field="deadline", read=read_date),
    Column(header="申込状況", field="status", read=choice_reader(Status)),
    Column(header="定員", field="capacity", read=read_count),
)
KEY_HEADERS = frozenset({"講座名", "実施機関"})


class ProgramCsv:
    """Reads the secretariat's own program list."""

    name = "講座一覧CSV"

    def claims(self, source: SourceFile) -> bool:
        """Tell whether the first line holds this list's key headers."""
        first = next(csv.reader(io.StringIO(source.text, newline="")), [])
        return {match_form(cell) for cell in first} >= KEY_HEADERS

    def records(self, source: SourceFile) -> Iterator[Record]:
        """Yield a record for every row that holds anything; R1 is the header."""
        rows = csv.reader(io.StringIO(source.text, newline=""))
        header = [match_form(cell) for cell in next(rows, [])]
        for number, row in enumerate(rows, start=2):
            if any(cell.strip() for cell in row):
                yield _Row(source, f"R{number}", header, row).record()


class _Row:
    """One row while it is being read: cells by header, and the faults found so far."""

    def __init__(self, source: SourceFile, locator: str, header: list[str], row: list[str]) -> None:
        self._source = source
        self._ref = SourceRef(file=source.name, locator=locator)
        self._cells = dict(zip(header, row, strict=False))
        self._issues: list[Issue] = []
        if len(row) != len(header):
            self._report("", ",".join(row), _wrong_width(len(row), len(header)))

    def record(self) -> Record:
        """Return the row as a record; a row without a title is set aside."""
        fields = self._values(PROGRAM_COLUMNS)
        offering = Offering(**self._values(OFFERING_COLUMNS))
        if "title" not in fields:
            self._report("講座名", "", _TITLE_MISSING, Severity.QUARANTINED)
            return Record(program=None, issues=tuple(self._issues))
        identity = program_id(
            source_key=fields.get("source_key"),
            institution=fields.get("institution", ""),
            title=fields["title"],
        )
        program = Program(
            program_id=identity,
            source_refs=(self._ref,),
            offerings=(self._in_order(offering),),
            is_sample=self._source.is_sample,
            **fields,
        )
        return Record(program=program, issues=tuple(self._issues))

    def _values(self, columns: tuple[Column, ...]) -> dict[str, Any]:
        """Return the readable values by field; blank cells are left to the field's default."""
        values = {}
        for column in columns:
            raw = self._cells.get(match_form(column.header), "")
            cell = display_form(raw)
            if not cell:
                continue
            try:
                values[column.field] = column.read(match_form(raw)) if column.read else cell
            except BadCell as fault:
                self._report(column.header, raw, fault)
        return values

    def _in_order(self, offering: Offering) -> Offering:
        """Drop an end that lies before its start: one of the two is wrong, the start is shown."""
        if offering.start_date and offering.end_date and offering.end_date < offering.start_date:
            self._report("終了日", offering.end_date.isoformat(), _END_BEFORE_START)
            values = {name: getattr(offering, name) for name in Offering.__slots__}
            return Offering(**values | {"end_date": None})
        return offering

    def _report(
        self,
        column: str,
        raw: str,
        fault: BadCell,
        severity: Severity = Severity.KEPT_WITH_UNKNOWN,
    ) -> None:
        self._issues.append(
            Issue(
                file=self._ref.file,
                locator=self._ref.locator,
                column=column,
                raw=raw,
                code=fault.code,
                message=fault.message,
                advice=fault.advice,
                severity=severity,
            )
        )


_TITLE_MISSING = BadCell(
    "title_missing", "講座名が空です。", "講座名を書くか、この行を消してください。"
)
_END_BEFORE_START = BadCell(
    "end_before_start", "終了日が開始日より前です。", "どちらの日付が正しいか確かめてください。"
)


def _wrong_width(cells: int, headers: int) -> BadCell:
    return BadCell(
        "row_width",
        f"見出しは{headers}列ですが、この行は{cells}列です。",
        "区切りのカンマや、閉じていない引用符を確かめてください。",
    )
