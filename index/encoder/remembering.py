"""RememberingEncoder: vectors of the last questions are kept, as one conversation asks them again.

「もっと見る」, 「土日だけ」 and a tap on an example search for a topic that was encoded before.
Questions are known by a digest, so that nobody's words stay in memory.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.encoder.card import EncoderCard
from index.encoder.protocol import Encoder
from index.encoder.vectors import UnitVectors

REMEMBERED = 2_000  # questions; 3 MB at 384 numbers

Row = NDArray[np.float32]


class RememberingEncoder:
    """The encoder given, with a memory; safe to share between threads."""

    def __init__(self, encoder: Encoder, most: int = REMEMBERED) -> None:
        self._encoder = encoder
        self._most = most
        self._known: OrderedDict[bytes, Row] = OrderedDict()  # the last asked for at the end
        self._lock = threading.Lock()

    @property
    def card(self) -> EncoderCard:
        """What the encoder is and how it was made."""
        return self._encoder.card

    def encode_queries(self, texts: Sequence[str]) -> UnitVectors:
        """Return a vector a question, (n, d), computing those that are not known."""
        keys = [hashlib.blake2b(text.encode(errors="surrogatepass")).digest() for text in texts]
        with self._lock:
            rows = {key: self._known[key] for key in keys if key in self._known}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in rows}
        if new:
            vectors = self._encoder.encode_queries(list(new.values()))
            rows |= zip(new, vectors.rows, strict=True)
        self._remember(keys, rows)
        found = [rows[key] for key in keys]
        empty = np.empty((0, self.card.dimension), np.float32)
        return UnitVectors(np.stack(found) if found else empty)

    def encode_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> UnitVectors:
        """Return a vector a document, (n, d); these are not remembered."""
        return self._encoder.encode_passages(texts, progress=progress)

    def _remember(self, keys: Sequence[bytes], rows: dict[bytes, Row]) -> None:
        with self._lock:
            for key in keys:
                self._known[key] = rows[key]
                self._known.move_to_end(key)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
