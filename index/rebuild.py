"""Rebuilding: catalog → documents → vectors → release → acceptance → published."""

import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from data.catalog.catalog import NO_CATALOG_HINT, Catalog
from data.catalog.database import open_for_reading
from data.catalog.program_table import ProgramTable
from data.errors import CatalogMissing
from data.program import Program
from index.acceptance import Gate, acceptance
from index.dense import DenseIndex
from index.document import DOCUMENT_VERSION, Document, program_document
from index.encoder.served import ServedEncoder
from index.encoder.vectors import UnitVectors
from index.errors import RebuildRunning, ReleaseRefused
from index.lexical import LexicalIndex
from index.manifest import Manifest, folder_checksums
from index.progress import Progress, Step
from index.release import (
    CATALOG_FILE,
    DENSE_FILE,
    ENCODER_FOLDER,
    IDS_FILE,
    LEXICAL_FOLDER,
    Release,
    open_release,
)
from index.release_id import new_release_id
from index.release_store import ReleaseStore
from index.tokens import Tokens
from index.vector_cache import VectorCache
from index.work_lock import work_lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What a rebuild works with; `encoder_folder` holds the prepared encoder, `moment` is now.

    `acceptance` measures the built release at every gate.
    """

    catalog: Catalog
    store: ReleaseStore
    encoder_folder: Path
    cache: VectorCache
    progress: Progress
    moment: datetime
    acceptance: Callable[[Release], tuple[Gate, ...]] = acceptance


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildReport:
    """What a rebuild did."""

    release_id: str
    published: bool
    programs: int
    offerings: int
    embedded: int
    reused: int
    gates: tuple[Gate, ...]
    pruned: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the report in the shape of `manabi rebuild --json`."""
        return asdict(self)


def rebuild(shop: Workshop, *, publish: bool = True) -> RebuildReport:
    """Build a release aside, accept it, and let it serve; the old one serves until then."""
    with work_lock(shop.store.lock_file, RebuildRunning):
        release_id = new_release_id(shop.moment)
        building = shop.store.start_building(release_id)
        shop.progress.begin(Step.SNAPSHOT)
        programs = _snapshot(shop.catalog, building / CATALOG_FILE)
        documents = [program_document(program) for program in programs]
        encoder = _copied_encoder(shop.encoder_folder, building / ENCODER_FOLDER)
        vectors, embedded = _embedded(shop, documents, encoder)
        shop.progress.begin(Step.INDEX)
        _indexed(building, documents, vectors)
        _manifest(release_id, shop.moment, programs, encoder).write(building)
        shop.progress.begin(Step.ACCEPT)
        gates = _accepted(building, shop.acceptance)
        shop.progress.begin(Step.PUBLISH)
        shop.store.finish_building(building)
        if publish:
            shop.store.publish(release_id)
        return RebuildReport(
            release_id=release_id,
            published=publish,
            programs=len(programs),
            offerings=sum(len(program.offerings) for program in programs),
            embedded=embedded,
            reused=len(programs) - embedded,
            gates=gates,
            pruned=tuple(shop.store.prune()),
        )


def _snapshot(catalog: Catalog, path: Path) -> list[Program]:
    """Copy the catalog and return the programs of the copy."""
    catalog.snapshot(path)
    copy = open_for_reading(path)
    programs = list(ProgramTable(copy).programs())
    copy.close()
    if not programs:
        raise CatalogMissing("講座が1件もありません。", hint=NO_CATALOG_HINT)
    return programs


def _copied_encoder(prepared: Path, folder: Path) -> ServedEncoder:
    """Put the prepared encoder into the release; links where the disk allows, else copies."""
    try:
        shutil.copytree(prepared, folder, copy_function=os.link)
    except (OSError, shutil.Error):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(prepared, folder)
    return ServedEncoder.open(folder)


def _embedded(
    shop: Workshop, documents: list[Document], encoder: ServedEncoder
) -> tuple[UnitVectors, int]:
    shop.progress.begin(Step.EMBED, len(documents))
    texts = [document.passage for document in documents]
    return shop.cache.vectors(texts, encoder, on_embedded=shop.progress.advance)


def _indexed(building: Path, documents: list[Document], vectors: UnitVectors) -> None:
    DenseIndex.build(vectors).save(building / DENSE_FILE)
    LexicalIndex.build(documents, Tokens()).save(building / LEXICAL_FOLDER)
    ids = "".join(f"{document.document_id}\n" for document in documents)
    (building / IDS_FILE).write_text(ids, encoding="utf-8")


def _manifest(
    release_id: str, moment: datetime, programs: list[Program], encoder: ServedEncoder
) -> Manifest:
    return Manifest(
        release_id=release_id,
        created_at=moment.isoformat(timespec="seconds"),
        programs=len(programs),
        offerings=sum(len(program.offerings) for program in programs),
        sample_programs=sum(program.is_sample for program in programs),
        document_version=DOCUMENT_VERSION,
        encoder=encoder.card.name,
        encoder_revision=encoder.card.revision,
        dimension=encoder.card.dimension,
        acceptance={},
        checksums={},
    )


def _accepted(building: Path, measured: Callable[[Release], tuple[Gate, ...]]) -> tuple[Gate, ...]:
    """Measure the built folder; complete its manifest, or refuse it and keep it for a look."""
    release = open_release(building)
    gates = measured(release)
    release.close()
    refused = [gate for gate in gates if not gate.passed]
    if refused:
        reasons = "、".join(f"{g.label} {g.figure:.3f}(必要 {g.limit:.3f})" for g in refused)
        raise ReleaseRefused(
            f"新しい版は検査を通りませんでした: {reasons}",
            hint=f"公開中の版はそのままです。作りかけは {building} にあります。",
        )
    manifest = replace(
        release.manifest,
        acceptance={gate.name: gate.figure for gate in gates},
        checksums=folder_checksums(building),
    )
    manifest.write(building)
    return gates
