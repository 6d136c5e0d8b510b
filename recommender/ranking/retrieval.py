"""Retrieval: one text → ranked documents, by words, by meaning, and by both."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from index.corpus import Corpus
from index.encoder.vectors import UnitVectors
from index.hits import Hits, Positions, Scores
from recommender.ranking.fusion import STANDARD_WEIGHT, fused_scores

DEPTH = 200  # candidates that each side brings to the fusion


class Method(StrEnum):
    """The three ways to search, measured side by side."""

    LEXICAL = "lexical"
    DENSE = "dense"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Documents of a hybrid search, best first: int64 (n,), and float32 (n,) three times.

    `bm25` is 0 where a document shares no word with the text.
    """

    positions: Positions
    scores: Scores
    cosines: Scores
    bm25: Scores


def retrieve(
    corpus: Corpus,
    text: str,
    limit: int,
    *,
    method: Method = Method.HYBRID,
    allowed: Positions | None = None,
    weight: float = STANDARD_WEIGHT,
) -> Hits:
    """Return the best `limit` documents among `allowed` (all if None)."""
    if method is Method.LEXICAL:
        return corpus.lexical.search(text, limit, allowed=allowed)
    if method is Method.DENSE:
        return corpus.dense.search(corpus.encoder.encode_queries([text]), limit, allowed=allowed)
    query = corpus.encoder.encode_queries([text])
    found = hybrid_candidates(
        corpus, text, query, depth=max(limit, DEPTH), allowed=allowed, weight=weight
    )
    return Hits(positions=found.positions[:limit], scores=found.scores[:limit])


def hybrid_candidates(
    corpus: Corpus,
    text: str,
    query: UnitVectors,
    *,
    depth: int = DEPTH,
    allowed: Positions | None = None,
    weight: float = STANDARD_WEIGHT,
) -> Candidates:
    """Return what either side finds among its best `depth`, ranked by both.

    `query` is the text's vector, (1, d); `weight` that of words beside meaning, see `fusion`.
    """
    lexical = corpus.lexical.search(text, depth, allowed=allowed)
    dense = corpus.dense.search(query, depth, allowed=allowed)
    positions = np.union1d(dense.positions, lexical.positions)
    cosines = corpus.dense.cosines(query, positions)
    bm25 = np.zeros(len(positions), np.float32)
    bm25[np.searchsorted(positions, lexical.positions)] = lexical.scores
    scores = fused_scores(cosines, bm25, weight)
    best = np.lexsort((positions, -scores))
    return Candidates(
        positions=positions[best],
        scores=scores[best],
        cosines=cosines[best],
        bm25=bm25[best],
    )
