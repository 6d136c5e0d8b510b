"""ServedEncoder: a prepared encoder at work, with onnxruntime and a tokenizer alone.

The only home of onnxruntime. Each text goes through the model by itself, on one core: nothing is
padded, and no text can touch another's vector. Many texts go side by side. Measured on two cores,
a question takes 4.7 ms with one core to a text and 5.0 with two, but 14 when something else wants
a core too; 78 documents a second go side by side, 52 one after another.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from index.encoder.card import PREPARE_HINT, EncoderCard
from index.encoder.errors import EncoderDamaged
from index.encoder.export import INPUTS, OUTPUT
from index.encoder.subwords import Subwords, open_subwords
from index.encoder.vectors import UnitVectors

MODEL_FILE: Final = "model.onnx"
WEIGHTS_FILE: Final = "weights.bin"  # large tables; mapped, so only the rows in use take memory
ERRORS_ONLY: Final = 3  # onnxruntime's log level
REPORTED_EVERY: Final = 16  # texts between two words of progress
# Its kernel takes six times as long as the two that it fuses: 3.5 ms and 0.6 ms for 110 tokens.
SLOW_FUSION: Final = "SkipLayerNormFusion"


class ServedEncoder:
    """Implements `index.encoder.protocol.Encoder`; safe to share between threads."""

    def __init__(
        self,
        card: EncoderCard,
        subwords: Subwords,
        session: onnxruntime.InferenceSession,
        *,
        at_once: int,
    ) -> None:
        self._card = card
        self._subwords = subwords
        self._session = session
        self._at_once = at_once

    @classmethod
    def open(cls, folder: Path, *, at_once: int = 2, verify: bool = True) -> Self:
        """Open a prepared encoder; of many texts, `at_once` are encoded side by side.

        `verify=False` is for a caller that has compared the checksums itself.
        """
        card = EncoderCard.read(folder)
        if verify:
            card.verify(folder)
        try:
            subwords = open_subwords(folder, max_tokens=card.max_tokens)
            session = _session(folder / MODEL_FILE)
        except Exception as error:  # the libraries raise bare Exceptions of their own
            raise EncoderDamaged(
                f"エンコーダー {folder} を開けません。", hint=PREPARE_HINT
            ) from error
        return cls(card, subwords, session, at_once=at_once)

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
        # The pool starts a thread when it first has to: a single question costs none.
        with ThreadPoolExecutor(self._at_once) as pool:
            side_by_side = map if len(texts) == 1 else pool.map
            for start in range(0, len(texts), REPORTED_EVERY):
                few = texts[start : start + REPORTED_EVERY]
                for place, vector in enumerate(side_by_side(self._vector, few), start=start):
                    rows[place] = vector
                if progress:
                    progress(len(few))
        return UnitVectors.normalised(rows)

    def _vector(self, text: str) -> NDArray[np.float32]:
        ids = np.array([self._subwords.ids(text)], np.int64)
        given = dict(zip(INPUTS, (ids, np.ones_like(ids)), strict=True))
        vector: NDArray[np.float32] = self._session.run([OUTPUT], given)[0][0]
        return vector


def _session(model: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    return onnxruntime.InferenceSession(
        model,
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=[SLOW_FUSION],
    )
