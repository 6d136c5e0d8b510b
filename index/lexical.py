"""Lexical search: BM25 over content words, added up from impacts computed beforehand."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

import numpy as np

from index.allowed import Allowed, allowed_mask
from index.best_documents import best_documents
from index.bm25 import Fields, bm25_postings, inverse_frequency
from index.document import Document
from index.hits import Hits, Positions, Scores
from index.postings import Posting, Postings
from index.tokens import Tokens

# How much a word counts where it stands; chosen on the tuning half, see docs/decisions.md.
WEIGHTS = {"title": 3.0, "keywords": 3.0, "labels": 1.0, "body": 1.0, "provider": 1.0}


class LexicalIndex:
    """Word search over a corpus; a score is a BM25 value, higher is better, not comparable.

    Safe to share between threads.
    """

    def __init__(self, postings: Postings, size: int, tokens: Tokens) -> None:
        self._postings = postings
        self._size = size
        self._tokens = tokens

    @classmethod
    def build(cls, documents: Sequence[Document], tokens: Tokens) -> Self:
        """Index the documents in their order: document i is position i."""
        fields = (document_words(document, tokens) for document in documents)
        return cls.of_words(fields, len(documents), tokens)

    @classmethod
    def of_words(cls, words: Iterable[Fields], size: int, tokens: Tokens) -> Self:
        """Index `size` documents by their words, part by part, in their order."""
        return cls(bm25_postings(words, WEIGHTS), size, tokens)

    @classmethod
    def open(cls, folder: Path, size: int, tokens: Tokens) -> Self:
        """Open the saved index of `size` documents without copying it into memory."""
        return cls(Postings.open(folder), size, tokens)

    def save(self, folder: Path) -> None:
        """Write the index into a new folder."""
        self._postings.save(folder)

    def __len__(self) -> int:
        return self._size

    def search(self, text: str, limit: int, *, allowed: Allowed | None = None) -> Hits:
        """Return the best `limit` positions among `allowed` (all if None) that share a word."""
        return self.search_words(self._tokens.of(text), limit, allowed=allowed)

    def search_words(
        self, words: Iterable[str], limit: int, *, allowed: Allowed | None = None
    ) -> Hits:
        """Return the same for words that `index.tokens` has already made of a text."""
        mask = None if allowed is None else allowed_mask(allowed, self._size)
        return best_documents(self._of(words), self._size, limit, allowed=mask)

    def scores(self, text: str, positions: Positions) -> Scores:
        """Return the BM25 value of each of `positions` (k,), 0 without a shared word."""
        return self.word_scores(self._tokens.of(text), positions)

    def word_scores(self, words: Iterable[str], positions: Positions) -> Scores:
        """Return the same for words that `index.tokens` has already made of a text."""
        scores = np.zeros(len(positions), np.float32)
        for posting in self._of(words):
            scores += posting.on(positions)
        return scores

    def idf(self, word: str) -> float:
        """Return how much a normalised word tells documents apart, from 0; most for unknown ones.

        Its BM25 weight: the logarithm of the odds against it.
        """
        number = self._postings.numbers.get(word)
        if number is None:
            return float(inverse_frequency(0, self._size))
        return float(self._postings.idf[number])

    def holds(self, word: str) -> bool:
        """Tell whether any document holds the normalised word."""
        return word in self._postings.numbers

    def _of(self, words: Iterable[str]) -> list[Posting]:
        postings = (self._postings.of(word) for word in dict.fromkeys(words))
        return [posting for posting in postings if posting is not None]


def document_words(document: Document, tokens: Tokens) -> Fields:
    """Return the words of every part of a document."""
    return {name: tokens.of(getattr(document, name)) for name in WEIGHTS}
