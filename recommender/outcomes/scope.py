"""ScopeClassifier: a message's query vector → whether it asks for a program at all.

Rules know the certain cases (`triage`); this knows the rest, in any language: questions for other
offices, small talk, questions about privacy, wishes without a topic. A request taken for one of
these gets no programs, so each has to be likely beyond doubt. Knows no encoder and no file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from recommender.answer import Outcome


class Scope(StrEnum):
    """What a message is, as the written examples are labelled."""

    REQUEST = "request"
    OUT_OF_SCOPE = "out_of_scope"
    SMALLTALK = "smalltalk"
    PRIVACY = "privacy"
    VAGUE = "vague"


OUTCOMES: Final[Mapping[Scope, Outcome]] = {
    Scope.OUT_OF_SCOPE: Outcome.OUT_OF_SCOPE,
    Scope.SMALLTALK: Outcome.SMALLTALK,
    Scope.PRIVACY: Outcome.PRIVACY,
    Scope.VAGUE: Outcome.CLARIFY,
}
# Below which probability of a request a message is not searched. Chosen by cross-validation so that
# few requests are lost: 1.6% of the written ones, with 65 to 81% of each other label found (with
# `manabi`, before rules).
REQUEST_FROM: Final = 0.3
RIDGE: Final = 0.02  # penalty a message on squared weights of standardised features
MOST_STEPS: Final = 30  # Newton steps; it settles in about eight
SETTLED: Final = 1e-6  # largest change of a weight

Vector = NDArray[np.float32]
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScopeClassifier:
    """Multinomial logistic regression; `weights` float64 (labels, d + 1), the intercept last."""

    weights: Table

    def probabilities(self, vector: Vector) -> dict[Scope, float]:
        """Return how likely each label is for a unit vector, (d,); the sum is 1."""
        logits = self.weights[:, :-1] @ vector + self.weights[:, -1]
        likely = np.exp(logits - logits.max())
        return dict(zip(Scope, (likely / likely.sum()).tolist(), strict=True))

    def outcome(self, vector: Vector, *, request_from: float = REQUEST_FROM) -> Outcome | None:
        """Return what to answer without a search, or None when a search is worth trying."""
        likely = self.probabilities(vector)
        if likely[Scope.REQUEST] >= request_from:
            return None
        return OUTCOMES[max(OUTCOMES, key=likely.__getitem__)]

    def to_json(self) -> dict[str, Any]:
        """Return it in plain values, a list of weights by label."""
        rows = zip(Scope, self.weights.round(5).tolist(), strict=True)
        return {scope.value: row for scope, row in rows}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Return the classifier that `to_json` described; KeyError when a label is missing."""
        return cls(weights=np.array([raw[scope.value] for scope in Scope], np.float64))


def learned_scope(
    vectors: NDArray[np.float32], labels: Sequence[Scope], *, ridge: float = RIDGE
) -> ScopeClassifier:
    """Learn from query vectors, float32 (n, d), and their labels; the same input, the same result.

    Vectors of one encoder lie in a narrow cone, so features are centred and scaled to learn, and
    the scale is folded into the weights afterwards.
    """
    rows = vectors.astype(np.float64)
    mean = rows.mean(axis=0)
    spread = (rows - mean).std() or 1.0
    design = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    wanted = np.array([[label == scope for scope in Scope] for label in labels], np.float64)
    learned = _likeliest(design, wanted, ridge * len(rows))
    slopes = learned[:, :-1] / spread
    return ScopeClassifier(
        weights=np.hstack([slopes, (learned[:, -1] - slopes @ mean)[:, np.newaxis]])
    )


def _likeliest(design: Table, wanted: Table, penalty: float) -> Table:
    """Return the penalised likeliest weights (labels, features), found by Newton's method.

    `design` is (n, features), `wanted` (n, labels) of zeros and ones. The penalty makes the
    likelihood strictly concave, so that it has one top.
    """
    weights = np.zeros((wanted.shape[1], design.shape[1]))
    for _ in range(MOST_STEPS):
        likely = _softmax(design @ weights.T)
        gradient = (wanted - likely).T @ design - penalty * weights
        step = np.linalg.solve(_curvature(design, likely, penalty), gradient.ravel())
        weights += step.reshape(weights.shape)
        if np.abs(step).max() < SETTLED:
            break
    return weights


def _curvature(design: Table, likely: Table, penalty: float) -> Table:
    """Return the negative second derivative, square, a block of features for a pair of labels."""
    labels, features = likely.shape[1], design.shape[1]
    curvature = np.zeros((labels, features, labels, features))
    for one in range(labels):
        for other in range(one + 1):
            shared = likely[:, one] * ((one == other) - likely[:, other])
            block = design.T @ (design * shared[:, np.newaxis])
            curvature[one, :, other, :] = curvature[other, :, one, :] = block
    square = curvature.reshape(labels * features, -1)
    return square + penalty * np.eye(len(square))


def _softmax(logits: Table) -> Table:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    likely: Table = raised / raised.sum(axis=1, keepdims=True)
    return likely
