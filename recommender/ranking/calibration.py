"""Calibration: the fused score of a search → how likely a reader calls the program suitable.

A logistic curve, fitted for each encoder: their cosines lie far apart.
"""

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from index.hits import Scores

STEPS = 50  # Newton steps; the curve has three parameters and settles in about ten
RIDGE = 1e-6  # keeps the curve finite when the scores separate perfectly
PRIOR = (0.0, 0.0, 1.0)  # precision of what little is known before: untaught subjects are few


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The curve, and from which probability on programs are offered.

    `offer_from` decides on the best program whether there is an answer at all; `list_from` ends
    the list behind it. `foreign_shift` is what the scores of a message in another language lack:
    its words are not in the catalog, and its vector lies farther from every program.
    `untaught_shift` is what the scores are too high by where no program teaches the subject that is
    asked for by name (`ranking.subjects`).
    """

    intercept: float
    slope: float
    offer_from: float
    list_from: float
    foreign_shift: float = 0.0
    untaught_shift: float = 0.0

    def to_json(self) -> dict[str, float]:
        """Return the numbers by name."""
        return asdict(self)

    def probabilities(
        self, scores: Scores, *, is_foreign: bool = False, is_untaught: bool = False
    ) -> Scores:
        """Return a probability between 0 and 1 for each fused score, float32 (n,)."""
        shift = self.foreign_shift * is_foreign - self.untaught_shift * is_untaught
        return _logistic(self.intercept + self.slope * (scores + shift)).astype(np.float32)


def fitted_curve(
    scores: Scores, suitable: NDArray[np.bool_], untaught: NDArray[np.bool_]
) -> tuple[float, float, float]:
    """Return intercept, slope and `untaught_shift` of the likeliest curve; all arrays are (n,).

    `untaught` marks programs that were found for a subject which none of them teaches.
    """
    columns = (np.ones(len(scores)), scores, untaught)
    design = np.stack([column.astype(np.float64) for column in columns], axis=1)
    curve, prior = np.zeros(len(columns)), np.array(PRIOR)
    for _ in range(STEPS):
        likely = _logistic(design @ curve)
        weights = likely * (1 - likely)
        information = design.T @ (design * weights[:, np.newaxis]) + np.diag(prior + RIDGE)
        curve += np.linalg.solve(information, design.T @ (suitable - likely) - prior * curve)
    intercept, slope, lower = curve.tolist()
    return intercept, slope, max(0.0, -lower / slope)


def _logistic(logits: NDArray[np.floating]) -> NDArray[np.floating]:
    likely: NDArray[np.floating] = 1.0 / (1.0 + np.exp(-np.clip(logits, -50, 50)))
    return likely
