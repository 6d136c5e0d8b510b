"""Importing: files → what each source says → the programs put together, in one transaction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from data.catalog.catalog import Catalog, SourceState
from data.catalog.draft import Draft
from data.catalog.inferred_fields import FieldInference
from data.catalog.listing import Listings
from data.errors import SourceUnreadable
from data.issue import Code, Issue, Severity
from data.program import SourceRef
from data.report import FileReport, ImportReport, file_report, refused_file
from data.sources.files import FoundFile, content_of, found_files
from data.sources.source import StaffKnowledge, Unclaimed, open_source
from data.wording import issue_at

# A file that lost more than this share of its programs, and more than a few, is held back.
MOST_LOST_SHARE = 0.3
FEW_PROGRAMS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOrder:
    """How to import: the moment, what staff know, and what may disappear."""

    moment: datetime
    knowledge: StaffKnowledge
    staff_issues: tuple[Issue, ...] = ()
    inference: Callable[[], FieldInference] | None = None
    accept_shrinking: bool = False
    processes: int = 1  # at work on one long list

    @property
    def at(self) -> str:
        """The moment as the catalog writes it down, ISO 8601."""
        return self.moment.isoformat(timespec="seconds")


class _Shrank(Exception):
    """A file lists far less than before; what was written of it is undone."""


@dataclass(slots=True)
class _Found:
    """What an import has found so far."""

    files: list[FileReport] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    unreadable: list[SourceUnreadable] = field(default_factory=list)


def import_sources(paths: Sequence[Path], catalog: Catalog, order: ImportOrder) -> ImportReport:
    """Replace in the catalog what each file said before; all of them or nothing.

    Raises SourceUnreadable, and changes nothing, when a file is a list that cannot be read, or when
    a file that was named outright is no list.
    """
    files = found_files(paths)
    known = catalog.sources()
    found = _Found(issues=list(order.staff_issues))
    with catalog.draft() as draft:
        for file in files:
            _import_file(file, draft, known.get(file.name), order=order, found=found)
        _raise_unreadable(found.unreadable)
        found.issues += order.knowledge.corrections.unmatched()
        found.issues += _vanished(paths, files, known.values())
        outcome = draft.put_together(at=order.at, inference=order.inference)
    return ImportReport(
        files=tuple(found.files),
        issues=(*found.issues, *outcome.conflicts),
        programs=outcome.programs,
        merged_across_files=outcome.merged,
        fields_inferred=outcome.inferred,
    )


def _import_file(
    file: FoundFile, draft: Draft, before: SourceState | None, *, order: ImportOrder, found: _Found
) -> None:
    """Take one file in, or note why not."""
    try:
        source = open_source(content_of(file), order.knowledge, is_sample=file.is_sample)
        if isinstance(source, Unclaimed):
            _pass_over(file, source, found)
            return
        with draft.attempt():
            listings, issues = draft.replace(
                source, str(file.folder.resolve()), at=order.at, processes=order.processes
            )
            _refuse_shrinking(before, listings, accept=order.accept_shrinking)
    except SourceUnreadable as error:
        found.unreadable.append(error)
        return
    except _Shrank:
        found.files.append(refused_file(file.name))
        found.issues.append(_shrank(file.name, before, listings))
        return
    unchanged = before is not None and before.checksum == source.checksum
    found.issues += issues
    found.files.append(file_report(source.name, source.kind, listings, issues, unchanged=unchanged))


def _pass_over(file: FoundFile, unclaimed: Unclaimed, found: _Found) -> None:
    """Note a file that is no list of courses; one that was named outright stops the import."""
    issue = unclaimed.issue()
    if file.named_outright:
        raise SourceUnreadable(f"{file.name}: {issue.message}", hint=issue.advice)
    found.files.append(refused_file(file.name))
    found.issues.append(issue)


def _raise_unreadable(errors: Sequence[SourceUnreadable]) -> None:
    """Stop the import, telling every file that cannot be read."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise SourceUnreadable(
            f"読めないファイルが{len(errors)}件あります。"
            + " ".join(error.message for error in errors),
            hint=" ".join(dict.fromkeys(error.hint for error in errors)),
        )


def _refuse_shrinking(before: SourceState | None, now: Listings, *, accept: bool) -> None:
    lost = before.programs - now.programs if before else 0
    if before and not accept and lost > FEW_PROGRAMS and lost > MOST_LOST_SHARE * before.programs:
        raise _Shrank


def _shrank(name: str, before: SourceState | None, now: Listings) -> Issue:
    detail = f"{before.programs if before else 0}件から{now.programs}件"
    return issue_at(
        SourceRef(file=name, locator=""),
        Code.SOURCE_SHRANK,
        severity=Severity.REFUSED,
        detail=detail,
    )


def _vanished(
    paths: Iterable[Path], files: Iterable[FoundFile], known: Iterable[SourceState]
) -> list[Issue]:
    """Return an issue for every source that came from one of the folders and is not there now."""
    folders = {str(path.resolve()) for path in paths if path.is_dir()}
    present = {file.name for file in files}
    return [
        issue_at(
            SourceRef(file=state.name, locator=""),
            Code.SOURCE_VANISHED,
            severity=Severity.NOTED,
            detail=f"講座{state.programs}件",
        )
        for state in known
        if state.folder in folders and state.name not in present
    ]
