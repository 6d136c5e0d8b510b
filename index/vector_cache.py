"""Vectors already computed, so that a rebuild embeds only what changed.

A vector is found by encoder revision, document version and the text itself (SHA-256): change any
of them and it is computed anew.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from data.catalog.database import Database, Migrations, open_for_writing, translated
from index.document import DOCUMENT_VERSION
from index.encoder.protocol import Encoder
from index.encoder.vectors import UnitVectors

Row = NDArray[np.float32]

CACHE = Migrations("vector_cache")
KNOWN = "SELECT key, vector FROM vectors WHERE key IN (SELECT value FROM json_each(?))"
SAVE_EVERY = 64  # texts; what an interrupted rebuild may have to embed again


@CACHE()
def m001_vectors(db: Database) -> None:
    """Create the table: key is a SHA-256 in hexadecimal, vector is float32 little-endian."""
    db.table("vectors").create({"key": str, "vector": bytes}, pk="key")


class VectorCache:
    """Passage vectors of one encoder revision, in one SQLite file."""

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._path = path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the cache at `path`, empty if it is new."""
        return cls(open_for_writing(path, CACHE), path)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def vectors(
        self,
        texts: Sequence[str],
        encoder: Encoder,
        *,
        on_embedded: Callable[[int], None] | None = None,
    ) -> tuple[UnitVectors, int]:
        """Return a vector a text, float32 (n, d), and how many had to be embedded."""
        keys = [_key(text, encoder) for text in texts]
        known = self._known(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        pending = list(missing.items())
        if on_embedded:
            on_embedded(len(texts) - len(pending))
        for start in range(0, len(pending), SAVE_EVERY):
            batch = pending[start : start + SAVE_EVERY]
            fresh = encoder.encode_passages([text for _, text in batch], progress=on_embedded)
            known |= dict(zip((key for key, _ in batch), fresh.rows, strict=True))
            self._save({key: known[key] for key, _ in batch})
        dimension = encoder.card.dimension
        rows = np.array([known[key] for key in keys], np.float32).reshape(-1, dimension)
        return UnitVectors(rows), len(pending)

    def _known(self, keys: Sequence[str]) -> dict[str, Row]:
        with translated(self._path):
            rows = self._database.execute(KNOWN, [json.dumps(keys)]).fetchall()
        return {key: np.frombuffer(vector, "<f4") for key, vector in rows}

    def _save(self, vectors: dict[str, Row]) -> None:
        rows = [{"key": key, "vector": row.astype("<f4").tobytes()} for key, row in vectors.items()]
        with translated(self._path):
            self._database.table("vectors").insert_all(rows, replace=True)


def _key(text: str, encoder: Encoder) -> str:
    identity = f"{encoder.card.revision}\x1f{DOCUMENT_VERSION}\x1f{text}"
    return hashlib.sha256(identity.encode()).hexdigest()
