"""Dense search: the nearest unit vectors by inner product. The only home of FAISS.

The vectors themselves always lie in an exact index, mapped from its file. Above a size they get a
smaller one beside it that finds candidates, which are then compared exactly; `PLANS` decides.
"""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Self

import faiss
import numpy as np
from numpy.typing import NDArray

from index.allowed import Allowed, Mask, allowed_mask
from index.encoder.vectors import UnitVectors
from index.errors import ReleaseDamaged
from index.hits import Hits, Positions, Scores


class Kind(StrEnum):
    """How candidates are found."""

    EXACT = "exact"  # every vector is compared as it is
    INT8 = "int8"  # every vector is compared at a byte a number
    CELLS = "cells"  # at a byte a number, and only in the cells nearest to the query


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which index serves up to `most` vectors; of its `cells`, `probed` are searched."""

    most: float
    kind: Kind
    cells: int = 0
    probed: int = 0


# The first that is large enough. Measured on one core, 200 neighbours: exact takes 0.1 ms at 5,000
# vectors and 5 ms at 100,000; int8 1.2 ms at 100,000. `manabi bench` shows time and recall.
PLANS: Final = (
    Plan(most=10_000, kind=Kind.EXACT),
    Plan(most=200_000, kind=Kind.INT8),
    Plan(most=float("inf"), kind=Kind.CELLS, cells=4096, probed=512),
)

FEW: Final = 2000  # allowed vectors; so few are compared one by one, whatever the index
SPARE: Final = 1.5  # candidates for one hit: a byte a number swaps near neighbours
SAMPLED: Final = 48  # vectors a cell that the cells are placed by
ROUNDS: Final = 8  # of placing them
BLOCK: Final = 50_000  # vectors turned into bytes at once
SCAN_FILE: Final = ".scan.faiss"  # what finds candidates, beside the exact index
LARGEST: Final = 127  # of a signed byte
IN_BYTES: Final = (faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_INNER_PRODUCT)


Rows = NDArray[np.float32]


def plan_for(count: int) -> Plan:
    """Return how so many vectors are searched."""
    return next(plan for plan in PLANS if count <= plan.most)


class DenseIndex:
    """An index over unit vectors; a score is an exact cosine, higher is nearer.

    Safe to share between threads.
    """

    def __init__(self, exact: faiss.IndexFlat, scan: faiss.Index | None) -> None:
        self._exact = exact  # an IndexFlat
        self._scan = scan
        flat = faiss.rev_swig_ptr(exact.get_xb(), exact.ntotal * exact.d)
        self._rows: Rows = flat.reshape(exact.ntotal, exact.d)

    @classmethod
    def build(cls, vectors: UnitVectors, plan: Plan | None = None) -> Self:
        """Index `vectors` in their order, row i is position i; by size unless `plan` is given."""
        exact = faiss.IndexFlatIP(vectors.dimension)
        exact.add(vectors.rows)
        return cls(exact, _scan_of(vectors, plan or plan_for(len(vectors))))

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a saved index without copying it into memory."""
        beside = path.with_suffix(SCAN_FILE)
        try:
            exact: Any = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
            scan = None
            if beside.exists():
                scan = faiss.read_index(str(beside), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise ReleaseDamaged(
                f"索引 {path} を開けません。", hint="「manabi rollback」で前の版に戻せます。"
            ) from error
        return cls(exact, scan)

    def save(self, path: Path) -> None:
        """Write the index to a file, and what finds candidates to another beside it."""
        _write(self._exact, path)
        if self._scan is not None:
            _write(self._scan, path.with_suffix(SCAN_FILE))

    def __len__(self) -> int:
        return int(self._exact.ntotal)

    @property
    def kind(self) -> Kind:
        """How candidates are found."""
        if self._scan is None:
            return Kind.EXACT
        return Kind.CELLS if isinstance(self._scan, faiss.IndexIVF) else Kind.INT8

    def search(self, query: UnitVectors, limit: int, *, allowed: Allowed | None = None) -> Hits:
        """Return the nearest `limit` positions among `allowed` (all if None) to one vector."""
        mask = None if allowed is None else allowed_mask(allowed, len(self))
        count = len(self) if mask is None else int(np.count_nonzero(mask))
        if mask is not None and count <= FEW:
            return self._nearest(query, np.flatnonzero(mask), limit)
        if self._scan is None:
            return self.search_exactly(query, limit, allowed=mask)
        candidates, _ = _searched(
            self._scan, query.rows * _scale(query.rows), min(int(limit * SPARE), count), mask
        )
        return self._nearest(query, candidates, limit)

    def search_exactly(
        self, query: UnitVectors, limit: int, *, allowed: Allowed | None = None
    ) -> Hits:
        """Return the same by comparing every allowed vector, as other kinds are measured by."""
        mask = None if allowed is None else allowed_mask(allowed, len(self))
        positions, scores = _searched(self._exact, query.rows, min(limit, len(self)), mask)
        return Hits(positions=positions, scores=scores)

    def cosines(self, query: UnitVectors, positions: Positions) -> Scores:
        """Return the exact cosine of each of `positions` (k,) to one vector, float32 (k,)."""
        # Not `@`: BLAS would share it among threads and wait for a core that another one uses.
        cosines: Scores = np.vecdot(self._rows[positions], query.rows[0])
        return cosines

    def likeness(self, positions: Positions) -> Rows:
        """Return the cosine of each of `positions` (k,) to each, (k, k); meant for a page or two.

        One dot product after another: a hundred take 0.3 ms.
        """
        rows = self._rows[positions]
        cosines: Rows = np.vecdot(rows[:, np.newaxis], rows)  # not `@`, see `cosines`
        return cosines

    def vectors(self) -> UnitVectors:
        """Return every indexed vector, in the order of position, not copied."""
        return UnitVectors(self._rows)

    def _nearest(self, query: UnitVectors, positions: Positions, limit: int) -> Hits:
        cosines = self.cosines(query, positions)
        best = np.lexsort((positions, -cosines))[:limit]
        return Hits(positions=positions[best], scores=cosines[best])


def _searched(
    index: faiss.Index, rows: Rows, limit: int, mask: Mask | None
) -> tuple[Positions, Scores]:
    """Return up to `limit` positions and scores of one FAISS index, best first."""
    if limit == 0:
        return np.empty(0, np.int64), np.empty(0, np.float32)
    # One query fills one core; FAISS would still call a second thread and wait until it has come.
    faiss.omp_set_num_threads(1)  # counts for the calling thread alone
    bits = None if mask is None else np.packbits(mask, bitorder="little")  # lives while it searches
    chosen: dict[str, Any] = {}  # FAISS's own annotations do not know these arguments
    if bits is not None:
        chosen["sel"] = faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
    kind: Any = faiss.SearchParameters
    if isinstance(index, faiss.IndexIVF):
        kind = faiss.SearchParametersIVF
        chosen["nprobe"] = index.nprobe
    parameters = kind(**chosen)
    scores, positions = index.search(rows, limit, params=parameters)
    found = positions[0] >= 0
    return positions[0][found], scores[0][found]


def _scan_of(vectors: UnitVectors, plan: Plan) -> faiss.Index | None:
    """Return the smaller index that finds candidates, where the plan wants one."""
    if plan.kind is Kind.EXACT or not len(vectors):
        return None
    scale = _scale(vectors.rows)
    scan = _empty_scan(vectors.dimension, plan)
    faiss.omp_set_num_threads(os.cpu_count() or 1)
    if plan.kind is Kind.CELLS:
        sample = vectors.rows[:: max(1, len(vectors) // (plan.cells * SAMPLED))]
        scan.train(np.concatenate(list(_as_bytes(sample, scale))))
    for block in _as_bytes(vectors.rows, scale):
        scan.add(block)
    return scan


def _empty_scan(dimension: int, plan: Plan) -> faiss.Index:
    if plan.kind is Kind.INT8:
        return faiss.IndexScalarQuantizer(dimension, *IN_BYTES)
    centres = faiss.IndexFlatIP(dimension)
    by_residual = False  # whole numbers must stay whole
    scan = faiss.IndexIVFScalarQuantizer(centres, dimension, plan.cells, *IN_BYTES, by_residual)
    scan.nprobe = plan.probed
    scan.cp.niter = ROUNDS
    return scan


def _scale(rows: Rows) -> float:
    return LARGEST / float(np.abs(rows).max())


def _as_bytes(rows: Rows, scale: float) -> Iterator[Rows]:
    """Yield rows in whole numbers of a signed byte, a block at a time, still as float32."""
    for start in range(0, len(rows), BLOCK):
        yield np.round(rows[start : start + BLOCK] * np.float32(scale))


def _write(index: faiss.Index, path: Path) -> None:
    """Write one index; FAISS tells a full disk as any error of its own, we as the system does."""
    try:
        faiss.write_index(index, str(path))
    except RuntimeError as error:
        if os.strerror(errno.ENOSPC) in str(error):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error
        raise
