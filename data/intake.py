"""Importing: files → what each source says → the catalog, in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data.catalog import Catalog
from data.errors import SourceUnreadable
from data.issue import Issue, Severity
from data.listing import Listing, read_listing
from data.report import FileReport, ImportReport, file_report, refused_file
from data.sources.files import FoundFile, found_files, read_source
from data.sources.kinds import claiming_kind

UNCLAIMED = "どの種類の一覧にも当てはまらないので、読みませんでした。"
UNCLAIMED_ADVICE = "1行目に「講座名」「実施機関」などの見出しがあるCSVにしてください。"


def import_sources(paths: Sequence[Path], catalog: Catalog) -> ImportReport:
    """Replace in the catalog what each file said before; all of them or nothing.

    Raises SourceUnreadable, and changes nothing, when a file that was named, or a list in a named
    folder, cannot be read at all.
    """
    readings = [(file, _listing_or_none(file)) for file in found_files(paths)]
    listings = [listing for _, listing in readings if listing]
    known = catalog.checksums()
    catalog.replace(listings)
    return ImportReport(
        files=tuple(_report(file, listing, known) for file, listing in readings),
        issues=tuple(issue for file, listing in readings for issue in _issues(file, listing)),
    )


def _listing_or_none(file: FoundFile) -> Listing | None:
    """Read a file with the kind of source that claims it; None when it is passed over."""
    if file.named_outright or file.is_readable_kind:
        source = read_source(file)
        kind = claiming_kind(source)
        if kind:
            return read_listing(source, kind)
    if file.named_outright:
        raise SourceUnreadable(f"{file.name}: {UNCLAIMED}", hint=UNCLAIMED_ADVICE)
    return None


def _report(file: FoundFile, listing: Listing | None, known: dict[str, str]) -> FileReport:
    if listing is None:
        return refused_file(file.name)
    return replace(file_report(listing), unchanged=known.get(file.name) == listing.checksum)


def _issues(file: FoundFile, listing: Listing | None) -> tuple[Issue, ...]:
    if listing:
        return listing.issues
    unclaimed = Issue(
        file=file.name,
        locator="",
        column="",
        raw="",
        code="source_unclaimed",
        message=UNCLAIMED,
        advice=UNCLAIMED_ADVICE,
        severity=Severity.REFUSED,
    )
    return (unclaimed,)
