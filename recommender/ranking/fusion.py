"""Fusion: for each candidate a cosine and a BM25 value → one score to rank by.

The cosine keeps its absolute scale, so that the score can be calibrated: standard scores would not
tell a catalog that holds nothing fitting from one that does. BM25 has no such scale, it grows with
every word of a text; it is measured against the best that the text finds. A text that shares hardly
a word with the catalog, as in another language, is ranked by its meaning alone.
"""

import numpy as np

from index.hits import Scores

# What the best match in words weighs beside a cosine, for an encoder that nobody has tuned.
STANDARD_WEIGHT = 0.15
# A BM25 value of a word or two: what stays below it says little, however far it is ahead.
LITTLE = 10.0


def fused_scores(cosines: Scores, bm25: Scores, weight: float = STANDARD_WEIGHT) -> Scores:
    """Return cosine + weight * BM25 / (best BM25 + 10); float32 (n,) all, higher is better."""
    best = bm25.max(initial=0.0)
    fused: Scores = (cosines + weight * bm25 / (best + LITTLE)).astype(np.float32)
    return fused
