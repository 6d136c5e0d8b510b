"""ServedEncoder: a prepared encoder at work, on onnxruntime and tokenizers alone.

The only home of onnxruntime's sessions. Each text goes through the model by itself: dynamic
quantisation scales by the largest value in a batch, so company would change a vector, and on two
cores batches are not faster (docs/decisions.md has the figures).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.encoder.card import EncoderCard
from index.encoder.errors import EncoderDamaged
from index.encoder.vectors import UnitVectors

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
OUTPUT = "sentence_embedding"
QUIET = 3  # onnxruntime's log level for errors only
REPORTED_EVERY = 8  # texts between two words of progress


class ServedEncoder:
    """Implements `index.encoder.protocol.Encoder`; safe to share between threads."""

    def __init__(
        self, card: EncoderCard, tokenizer: Tokenizer, session: onnxruntime.InferenceSession
    ) -> None:
        self._card = card
        self._tokenizer = tokenizer
        self._session = session

    @classmethod
    def open(cls, folder: Path, *, threads: int = 2) -> Self:
        """Verify and open a prepared encoder; `threads` cores work on one text."""
        card = EncoderCard.read(folder)
        card.verify(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = QUIET
        try:
            tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
            session = onnxruntime.InferenceSession(folder / MODEL_FILE, options)
        except Exception as error:  # both libraries raise bare Exceptions of their own
            raise EncoderDamaged(
                f"エンコーダー {folder} を開けません。",
                hint="「manabi encoder prepare」で準備し直してください。",
            ) from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(card.max_tokens)
        return cls(card, tokenizer, session)

    @property
    def card(self) -> EncoderCard:
        """What this encoder is and how it was made."""
        return self._card

    def encode_queries(self, texts: Sequence[str]) -> UnitVectors:
        """Return a vector a question, (n, d)."""
        return self._encode([self._card.query_prefix + text for text in texts], None)

    def encode_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> UnitVectors:
        """Return a vector a document, (n, d); `progress` hears of every few that are done."""
        return self._encode([self._card.passage_prefix + text for text in texts], progress)

    def _encode(self, texts: Sequence[str], progress: Callable[[int], None] | None) -> UnitVectors:
        rows = np.empty((len(texts), self._card.dimension), np.float32)
        for start in range(0, len(texts), REPORTED_EVERY):
            few = texts[start : start + REPORTED_EVERY]
            for place, text in enumerate(few, start=start):
                rows[place] = self._vector(text)
            if progress:
                progress(len(few))
        return UnitVectors.normalised(rows)

    def _vector(self, text: str) -> NDArray[np.float32]:
        pieces = np.array([self._tokenizer.encode(text).ids], np.int64)
        given = {"input_ids": pieces, "attention_mask": np.ones_like(pieces)}
        vector: NDArray[np.float32] = self._session.run([OUTPUT], given)[0][0]
        return vector
