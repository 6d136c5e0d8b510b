"""FieldFeatures: text → the numbers from which its fields are inferred: its meaning and its words.

Meaning carries over to words never seen; words tell apart what the encoder finds alike.
"""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.text import match_form
from index.encoder.protocol import Encoder
from index.tokens import Tokens

Rows = NDArray[np.float32]

# Typical lengths of the two parts. Encoders spread their vectors more or less widely (bundled 0.35,
# manabi 0.62 over the descriptions of fields); brought to one length, one regression serves all.
MEANING_LENGTH = 0.35
WORD_LENGTH = 0.3  # 0.2 to 0.5 measure alike


class FieldFeatures:
    """Knows how the vectors of `texts` lie, their words, and how rare each word is among them."""

    def __init__(self, encoder: Encoder, tokens: Tokens, texts: Sequence[str]) -> None:
        self._encoder = encoder
        self._tokens = tokens
        vectors = self._vectors(texts)
        self._center = vectors.mean(axis=0)
        distance = float(np.sqrt(np.square(vectors - self._center).sum(axis=1).mean()))
        self._scale = MEANING_LENGTH / distance if distance > 0 else 1.0
        found_in = Counter(word for text in texts for word in set(tokens.of(text)))
        self._columns = {word: column for column, word in enumerate(sorted(found_in))}
        self._rarity = {
            word: 1 + math.log((len(texts) + 1) / (count + 1)) for word, count in found_in.items()
        }

    def of(self, texts: Sequence[str]) -> Rows:
        """Return a row a text, float32 (n, d + words): meaning beside words."""
        meaning = (self._vectors(texts) - self._center) * self._scale
        words = np.zeros((len(texts), len(self._columns)), np.float32)
        for row, text in zip(words, texts, strict=True):
            self._count(text, row)
        return np.hstack([meaning, words])

    def _vectors(self, texts: Sequence[str]) -> Rows:
        return self._encoder.encode_passages([match_form(text) for text in texts]).rows

    def _count(self, text: str, row: Rows) -> None:
        """Fill a row of zeros with TF-IDF at length WORD_LENGTH; it stays zero without words."""
        counts = Counter(word for word in self._tokens.of(text) if word in self._columns)
        for word, count in counts.items():
            row[self._columns[word]] = (1 + math.log(count)) * self._rarity[word]
        if counts:
            row *= WORD_LENGTH / np.linalg.norm(row)
