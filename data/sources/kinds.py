"""Which kind of source a file is: exactly one kind claims it, or the report says why none did."""

from collections.abc import Iterator
from typing import Protocol

from data.sources.program_csv import ProgramCsv
from data.sources.record import Record, SourceFile


class SourceKind(Protocol):
    """A way of listing programs that can be recognised and read."""

    name: str

    def claims(self, source: SourceFile) -> bool:
        """Tell whether this kind can read the file, from its content."""

    def records(self, source: SourceFile) -> Iterator[Record]:
        """Yield what every row states, faults included."""


SOURCE_KINDS: tuple[SourceKind, ...] = (ProgramCsv(),)


def claiming_kind(source: SourceFile) -> SourceKind | None:
    """Return the kind that claims the file, or None."""
    return next((kind for kind in SOURCE_KINDS if kind.claims(source)), None)
