"""Stage: what the contenders answer from, for one number of programs.

A release as `manabi rebuild` builds it, with vectors that are made instead of embedded; beyond what
one office will have, only the indexes.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Final

import numpy as np

from bot.bench.synthetic import SyntheticPrograms
from data.catalog.catalog import Catalog
from data.catalog.database import open_for_writing
from data.catalog.migrations import CATALOG
from data.catalog.program_table import ProgramTable
from data.program import Program
from data.shape import program_to_text
from index.acceptance.candidate import Candidate, measured
from index.acceptance.gate import Gate
from index.bm25 import bm25_postings
from index.dense import DenseIndex
from index.document import program_document
from index.encoder.card import EncoderCard
from index.encoder.protocol import Encoder
from index.encoder.vectors import UnitVectors
from index.lexical import WEIGHTS, LexicalIndex
from index.rebuild import rebuild
from index.release import DENSE_FILE, ENCODER_FOLDER, IDS_FILE, LEXICAL_FOLDER
from index.release_store import ReleaseStore
from index.text_cache import TextCache
from index.tokens import Tokens
from index.workshop import MEASURES, Workshop

WHOLE_UP_TO: Final = 200_000  # programs; beyond, only searches are measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The sample's programs, how they grow, and their own vectors."""

    synthetic: SyntheticPrograms
    vectors: UnitVectors
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A folder laid out like a release, and how long the rebuild took that embedded nothing."""

    folder: Path
    rebuild_s: float | None


class Silence:
    """Progress that nobody watches."""

    def begin(self, step: Enum, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, units: int = 1) -> None:
        """Say nothing."""


class PreparedVectors:
    """Implements `index.encoder.protocol.Encoder` with vectors that are there already."""

    def __init__(self, card: EncoderCard, vectors: Mapping[str, np.ndarray]) -> None:
        self._card = card
        self._vectors = vectors

    @property
    def card(self) -> EncoderCard:
        """The card of the encoder that these vectors stand for."""
        return self._card

    def encode_queries(self, texts: Sequence[str]) -> UnitVectors:
        """Return a vector a text, (n, d)."""
        return self.encode_passages(texts)

    def encode_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> UnitVectors:
        """Return a vector a text, (n, d)."""
        if progress:
            progress(len(texts))
        return UnitVectors(np.stack([self._vectors[text] for text in texts]))


def sample_of(programs: Sequence[Program], cache: TextCache, encoder: Encoder) -> Sample:
    """Return the sample with its vectors, embedded unless the cache has them."""
    passages = tuple(program_document(program).passage for program in programs)
    vectors, _ = cache.vectors(passages, encoder)
    return Sample(
        synthetic=SyntheticPrograms(programs, Tokens()), vectors=vectors, passages=passages
    )


def staged(sample: Sample, count: int, encoder_folder: Path, home: Path) -> Staged:
    """Build what `count` programs are served from, in the empty folder `home`."""
    if count > WHOLE_UP_TO:
        return Staged(folder=_indexes(sample, count, encoder_folder, home), rebuild_s=None)
    return _release(sample, count, encoder_folder, home)


def _release(sample: Sample, count: int, encoder_folder: Path, home: Path) -> Staged:
    programs = list(sample.synthetic.programs(count))
    catalog = open_for_writing(home / "catalog.db", CATALOG)
    with catalog.atomic():
        ProgramTable(catalog).write((one.program_id, program_to_text(one)) for one in programs)
    catalog.close()
    cache = TextCache.open(home / "vectors.db")
    _fill(cache, programs, sample, EncoderCard.read(encoder_folder))
    shop = Workshop(
        catalog=Catalog.open_existing(home / "catalog.db"),
        store=ReleaseStore(home / "releases"),
        encoder_folder=encoder_folder,
        cache=cache,
        progress=Silence(),
        moment=datetime.now(UTC),
        measures=(lenient,),
    )
    start = time.perf_counter()
    rebuild(shop)
    took = time.perf_counter() - start
    shop.catalog.close()
    cache.close()
    return Staged(folder=shop.store.current_folder(), rebuild_s=took)


def lenient(candidate: Candidate) -> tuple[Gate, ...]:
    """Measure at every gate, and pass: made vectors do not find their own titles."""
    return tuple(replace(gate, limit=0.0) for gate in measured(candidate, MEASURES))


def _fill(cache: TextCache, programs: Sequence[Program], sample: Sample, card: EncoderCard) -> None:
    passages = [program_document(program).passage for program in programs]
    rows = sample.synthetic.vectors(len(programs), sample.vectors).rows
    cache.vectors(passages, PreparedVectors(card, dict(zip(passages, rows, strict=True))))


def _indexes(sample: Sample, count: int, encoder_folder: Path, folder: Path) -> Path:
    (folder / ENCODER_FOLDER).symlink_to(encoder_folder.resolve())
    (folder / IDS_FILE).write_text("".join(f"{one}\n" for one in range(count)), encoding="utf-8")
    DenseIndex.build(sample.synthetic.vectors(count, sample.vectors)).save(folder / DENSE_FILE)
    postings = bm25_postings(sample.synthetic.words(count), WEIGHTS)
    LexicalIndex(postings, count, Tokens()).save(folder / LEXICAL_FOLDER)
    return folder
