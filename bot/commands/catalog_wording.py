"""Every sentence about the catalog that staff read at the command line."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from data.catalog.catalog import HistoryEntry
from data.catalog.difference import Difference, FieldChange
from data.issue import Issue
from data.program import Program
from data.report import FileReport, ImportReport
from data.text import match_form
from data.wording import SEVERITIES

if TYPE_CHECKING:  # brings libraries that importing lists does not need
    from index.fields_evaluation import FieldAccuracy

NO_ISSUES = "直したほうがよいところは、見つかりませんでした。"
NO_DIFFERENCE = "公開中の版と同じです。公開しても何も変わりません。"
LONGEST_RAW = 40
SHOWN_CHANGES = 20


def issues_text(issues: Sequence[Issue]) -> str:
    """Write all issues, file by file, and how many of each severity there are."""
    if not issues:
        return NO_ISSUES
    lines = [_tally(issues)]
    ordered = sorted(issues, key=lambda issue: issue.file)
    for file, found in groupby(ordered, key=lambda issue: issue.file):
        lines.append(f"\n【{file}】")
        lines += [_issue_lines(issue) for issue in found]
    return "\n".join(lines)


def _tally(issues: Sequence[Issue]) -> str:
    counts = Counter(issue.severity for issue in issues)
    parts = [
        f"{words}{counts[severity]}件" for severity, words in SEVERITIES.items() if counts[severity]
    ]
    return f"\n見ていただきたいところ {len(issues)}件（{'・'.join(parts)}）"


def _issue_lines(issue: Issue) -> str:
    """Write an issue in two lines: where and what, then what to do."""
    raw = match_form(issue.raw)
    cut = raw[:LONGEST_RAW] + ("…" if len(raw) > LONGEST_RAW else "")
    place = " ".join(part for part in (issue.locator, issue.column) if part)
    value = f"「{cut}」" if cut else ""
    where = f"・{place}: " if place else "・"
    return f"{where}{value}{issue.message}（{SEVERITIES[issue.severity]}）\n  → {issue.advice}"


def import_summary(report: ImportReport) -> str:
    """Sum up an import: a line a file, then what the catalog holds."""
    lines = [_file_summary(file) for file in report.files]
    inferred = f"、分野を推定した講座{report.fields_inferred}件" if report.fields_inferred else ""
    merged = f"（ファイルをまたいで一つにまとめた講座{report.merged_across_files}件{inferred}）"
    return "\n".join([*lines, f"いまの一覧: 講座{report.programs}件{merged}"])


def _file_summary(file: FileReport) -> str:
    if file.refused:
        return f"{file.file}: 取り込みませんでした"
    same = "・前回と同じ内容" if file.unchanged else ""
    return (
        f"{file.file}（{file.kind}）: {file.rows_read}行 → "
        f"講座{file.programs}件・開催{file.offerings}件"
        f"（不明を残した行{file.kept_with_unknown}・取り置き{file.quarantined}"
        f"・重複{file.duplicates_merged}{same}）"
    )


def difference_text(found: Difference) -> str:
    """Write what publishing would add, change and remove."""
    if not (found.added or found.changed or found.removed):
        return NO_DIFFERENCE
    head = f"公開すると、追加{len(found.added)}件・変更{len(found.changed)}件・削除{len(found.removed)}件です。"
    added = [f"＋ {_named(program)}" for program in found.added]
    removed = [f"－ {_named(program)}" for program in found.removed]
    changed = [
        line
        for change in found.changed
        for line in (f"～ {_named(change.program)}", *map(_change_line, change.changes))
    ]
    return "\n".join([head, *added, *changed, *removed])


def _named(program: Program) -> str:
    return f"{program.title}（{program.institution or '実施機関は不明'}） {program.program_id}"


def _change_line(change: FieldChange) -> str:
    return f"    {change.field}: {_shown(change.before)} → {_shown(change.after)}"


def _shown(value: object) -> str:
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return "（なし）" if value in (None, "", []) else text[:LONGEST_RAW]


def history_text(
    program_id: str, entries: Sequence[HistoryEntry], rows: Sequence[Mapping[str, str]]
) -> str:
    """Write what became of a program, and its rows as they stand in their files."""
    lines = [_history_line(entry) for entry in entries]
    for number, row in enumerate(rows, start=1):
        lines.append(f"もとの行 {number}")
        lines += [
            f"    {header}: {_shown(match_form(cell))}" for header, cell in row.items() if cell
        ]
    return "\n".join([program_id, *lines])


def _history_line(entry: HistoryEntry) -> str:
    before = f" 前は「{entry.before['title']}」" if entry.before else ""
    return f"{entry.at} {entry.change}{before}"


def field_accuracy(accuracy: "FieldAccuracy") -> str:
    """Write how well fields are inferred."""
    return (
        f"分野の書かれた講座{accuracy.programs}件: "
        f"第一の分野が当たった割合{accuracy.main_accuracy:.3f}、適合率{accuracy.precision:.3f}、"
        f"再現率{accuracy.recall:.3f}、F値{accuracy.f1:.3f}、推定しなかった割合{accuracy.unknown:.3f}"
    )


def forgotten(sources: Sequence[str]) -> str:
    """Say which sources were taken out."""
    return f"{'、'.join(sources)} の講座を一覧から外しました。公開中の版は「manabi rebuild」まで変わりません。"
