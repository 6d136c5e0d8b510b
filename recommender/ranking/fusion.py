"""Fusion: for each candidate a cosine and a BM25 value → one score to rank by."""

import numpy as np

from index.hits import Scores

DENSE_WEIGHT = 0.7  # the rest is lexical; chosen on the tuning half, see docs/decisions.md


def fused_scores(cosines: Scores, bm25: Scores) -> Scores:
    """Return the weighted sum of standard scores; float32 (n,) all three, higher is better."""
    fused = DENSE_WEIGHT * _standard(cosines) + (1 - DENSE_WEIGHT) * _standard(bm25)
    return fused.astype(np.float32)


def _standard(scores: Scores) -> Scores:
    """Return scores with mean 0 and deviation 1; all zero when there is nothing to tell apart."""
    spread = scores.std() if len(scores) else 0.0
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)
