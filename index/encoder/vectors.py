"""UnitVectors: what an encoder returns, checked once so that nobody has to check again."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

TOLERANCE = 1e-3  # how far a length may be from 1; float32 keeps about 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class UnitVectors:
    """`rows`: float32, (n, d), C-contiguous, each of length 1; n may be 0. Read-only.

    The inner product of two rows is a cosine, higher is nearer.
    """

    rows: NDArray[np.float32]

    def __post_init__(self) -> None:
        """Refuse what is not a set of unit vectors with ValueError."""
        if self.rows.ndim != 2 or self.rows.shape[1] == 0:  # noqa: PLR2004 - rows and columns
            raise ValueError(f"vectors must have shape (n, d), not {self.rows.shape}")
        if self.rows.dtype != np.float32 or not self.rows.flags.c_contiguous:
            raise ValueError(f"vectors must be contiguous float32, not {self.rows.dtype}")
        lengths = np.linalg.norm(self.rows, axis=1)
        if not np.all(np.abs(lengths - 1) <= TOLERANCE):  # false for NaN too
            raise ValueError("vectors must be finite and of length 1")
        self.rows.flags.writeable = False

    @classmethod
    def normalised(cls, rows: NDArray[np.floating]) -> Self:
        """Return `rows` (n, d) at length 1; a row of zeros raises ValueError."""
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        if not np.all(lengths > 0):
            raise ValueError("a row of zeros, or of NaN, has no direction")
        return cls(np.ascontiguousarray(rows / lengths, dtype=np.float32))

    def __len__(self) -> int:
        return len(self.rows)

    def only(self, number: int) -> "UnitVectors":
        """Return row `number` by itself, (1, d)."""
        return UnitVectors(self.rows[number : number + 1])

    @property
    def dimension(self) -> int:
        """The number of columns."""
        return int(self.rows.shape[1])
