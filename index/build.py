"""Building: catalog → programs → documents → vectors and words, in the folder of a new release."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.catalog.catalog import NO_CATALOG_HINT
from data.catalog.database import open_for_reading
from data.catalog.program_table import ProgramTable
from data.errors import CatalogMissing
from data.program import Program
from index.dense import DenseIndex
from index.document import program_document
from index.encoder.card import EncoderCard
from index.encoder.late import LateEncoder
from index.lexical import LexicalIndex
from index.progress import Progress, Step
from index.release import CATALOG_FILE, DENSE_FILE, ENCODER_FOLDER, IDS_FILE, LEXICAL_FOLDER
from index.tokens import Tokens
from index.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was built; `listed` are the programs that sources list, `embedded` counts new texts.

    `sources` tells for each source when it was last imported, ISO 8601.
    """

    programs: tuple[Program, ...]
    listed: frozenset[str]
    sources: Mapping[str, str]
    encoder: EncoderCard
    embedded: int


def build(shop: Workshop, folder: Path, progress: Progress) -> Built:
    """Fill the folder of a new release, but for its manifest; raises CatalogMissing.

    `progress` hears of the steps instead of the workshop's own.
    """
    progress.begin(Step.SNAPSHOT)
    listed = shop.catalog.snapshot(folder / CATALOG_FILE)
    programs = _programs(folder / CATALOG_FILE)
    documents = [program_document(program) for program in programs]
    encoder = LateEncoder(_copied_encoder(shop.encoder_folder, folder / ENCODER_FOLDER))
    progress.begin(Step.EMBED, len(documents))
    texts = [document.passage for document in documents]
    vectors, embedded = shop.cache.vectors(texts, encoder, on_embedded=progress.advance)
    progress.begin(Step.INDEX)
    DenseIndex.build(vectors).save(folder / DENSE_FILE)
    tokens = Tokens()
    words = shop.cache.words(documents, tokens)
    LexicalIndex.of_words(words, len(documents), tokens).save(folder / LEXICAL_FOLDER)
    ids = "".join(f"{document.document_id}\n" for document in documents)
    (folder / IDS_FILE).write_text(ids, encoding="utf-8")
    return Built(
        programs=programs,
        listed=listed,
        sources={name: one.imported_at for name, one in shop.catalog.sources().items()},
        encoder=encoder.card,
        embedded=embedded,
    )


def _programs(snapshot: Path) -> tuple[Program, ...]:
    copy = open_for_reading(snapshot)
    programs = tuple(ProgramTable(copy).programs())
    copy.close()
    if not programs:
        raise CatalogMissing("講座が1件もありません。", hint=NO_CATALOG_HINT)
    return programs


def _copied_encoder(prepared: Path, folder: Path) -> Path:
    """Put the prepared encoder into the release; links where the disk allows, else copies."""
    try:
        shutil.copytree(prepared, folder, copy_function=os.link)
    except (OSError, shutil.Error):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(prepared, folder)
    return folder
