"""FakeEncoder: deterministic, instant and near where texts share characters."""

import zlib

import numpy as np

from index.encoder.card import EncoderCard
from index.encoder.vectors import UnitVectors

DIMENSION = 64
LONGEST_NGRAM = 3


class FakeEncoder:
    """Counts character n-grams into 64 hashed columns; implements `Encoder`."""

    def __init__(self, revision="fake-1"):
        self.card = EncoderCard(
            name="fake",
            revision=revision,
            source="tests",
            dimension=DIMENSION,
            max_tokens=512,
            query_prefix="",
            passage_prefix="",
            quantization="none",
            checksums={},
        )

    def encode_queries(self, texts):
        return self.encode_passages(texts)

    def encode_passages(self, texts, *, progress=None):
        rows = np.array([counts(text) for text in texts], np.float32).reshape(-1, DIMENSION)
        if progress:
            progress(len(texts))
        return UnitVectors.normalised(rows)


def counts(text):
    row = np.zeros(DIMENSION, np.float32)
    row[0] = 0.1  # so that the empty text has a direction too
    for size in range(1, LONGEST_NGRAM + 1):
        for start in range(len(text) - size + 1):
            row[zlib.crc32(text[start : start + size].encode()) % DIMENSION] += 1
    return row
