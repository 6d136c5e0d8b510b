"""Candidate: a built release on its way, with what it is measured against."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from data.catalog.database import open_for_reading, translated
from data.catalog.program_table import ProgramTable
from data.errors import ManabiError
from data.program import Program
from index.acceptance.gate import Gate
from index.encoder.card import EncoderCard
from index.manifest import Manifest
from index.release import CATALOG_FILE, Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The release that serves while another is built."""

    folder: Path
    manifest: Manifest
    programs: tuple[Program, ...]

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Read it, without its indexes; None when it is damaged, and nothing to go by."""
        try:
            manifest = Manifest.read(folder)
            with translated(folder / CATALOG_FILE):
                database = open_for_reading(folder / CATALOG_FILE)
                programs = tuple(ProgramTable(database).programs())
        except ManabiError:
            return None
        database.close()
        return cls(folder=folder, manifest=manifest, programs=programs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A built release; `listed` are the programs that the catalog's sources list.

    `prepared` is the encoder that it should have been built with, `before` the release that serves
    now. `may_shrink` says that staff know why there are fewer programs.
    """

    release: Release
    listed: frozenset[str]
    prepared: EncoderCard
    before: Published | None = None
    may_shrink: bool = False


Measure = Callable[[Candidate], Iterable[Gate]]


def measured(candidate: Candidate, measures: Iterable[Measure]) -> tuple[Gate, ...]:
    """Return every gate of every measure, in order."""
    return tuple(gate for measure in measures for gate in measure(candidate))
