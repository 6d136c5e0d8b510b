"""Encoder speed: two encoders on the same questions, turn by turn: a slow moment hits both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from index.encoder.protocol import Encoder


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderSpeed:
    """Median milliseconds a question, and the median of second / first, question by question."""

    questions: int
    first_ms: float
    second_ms: float
    ratio: float


def encoder_speed(
    encoders: tuple[Encoder, Encoder], questions: Sequence[str], clock: Callable[[], float]
) -> EncoderSpeed:
    """Time both on every question, one at a time; `clock` gives seconds. One question at least."""

    def seconds(encoder: Encoder, question: str) -> float:
        start = clock()
        encoder.encode_queries([question])
        return clock() - start

    times = np.array([[seconds(one, question) for one in encoders] for question in questions])
    first, second = np.median(times, axis=0) * 1000
    return EncoderSpeed(
        questions=len(questions),
        first_ms=float(first),
        second_ms=float(second),
        ratio=float(np.median(times[:, 1] / times[:, 0])),
    )
