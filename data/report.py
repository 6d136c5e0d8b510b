"""ImportReport: what an import did with every file, for a person and as JSON."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from data.catalog.listing import Listings
from data.issue import Issue, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """One file's counts; a row with several bad cells counts once."""

    file: str
    kind: str
    rows_read: int = 0
    programs: int = 0
    offerings: int = 0
    kept_with_unknown: int = 0
    quarantined: int = 0
    refused: int = 0
    duplicates_merged: int = 0
    unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """All files of one import in the order read, every issue, and what the catalog now holds."""

    files: tuple[FileReport, ...]
    issues: tuple[Issue, ...]
    programs: int = 0
    merged_across_files: int = 0
    fields_inferred: int = 0

    @property
    def held_back(self) -> bool:
        """Tell whether a file was not taken in because it would make courses disappear."""
        return any(issue.code == "source_shrank" for issue in self.issues)

    def to_json(self) -> dict[str, Any]:
        """Return the report in the shape of `manabi catalog import --json`."""
        return {
            "files": [asdict(file) for file in self.files],
            "issues": [issue.to_json() for issue in self.issues],
            "programs": self.programs,
            "merged_across_files": self.merged_across_files,
            "fields_inferred": self.fields_inferred,
        }


def file_report(
    name: str, kind: str, listings: Listings, issues: Iterable[Issue], *, unchanged: bool
) -> FileReport:
    """Count what one source said."""
    found = list(issues)
    return FileReport(
        file=name,
        kind=kind,
        rows_read=listings.rows_read,
        programs=listings.programs,
        offerings=listings.offerings,
        kept_with_unknown=_rows_with(Severity.KEPT_WITH_UNKNOWN, found),
        quarantined=_rows_with(Severity.QUARANTINED, found),
        duplicates_merged=listings.repeated,
        unchanged=unchanged,
    )


def refused_file(name: str) -> FileReport:
    """Count a file that was not taken in."""
    return FileReport(file=name, kind="", refused=1)


def _rows_with(severity: Severity, issues: Iterable[Issue]) -> int:
    return len({issue.locator for issue in issues if issue.severity is severity})
