"""The best documents for some words: their impacts added up, document by document.

Every posting is added whole, which is a run through memory. MaxScore, which avoids long postings,
was tried and found slower here: what it saves in additions it spends on asking who can still win.
"""

from collections.abc import Sequence

import numpy as np

from index.allowed import Mask
from index.hits import Hits
from index.postings import Posting


def best_documents(
    postings: Sequence[Posting], size: int, limit: int, *, allowed: Mask | None
) -> Hits:
    """Return the best `limit` (1 or more) of `size` documents that hold a word, if allowed."""
    scores = np.zeros(size, np.float32)
    for posting in postings:
        scores[posting.documents] += posting.impacts
    if allowed is not None:
        scores *= allowed
    found = np.flatnonzero(scores)
    held = scores[found]
    if len(found) > limit:  # everything as good as the last place, then cut in order
        last = np.partition(held, len(held) - limit)[len(held) - limit]
        found, held = found[held >= last], held[held >= last]
    order = np.lexsort((found, -held))[:limit]
    return Hits(positions=found[order], scores=held[order])
