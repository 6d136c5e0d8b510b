"""Listings: the records of one source → what it lists, rows of one course put together."""

from typing import NamedTuple, Protocol

from rapidfuzz import fuzz

from data.issue import Code, Issue, Severity
from data.merging.joining import with_further_run
from data.program import Program
from data.rows.record import WrittenRecord
from data.shape import program_from_text, program_to_text
from data.wording import issue_at

SAME_COURSE = 60.0  # least likeness (0 to 100) of two titles under one code


class ListingStore(Protocol):
    """Keeps the listings of one source while it is read, each as JSON text by its identity."""

    def add(self, listing: str, text: str) -> None:
        """Add a listing."""

    def get(self, listing: str) -> str:
        """Return a listing added before."""

    def change(self, listing: str, text: str) -> None:
        """Replace a listing added before."""


class ListedRow(NamedTuple):
    """A row of a source, the listing that it belongs to ('' when set aside), and its faults."""

    locator: str
    listing: str
    cells: str
    issues: tuple[Issue, ...]


class Listings:
    """Collects records into listings, and counts what became of them."""

    def __init__(self, store: ListingStore) -> None:
        self._store = store
        self._titles: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self.rows_read = 0
        self.programs = 0
        self.offerings = 0
        self.repeated = 0

    def add(self, record: WrittenRecord) -> ListedRow:
        """Take a record in; one of a course met before adds its occasions to it."""
        self.rows_read += 1
        if not record.listing:
            return ListedRow(record.locator, "", record.cells, record.issues)
        listing = self._listing_of(record)
        if listing is None:
            self._begin(record)
            return ListedRow(record.locator, record.listing, record.cells, record.issues)
        further = self._joined(listing, record)
        listing = "" if further else listing
        return ListedRow(record.locator, listing, record.cells, record.issues + further)

    def _listing_of(self, record: WrittenRecord) -> str | None:
        """Return the listing of the same code, else of the same title and provider.

        Offices that number occasions instead of courses give one course several codes.
        """
        if record.listing in self._titles:
            return record.listing
        return self._by_name.get(record.name)

    def _begin(self, record: WrittenRecord) -> None:
        self._titles[record.listing] = record.title
        self._by_name.setdefault(record.name, record.listing)
        self._store.add(record.listing, record.text)
        self.programs += 1
        self.offerings += record.offerings

    def _joined(self, listing: str, record: WrittenRecord) -> tuple[Issue, ...]:
        """Add a record's occasions to a listing; returns why that could not be."""
        known = program_from_text(self._store.get(listing))
        program = program_from_text(record.text)
        if fuzz.ratio(record.title, self._titles[listing]) < SAME_COURSE:
            return (_aside(program, Code.KEY_REUSED, known.title, program.source_key or ""),)
        new = set(program.offerings) - set(known.offerings)
        if not new:
            self.repeated += 1
            place = _first_place(known, program)
            return (_aside(program, Code.ROW_REPEATED, place, program.title),)
        self._store.change(listing, program_to_text(with_further_run(known, program)))
        self.offerings += len(new)
        return ()


def _first_place(known: Program, program: Program) -> str:
    """Return where a repeated row stands first; a listing keeps its places in order of its rows."""
    at = known.offerings.index(program.offerings[0])
    return known.source_refs[min(at, len(known.source_refs) - 1)].locator


def _aside(program: Program, code: Code, detail: str, raw: str) -> Issue:
    return issue_at(
        program.source_refs[0], code, raw=raw, severity=Severity.QUARANTINED, detail=detail
    )
