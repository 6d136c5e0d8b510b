"""Source: a file recognised as a list of courses, ready to be read row by row."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice

from data.columns.columns import Columns
from data.columns.evidence import SAMPLED_CELLS, with_evidence
from data.columns.layout import Settled, Table, columns_of, tables_of
from data.columns.roles import Role
from data.issue import Code, Issue, Severity
from data.program import SourceRef
from data.rows.reading import RowReader
from data.rows.record import WrittenRecord
from data.rows.side_by_side import read_records
from data.sources.formats.content import Content, Format, format_of
from data.sources.formats.reading import read_sheets
from data.staff.column_meanings import ColumnMeaning, settled_headers
from data.staff.corrections import Corrections
from data.wording import issue_at

KINDS = {
    Format.DELIMITED: "区切り文字の表",
    Format.WORKBOOK: "Excelブック",
    Format.LEGACY_WORKBOOK: "表計算ブック",
    Format.WEB_PAGE: "ウェブページ",
    Format.JSON: "JSON",
    Format.JSON_LINES: "JSON Lines",
}
SHOWN_HEADERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffKnowledge:
    """What staff have settled about sources, and the day on which lists are read."""

    today: date
    corrections: Corrections = field(default_factory=Corrections)
    meanings: Sequence[ColumnMeaning] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that a kind of source claims; `records` can be read once."""

    name: str
    kind: str
    checksum: str
    tables: tuple[tuple[Table, Columns], ...]
    knowledge: StaffKnowledge
    is_sample: bool = False

    def records(self, *, processes: int = 1) -> Iterator[WrittenRecord]:
        """Yield what every row of every table states, read by so many processes."""
        for table, columns in self.tables:
            reader = RowReader(
                file=self.name,
                columns=columns,
                today=self.knowledge.today,
                is_sample=self.is_sample,
                corrections=self.knowledge.corrections,
            )
            yield from read_records(reader, table.rows, processes=processes)

    def unused_columns(self) -> list[Issue]:
        """Return an issue for every header that nobody understood."""
        return [
            issue_at(
                SourceRef(file=self.name, locator=table.name),
                Code.COLUMN_UNUSED,
                column=column.header,
                severity=Severity.NOTED,
            )
            for table, columns in self.tables
            for column in columns.unrecognised
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed:
    """A file that no kind of source claims, and why."""

    name: str
    reason: str

    def issue(self) -> Issue:
        """Return the refusal as an issue."""
        return issue_at(
            SourceRef(file=self.name, locator=""),
            Code.SOURCE_UNCLAIMED,
            severity=Severity.REFUSED,
            detail=self.reason,
        )


def open_source(
    content: Content, knowledge: StaffKnowledge, *, is_sample: bool = False
) -> Source | Unclaimed:
    """Recognise a file; raises SourceUnreadable when it is a list that cannot be read."""
    found = format_of(content)
    if found is None:
        return Unclaimed(name=content.name, reason="一覧の形式のファイルではありません")
    settled = settled_headers(content.name, knowledge.meanings)
    tables = [table for sheet in read_sheets(content) for table in tables_of(sheet, settled)]
    understood = [_understood(table, settled) for table in tables]
    claimed = tuple(pair for pair in understood if Role.TITLE in pair[1])
    if not claimed:
        return Unclaimed(name=content.name, reason=_why(tables))
    return Source(
        name=content.name,
        kind=KINDS[found],
        checksum=hashlib.sha256(content.data).hexdigest(),
        tables=claimed,
        knowledge=knowledge,
        is_sample=is_sample,
    )


def _understood(table: Table, settled: Settled) -> tuple[Table, Columns]:
    """Give a table's columns their roles; the first rows are looked at, and read again later."""
    top = list(islice(table.rows, SAMPLED_CELLS))
    columns = with_evidence(columns_of(table, settled), [row.cells for row in top])
    return replace(table, rows=chain(top, table.rows)), columns


def _why(tables: Sequence[Table]) -> str:
    if not tables:
        return "講座の一覧の見出しが見つかりません"
    headers = list(dict.fromkeys(cell for table in tables for cell in table.header if cell.strip()))
    return f"講座名の列が見つかりません。見出し: {'、'.join(headers[:SHOWN_HEADERS])}"
