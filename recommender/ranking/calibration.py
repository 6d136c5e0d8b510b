"""Calibration: the fused score of a search → how likely a reader calls the program suitable.

A logistic curve, fitted for each encoder: their cosines lie far apart.
"""

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from index.hits import Scores

STEPS = 50  # Newton steps; the curve has two parameters and settles in about ten
RIDGE = 1e-6  # keeps the curve finite when the scores separate perfectly


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The curve, and from which probability on programs are offered.

    `offer_from` decides on the best program whether there is an answer at all; `list_from` ends
    the list behind it. `foreign_shift` is what the scores of a message in another language lack:
    its words are not in the catalog, and its vector lies farther from every program.
    """

    intercept: float
    slope: float
    offer_from: float
    list_from: float
    foreign_shift: float = 0.0

    def to_json(self) -> dict[str, float]:
        """Return the four numbers by name."""
        return asdict(self)

    def probabilities(self, scores: Scores, *, is_foreign: bool = False) -> Scores:
        """Return a probability between 0 and 1 for each fused score, float32 (n,)."""
        comparable = scores + self.foreign_shift if is_foreign else scores
        return _logistic(self.intercept + self.slope * comparable).astype(np.float32)


def fitted_curve(scores: Scores, suitable: NDArray[np.bool_]) -> tuple[float, float]:
    """Return intercept and slope of the likeliest logistic curve; both arrays are (n,)."""
    design = np.stack([np.ones(len(scores)), scores.astype(np.float64)], axis=1)
    curve = np.zeros(2)
    for _ in range(STEPS):
        likely = _logistic(design @ curve)
        weights = likely * (1 - likely)
        information = design.T @ (design * weights[:, np.newaxis]) + RIDGE * np.eye(2)
        curve += np.linalg.solve(information, design.T @ (suitable - likely))
    return float(curve[0]), float(curve[1])


def _logistic(logits: NDArray[np.floating]) -> NDArray[np.floating]:
    likely: NDArray[np.floating] = 1.0 / (1.0 + np.exp(-np.clip(logits, -50, 50)))
    return likely
