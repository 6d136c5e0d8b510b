"""Encoder change: whether another encoder is still quick enough to serve."""

import statistics
import time
from collections.abc import Iterator

from index.acceptance import wording
from index.acceptance.candidate import Candidate
from index.acceptance.gate import Gate
from index.encoder.errors import EncoderDamaged, EncoderNotPrepared
from index.encoder.protocol import Encoder
from index.encoder.served import ServedEncoder
from index.release import ENCODER_FOLDER

QUESTIONS = 30
SMALLEST_SHARE = 0.25  # of the speed before


def encoder_change(candidate: Candidate) -> Iterator[Gate]:
    """Compare speeds when the release that serves has another encoder, question by question."""
    before = candidate.before
    if before is None or before.manifest.encoder_revision == candidate.prepared.revision:
        return
    try:
        old = ServedEncoder.open(before.folder / ENCODER_FOLDER)
    except (EncoderDamaged, EncoderNotPrepared):
        return  # nothing to be measured by
    questions = [program.title for program in candidate.release.programs[:QUESTIONS]]
    ratios = [
        _seconds(old, one) / _seconds(candidate.release.corpus.encoder, one) for one in questions
    ]
    yield Gate(
        name="encoder_speed",
        label=wording.LABELS["encoder_speed"],
        figure=min(1.0, statistics.median(ratios)),
        limit=SMALLEST_SHARE,
        advice=wording.ADVICE["encoder_speed"],
    )


def _seconds(encoder: Encoder, question: str) -> float:
    started = time.perf_counter()
    encoder.encode_queries([question])
    return time.perf_counter() - started
