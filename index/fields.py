"""FieldInference: what a course is about, from its words, where its source does not say.

A ridge regression from meaning and words to the twenty fields, solved in closed form from
descriptions of the fields and, where there are any, programs whose sources state theirs. Nothing
trained is stored: it is learned anew, in a second or two, for whatever encoder there is.
"""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from data.vocabulary import Field
from index.encoder.protocol import Encoder
from index.field_examples import DESCRIPTIONS, FieldExample
from index.field_features import FieldFeatures
from index.tokens import Tokens

Matrix = NDArray[np.float64]

FIELDS: Final = tuple(Field)
METHOD_VERSION: Final = 2  # raise it whenever the fields of any text could change
SMOOTHING: Final = 0.05  # of the regression; 0.02 to 0.1 measure alike
# Scores run from 0, nothing says so, to about 1. All numbers here were chosen on the sample
# programs, so what is measured on those flatters. Texts that say nothing (未定) mostly score less.
EVIDENCE: Final = 0.25  # the least score of a field
BESIDE_FIRST: Final = 0.5  # the least score of a further field, as a share of the first one's
MOST_FIELDS: Final = 2  # a third is stated for one program in twenty, and hardly ever found
BATCH: Final = 256  # texts at a time; bounds the memory their words take


class FieldInference:
    """Deterministic: the fields of a text depend on no other text that comes with it."""

    def __init__(
        self,
        encoder: Encoder,
        tokens: Tokens,
        *,
        descriptions: Sequence[FieldExample] = DESCRIPTIONS,
        programs: Sequence[FieldExample] = (),
    ) -> None:
        """`programs` are examples from the catalog, see `program_examples`; there may be none."""
        self._encoder = encoder
        self._tokens = tokens
        self._examples = (*descriptions, *programs)
        self.name = _name(encoder, self._examples)

    def infer(self, texts: Sequence[str]) -> list[tuple[Field, ...]]:
        """Return the fields of each text, the main one first; none where evidence is weak."""
        return [
            _above_evidence(scores)
            for start in range(0, len(texts), BATCH)
            for scores in self.scores(texts[start : start + BATCH])
        ]

    def scores(self, texts: Sequence[str]) -> Matrix:
        """Return how much each text speaks of each field, (n, 20), columns in FIELDS order."""
        features, weights, offset = self._learned
        scores: Matrix = features.of(texts) @ weights + offset
        return scores

    @cached_property
    def _learned(self) -> tuple[FieldFeatures, Matrix, Matrix]:
        """Learn when first asked: an import whose sources state every field need not wait."""
        texts = [example.text for example in self._examples]
        features = FieldFeatures(self._encoder, self._tokens, texts)
        targets = np.array(
            [[field in example.fields for field in FIELDS] for example in self._examples], float
        )
        importance = np.array([example.weight for example in self._examples])
        weights, offset = _ridge(features.of(texts).astype(float), targets, importance)
        return features, weights, offset


def _above_evidence(scores: Matrix) -> tuple[Field, ...]:
    """Return the fields whose scores, (20,), are high enough, highest first."""
    least = max(EVIDENCE, BESIDE_FIRST * float(scores.max()))
    highest = np.argsort(-scores, kind="stable")[:MOST_FIELDS]
    return tuple(FIELDS[column] for column in highest if scores[column] >= least)


def _ridge(rows: Matrix, targets: Matrix, importance: Matrix) -> tuple[Matrix, Matrix]:
    """Return weights (d, 20) and offset (20,) of the weighted ridge regression rows → targets.

    Solved over the n rows, (n, n), for there are fewer of them than columns.
    """
    center = np.average(rows, axis=0, weights=importance)
    level = np.average(targets, axis=0, weights=importance)
    root = np.sqrt(importance)[:, None]
    centered = (rows - center) * root
    likeness = centered @ centered.T + SMOOTHING * np.eye(len(rows))
    weights = centered.T @ np.linalg.solve(likeness, (targets - level) * root)
    return weights, level - center @ weights


def _name(encoder: Encoder, examples: Sequence[FieldExample]) -> str:
    """Return a name that changes whenever an inferred field could."""
    learned_from = repr([(example.text, example.fields, example.weight) for example in examples])
    digest = hashlib.sha256(learned_from.encode()).hexdigest()[:12]
    return f"fields-{METHOD_VERSION}-{encoder.card.revision}-{digest}"
