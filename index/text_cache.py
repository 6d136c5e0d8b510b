"""What was computed of texts already, so that a rebuild computes only what changed.

A vector is found by encoder revision, document version and the text itself (SHA-256), the words of
a document by its parts and the dictionary that parted them: change any and it is computed anew.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
import orjson

from data.catalog.database import Database, Migrations, open_for_writing, translated
from index.bm25 import Fields
from index.document import DOCUMENT_VERSION, Document
from index.encoder.protocol import Encoder
from index.encoder.vectors import UnitVectors
from index.lexical import WEIGHTS, document_words
from index.tokens import VERSION, Tokens

CACHE = Migrations("vector_cache")
KNOWN = "SELECT key, {column} FROM {table} WHERE key IN (SELECT value FROM json_each(?))"
SAVE_EVERY: Final = 64  # texts; what an interrupted rebuild may have to embed again
READ_AT_ONCE: Final = 1000  # documents


@CACHE()
def m001_vectors(db: Database) -> None:
    """Create the table: key is a SHA-256 in hexadecimal, vector is float32 little-endian."""
    db.table("vectors").create({"key": str, "vector": bytes}, pk="key")


@CACHE()
def m002_words(db: Database) -> None:
    """Create the table: words are a JSON object of lists, by part of the document."""
    db.table("words").create({"key": str, "words": str}, pk="key")


class TextCache:
    """Passage vectors of one encoder revision and words of documents, in one SQLite file."""

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
        stored = self._known("vectors", "vector", keys)
        known = {key: np.frombuffer(vector, "<f4") for key, vector in stored.items()}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        pending = list(missing.items())
        if on_embedded:
            on_embedded(len(texts) - len(pending))
        for start in range(0, len(pending), SAVE_EVERY):
            batch = pending[start : start + SAVE_EVERY]
            fresh = encoder.encode_passages([text for _, text in batch], progress=on_embedded)
            known |= dict(zip((key for key, _ in batch), fresh.rows, strict=True))
            self._save(
                "vectors", "vector", {key: known[key].astype("<f4").tobytes() for key, _ in batch}
            )
        dimension = encoder.card.dimension
        rows = np.array([known[key] for key in keys], np.float32).reshape(-1, dimension)
        return UnitVectors(rows), len(pending)

    def words(self, documents: Sequence[Document], tokens: Tokens) -> Iterator[Fields]:
        """Yield the words of each document, part by part, in order."""
        for start in range(0, len(documents), READ_AT_ONCE):
            batch = documents[start : start + READ_AT_ONCE]
            keys = [_words_key(document) for document in batch]
            known = self._known("words", "words", keys)
            fresh = {
                key: orjson.dumps(document_words(document, tokens)).decode()
                for key, document in zip(keys, batch, strict=True)
                if key not in known
            }
            self._save("words", "words", fresh)
            known |= fresh
            yield from (orjson.loads(known[key]) for key in keys)

    def _known(self, table: str, column: str, keys: Sequence[str]) -> dict[str, Any]:
        query = KNOWN.format(table=table, column=column)
        with translated(self._path):
            return dict(self._database.execute(query, [json.dumps(keys)]).fetchall())

    def _save(self, table: str, column: str, values: Mapping[str, Any]) -> None:
        rows = [{"key": key, column: value} for key, value in values.items()]
        with translated(self._path):
            self._database.table(table).insert_all(rows, replace=True)


def _key(text: str, encoder: Encoder) -> str:
    identity = f"{encoder.card.revision}\x1f{DOCUMENT_VERSION}\x1f{text}"
    return hashlib.sha256(identity.encode()).hexdigest()


def _words_key(document: Document) -> str:
    identity = "\x1f".join((VERSION, *(getattr(document, part) for part in WEIGHTS)))
    return hashlib.sha256(identity.encode()).hexdigest()
