"""Listing: everything one source says in one import, and the issues found on the way."""

import csv
import hashlib
from dataclasses import dataclass

from data.errors import SourceUnreadable
from data.issue import Issue, Severity
from data.merge import joined
from data.program import Program
from data.sources.kinds import SourceKind
from data.sources.record import Record, SourceFile
from data.text import match_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One source's programs; rows are its records without header and blank lines."""

    source: str
    kind: str
    checksum: str
    rows_read: int
    duplicates_merged: int
    programs: tuple[Program, ...]
    issues: tuple[Issue, ...]


def read_listing(source: SourceFile, kind: SourceKind) -> Listing:
    """Read all rows of a source; rows of one program become its offerings."""
    records = _records(source, kind)
    programs: dict[str, Program] = {}
    issues = [issue for record in records for issue in record.issues]
    duplicates = 0
    for program in (record.program for record in records if record.program):
        known = programs.setdefault(program.program_id, program)
        if known is program:
            continue
        if match_form(known.title) != match_form(program.title):
            issues.append(_key_reused(program, known))
            continue
        duplicates += set(program.offerings) <= set(known.offerings)
        programs[program.program_id] = joined(known, program)
    return Listing(
        source=source.name,
        kind=kind.name,
        checksum=_checksum(source),
        rows_read=len(records),
        duplicates_merged=duplicates,
        programs=tuple(programs.values()),
        issues=tuple(issues),
    )


def _records(source: SourceFile, kind: SourceKind) -> list[Record]:
    try:
        return list(kind.records(source))
    except csv.Error as error:
        raise SourceUnreadable(
            f"{source.name} を表として読めません({error})。",
            hint="引用符の閉じ忘れがないか確かめ、CSVとして保存し直してください。",
        ) from error


def _checksum(source: SourceFile) -> str:
    content = f"{source.is_sample}\n{source.text}"
    return hashlib.sha256(content.encode()).hexdigest()


def _key_reused(program: Program, known: Program) -> Issue:
    ref = program.source_refs[0]
    return Issue(
        file=ref.file,
        locator=ref.locator,
        column="講座コード",
        raw=program.source_key or "",
        code="key_reused",
        message=f"この講座コードは「{known.title}」({known.source_refs[0].locator})で使われています。",
        advice="講座ごとに別のコードを付けてください。",
        severity=Severity.QUARANTINED,
    )
