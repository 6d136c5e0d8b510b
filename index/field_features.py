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

WORD_LENGTH = 0.3  # of the words' part; the meaning's is 1. 0.2 to 0.5 measure alike


class FieldFeatures:
    """Knows the words of `texts` and how rare each is among them; other words count nothing."""

    def __init__(self, encoder: Encoder, tokens: Tokens, texts: Sequence[str]) -> None:
        self._encoder = encoder
        self._tokens = tokens
        found_in = Counter(word for text in texts for word in set(tokens.of(text)))
        self._columns = {word: column for column, word in enumerate(sorted(found_in))}
        self._rarity = {
            word: 1 + math.log((len(texts) + 1) / (count + 1)) for word, count in found_in.items()
        }

    def of(self, texts: Sequence[str]) -> Rows:
        """Return a row a text, float32 (n, d + words): unit meaning beside shortened words."""
        meaning = self._encoder.encode_passages([match_form(text) for text in texts]).rows
        words = np.zeros((len(texts), len(self._columns)), np.float32)
        for row, text in zip(words, texts, strict=True):
            self._count(text, row)
        return np.hstack([meaning, words])

    def _count(self, text: str, row: Rows) -> None:
        """Fill a row of zeros with TF-IDF at length WORD_LENGTH; it stays zero without words."""
        counts = Counter(word for word in self._tokens.of(text) if word in self._columns)
        for word, count in counts.items():
            row[self._columns[word]] = (1 + math.log(count)) * self._rarity[word]
        if counts:
            row *= WORD_LENGTH / np.linalg.norm(row)
