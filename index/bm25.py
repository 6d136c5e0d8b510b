"""BM25 with weighted fields: words of documents → postings with their impacts.

The formula is that of SQLite's FTS5 (`bm25()` with column weights): an occurrence counts by its
field's weight, the length of a document is its words in all fields. Knows nothing of text.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.postings import Postings

SATURATION: Final = 1.2  # the usual constants: how soon repeating a word stops to count,
LENGTH: Final = 0.75  # and how much a long document is held against it
LEAST_IDF: Final = 1e-6  # of a word that half of the documents hold, or more

Fields = Mapping[str, Sequence[str]]  # the words of a document, field by field


@dataclass(slots=True)
class _Counted:
    """What occurs where: a row for each word of each document, in the order of the documents."""

    numbers: dict[str, int] = field(default_factory=dict)
    words: "array[int]" = field(default_factory=lambda: array("i"))
    documents: "array[int]" = field(default_factory=lambda: array("i"))
    counts: "array[float]" = field(default_factory=lambda: array("f"))
    lengths: "array[int]" = field(default_factory=lambda: array("i"))

    def add(self, fields: Fields, weights: Mapping[str, float]) -> None:
        """Count the next document."""
        held: dict[int, float] = {}
        for name, weight in weights.items():
            for word in fields[name]:
                number = self.numbers.setdefault(word, len(self.numbers))
                held[number] = held.get(number, 0.0) + weight
        self.words.extend(held)
        self.counts.extend(held.values())
        self.documents.extend([len(self.lengths)] * len(held))
        self.lengths.append(sum(len(fields[name]) for name in weights))


def bm25_postings(documents: Iterable[Fields], weights: Mapping[str, float]) -> Postings:
    """Return the postings of documents in their order; `weights` says how much a field counts."""
    counted = _Counted()
    for fields in documents:
        counted.add(fields, weights)
    words = np.asarray(counted.words)
    held_by = np.bincount(words, minlength=len(counted.numbers))
    idf = inverse_frequency(held_by, len(counted.lengths))
    order = np.argsort(words, kind="stable")
    impacts = (idf[words] * _saturated(counted)).astype(np.float32)[order]
    starts = np.concatenate([[0], np.cumsum(held_by)]).astype(np.int64)
    return Postings(
        numbers=counted.numbers,
        starts=starts,
        documents=np.asarray(counted.documents)[order],
        impacts=impacts,
        idf=idf.astype(np.float32),
    )


def inverse_frequency(held_by: NDArray[np.integer] | int, size: int) -> NDArray[np.float64]:
    """Return the weight of words that so many of `size` documents hold."""
    odds = (size - np.asarray(held_by) + 0.5) / (np.asarray(held_by) + 0.5)
    weights: NDArray[np.float64] = np.maximum(np.log(odds), LEAST_IDF)
    return weights


def _saturated(counted: _Counted) -> NDArray[np.float64]:
    """Return how much the occurrences of each word in each document count, below 2.2."""
    counts = np.asarray(counted.counts, np.float64)
    lengths = np.asarray(counted.lengths)
    usual = max(lengths.mean(), 1.0) if len(lengths) else 1.0
    relative = lengths[np.asarray(counted.documents)] / usual
    saturated: NDArray[np.float64] = (
        counts * (SATURATION + 1) / (counts + SATURATION * (1 - LENGTH + LENGTH * relative))
    )
    return saturated
