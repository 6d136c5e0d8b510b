"""Dense search: the nearest unit vectors by inner product. The only home of FAISS.

Exact flat search; which index suits a larger catalog is decided here and nowhere else.
"""

from pathlib import Path
from typing import Self

import faiss
import numpy as np

from index.encoder.vectors import UnitVectors
from index.errors import ReleaseDamaged
from index.hits import Hits, Positions, Scores


class DenseIndex:
    """An index over unit vectors; a score is a cosine, higher is nearer."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: UnitVectors) -> Self:
        """Index `vectors` in their order: row i is position i."""
        index = faiss.IndexFlatIP(vectors.dimension)
        index.add(vectors.rows)
        return cls(index)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a saved index without copying it into memory."""
        try:
            return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY))
        except RuntimeError as error:
            raise ReleaseDamaged(
                f"索引 {path} を開けません。", hint="「manabi rollback」で前の版に戻せます。"
            ) from error

    def save(self, path: Path) -> None:
        """Write the index to a file."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, query: UnitVectors, limit: int, *, allowed: Positions | None = None) -> Hits:
        """Return the nearest `limit` positions among `allowed` (all if None) to one vector."""
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(np.ascontiguousarray(allowed, dtype=np.int64))
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg] # incomplete
        reachable = min(limit, len(self) if allowed is None else len(allowed))
        if reachable == 0:
            return Hits(positions=np.empty(0, np.int64), scores=np.empty(0, np.float32))
        scores, positions = self._index.search(query.rows, reachable, params=parameters)
        found = positions[0] >= 0
        return Hits(positions=positions[0][found], scores=scores[0][found])

    def cosines(self, query: UnitVectors, positions: Positions) -> Scores:
        """Return the exact cosine of each of `positions` (k,) to one vector, float32 (k,)."""
        rows = self._index.reconstruct_batch(np.ascontiguousarray(positions, dtype=np.int64))
        cosines: Scores = rows @ query.rows[0]
        return cosines

    def vectors(self) -> UnitVectors:
        """Return every indexed vector, in the order of position."""
        return UnitVectors(self._index.reconstruct_n(0, len(self)))
