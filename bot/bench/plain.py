"""The plain pipeline: sentence-transformers for the request, a flat FAISS index for the programs.

What everybody builds first, with the same model and the same vectors. Needs the extra `rebuild`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bot.bench.contender import Contender, Order
from bot.bench.stopwatch import Stopwatch
from index.dense import DenseIndex
from index.encoder.original import OriginalEncoder
from index.encoder.source import EncoderSource
from index.release import DENSE_FILE

SHOWN: Final = 10  # what the simplest program would show


class Plain:
    """`total` is the encoder and an exact search without any condition."""

    def __init__(self, encoder: OriginalEncoder, index: DenseIndex) -> None:
        self._encoder = encoder
        self._index = index

    def reply(self, text: str) -> None:
        """Search."""
        self.answer(text)

    def answer(self, text: str) -> Mapping[str, float]:
        """Search, and return the milliseconds by part."""
        watch = Stopwatch()
        query = self._encoder.encode_queries([text])
        encode = watch.lap()
        self._index.search_exactly(query, SHOWN)
        search = watch.lap()
        return {"encode": encode, "search": search, "total": encode + search}

    def passages(self, texts: Sequence[str]) -> None:
        """Embed documents."""
        self._encoder.encode_passages(texts)

    def facts(self, texts: Sequence[str]) -> Mapping[str, Any]:
        """Nothing more."""
        del texts
        return {}


def opened(order: Order) -> Contender:
    """Open the model, and the exact index of the same release."""
    source = EncoderSource.parse(order.model)
    encoder = OriginalEncoder.open(source, Path(order.model) / "unused")
    return Plain(encoder, DenseIndex.open(Path(order.folder) / DENSE_FILE))
