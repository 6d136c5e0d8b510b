"""Exemplars: questions of a kind, with a program of the kind that answers them.

People and programs speak differently even after the encoder has learned to bring them together. A
new question is moved a little towards the programs that answered the questions nearest to it, so
that it also looks for what nobody has put into its words. The exemplars are of this project's own
invention (`index.training`); nothing of them is ever shown.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from index.encoder.vectors import UnitVectors

NEAREST = 10  # exemplars that lend
SHARPNESS = 0.03  # cosine by which one must be nearer to weigh e times as much
SHARE = 0.3  # what the lent direction weighs beside the question's own


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Exemplars:
    """`questions[i]`, the mean direction of some questions, is answered by `answers[i]`; (n, d)."""

    questions: UnitVectors
    answers: UnitVectors

    def lent(self, question: UnitVectors) -> UnitVectors:
        """Return a question's vector, (1, d), moved towards what answered questions like it."""
        cosines = np.vecdot(self.questions.rows, question.rows[0])
        count = min(NEAREST, len(cosines))
        nearest = np.argpartition(-cosines, count - 1)[:count]
        weights = np.exp((cosines[nearest] - cosines[nearest].max()) / SHARPNESS)
        direction = (weights[:, np.newaxis] * self.answers.rows[nearest]).sum(axis=0)
        moved = question.rows[0] + SHARE * direction / np.linalg.norm(direction)
        return UnitVectors.normalised(moved[np.newaxis])

    def to_json(self) -> dict[str, Any]:
        """Return plain values: half-precision numbers of both, row by row, in base 64."""
        return {
            "dimension": self.questions.dimension,
            "questions": _packed(self.questions),
            "answers": _packed(self.answers),
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Return what `to_json` described; KeyError, TypeError or ValueError when it did not."""
        questions, answers = (
            _unpacked(raw[name], raw["dimension"]) for name in ("questions", "answers")
        )
        if len(questions) != len(answers) or not len(questions):
            raise ValueError(f"{len(questions)} questions, {len(answers)} answers")
        return cls(questions=questions, answers=answers)


def _packed(vectors: UnitVectors) -> str:
    return b64encode(vectors.rows.astype("<f2").tobytes()).decode("ascii")


def _unpacked(text: str, dimension: int) -> UnitVectors:
    numbers = np.frombuffer(b64decode(text), "<f2").reshape(-1, dimension)
    return UnitVectors.normalised(numbers.astype(np.float32))
