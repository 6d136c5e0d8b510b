"""Hits: which documents a search found, best first, with their scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Positions int64 (k,) in the corpus, scores float32 (k,), never increasing."""

    positions: Positions
    scores: Scores

    def __post_init__(self) -> None:
        if self.positions.shape != self.scores.shape or self.positions.ndim != 1:
            raise ValueError(f"positions {self.positions.shape}, scores {self.scores.shape}")

    def __len__(self) -> int:
        return len(self.positions)
