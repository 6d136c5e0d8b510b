"""Release: an immutable, checked build of catalog, indexes and encoder, opened for serving."""

from dataclasses import dataclass
from pathlib import Path

from data.catalog.database import Database, open_for_reading, translated
from data.catalog.program_table import ProgramTable
from data.program import Program
from index.corpus import Corpus
from index.dense import DenseIndex
from index.encoder.served import ServedEncoder
from index.hold import Hold
from index.lexical import LexicalIndex
from index.manifest import MANIFEST, Manifest, damaged
from index.tokens import Tokens

CATALOG_FILE = "catalog.sqlite"
DENSE_FILE = "index.faiss"
IDS_FILE = "ids"
ENCODER_FOLDER = "encoder"
LEXICAL_FOLDER = "lexical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """An opened release; `programs[i]` stands at position i of the corpus.

    `hold` keeps a shared lock on it, until it is closed or nobody knows it any more.
    """

    manifest: Manifest
    programs: tuple[Program, ...]
    corpus: Corpus
    database: Database
    hold: Hold

    @property
    def release_id(self) -> str:
        """The release's name."""
        return self.manifest.release_id

    def close(self) -> None:
        """Close its files."""
        self.database.close()
        self.hold.close()


def open_release(folder: Path) -> Release:
    """Verify and open the release in `folder`, read-only; raises ReleaseDamaged."""
    hold = _held(folder)
    manifest = Manifest.read(folder)
    manifest.verify(folder)
    database = open_for_reading(folder / CATALOG_FILE)
    tokens = Tokens()
    ids = tuple((folder / IDS_FILE).read_text("utf-8").split())
    corpus = Corpus(
        ids=ids,
        dense=DenseIndex.open(folder / DENSE_FILE),
        lexical=LexicalIndex.open(folder / LEXICAL_FOLDER, len(ids), tokens),
        encoder=ServedEncoder.open(folder / ENCODER_FOLDER, verify=False),  # just verified
        tokens=tokens,
    )
    with translated(folder / CATALOG_FILE):
        programs = {p.program_id: p for p in ProgramTable(database).programs()}
    return Release(
        manifest=manifest,
        programs=tuple(programs[name] for name in corpus.ids),
        corpus=corpus,
        database=database,
        hold=hold,
    )


def _held(folder: Path) -> Hold:
    try:
        return Hold(folder / MANIFEST)
    except OSError as error:
        raise damaged(folder, MANIFEST) from error
