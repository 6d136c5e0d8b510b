"""ImportReport: what an import did with every file, for a person and as JSON."""

from dataclasses import asdict, dataclass
from typing import Any

from data.issue import Issue, Severity
from data.listing import Listing


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
    """All files of one import in the order read, and every issue found in them."""

    files: tuple[FileReport, ...]
    issues: tuple[Issue, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the report in the shape of `manabi catalog import --json`."""
        return {
            "files": [asdict(file) for file in self.files],
            "issues": [issue.to_json() for issue in self.issues],
        }


def file_report(listing: Listing) -> FileReport:
    """Count what one source said."""
    return FileReport(
        file=listing.source,
        kind=listing.kind,
        rows_read=listing.rows_read,
        programs=len(listing.programs),
        offerings=sum(len(program.offerings) for program in listing.programs),
        kept_with_unknown=_rows_with(Severity.KEPT_WITH_UNKNOWN, listing.issues),
        quarantined=_rows_with(Severity.QUARANTINED, listing.issues),
        duplicates_merged=listing.duplicates_merged,
    )


def refused_file(name: str) -> FileReport:
    """Count a file that no kind of source claims."""
    return FileReport(file=name, kind="", refused=1)


def _rows_with(severity: Severity, issues: tuple[Issue, ...]) -> int:
    return len({issue.locator for issue in issues if issue.severity is severity})
