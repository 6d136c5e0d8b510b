"""Lexical search: BM25 over content words, in SQLite's FTS5.

Words come already split and normalised (index.tokens), so FTS5 only has to part them at blanks.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Self

import numpy as np

from data.catalog.database import Database
from index.document import Document
from index.hits import Hits, Positions
from index.tokens import Tokens

# How much a word counts where it stands, in the order of the table's columns; chosen on the tuning
# half, see docs/decisions.md.
WEIGHTS = {"title": 3.0, "keywords": 3.0, "labels": 1.0, "body": 1.0, "provider": 1.0}

CREATE = """
CREATE VIRTUAL TABLE lexical USING fts5(
    title, keywords, labels, body, provider,
    content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* S* P* M* Co'"
)
"""
INSERT = (
    "INSERT INTO lexical(rowid, title, keywords, labels, body, provider) VALUES (?, ?, ?, ?, ?, ?)"
)
SEARCH = """
SELECT rowid, -bm25(lexical, {weights}) AS score FROM lexical
WHERE lexical MATCH ? {only} ORDER BY score DESC, rowid LIMIT ?
"""
ONLY_ALLOWED = "AND rowid IN (SELECT value FROM json_each(?))"


class LexicalIndex:
    """Word search over a corpus; a score is a BM25 value, higher is better, not comparable."""

    def __init__(self, database: Database, tokens: Tokens) -> None:
        self._database = database
        self._tokens = tokens

    @classmethod
    def build(cls, database: Database, documents: Iterable[Document], tokens: Tokens) -> Self:
        """Index the documents in their order: document i is position i."""
        with database.atomic():
            database.execute(CREATE)
            for position, document in enumerate(documents):
                parts = (getattr(document, name) for name in WEIGHTS)
                words = (" ".join(_indexable(tokens.of(part))) for part in parts)
                database.execute(INSERT, [position, *words])
        return cls(database, tokens)

    def search(self, text: str, limit: int, *, allowed: Positions | None = None) -> Hits:
        """Return the best `limit` positions among `allowed` (all if None) that share a word."""
        words = list(dict.fromkeys(_indexable(self._tokens.of(text))))
        if not words:
            return Hits(positions=np.empty(0, np.int64), scores=np.empty(0, np.float32))
        arguments: list[str | int] = [" OR ".join(f'"{word}"' for word in words)]
        if allowed is not None:
            arguments.append(json.dumps(allowed.tolist()))
        weights = ", ".join(str(weight) for weight in WEIGHTS.values())
        sql = SEARCH.format(weights=weights, only="" if allowed is None else ONLY_ALLOWED)
        rows = self._database.execute(sql, [*arguments, limit]).fetchall()
        return Hits(
            positions=np.array([row[0] for row in rows], np.int64),
            scores=np.array([row[1] for row in rows], np.float32),
        )


def _indexable(words: Sequence[str]) -> list[str]:
    """Drop what FTS5 would split or misread: quotes and blanks inside a word."""
    return [word for word in words if word and '"' not in word and " " not in word]
