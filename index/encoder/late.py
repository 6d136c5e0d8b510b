"""LateEncoder: a prepared encoder that is opened when it first has something to do."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from index.encoder.card import EncoderCard
from index.encoder.served import ServedEncoder
from index.encoder.vectors import UnitVectors


class LateEncoder:
    """Knows its card at once; a rebuild in which no text changed never opens it."""

    def __init__(self, folder: Path) -> None:
        """Read the card; raises EncoderNotPrepared or EncoderDamaged."""
        self._folder = folder
        self.card = EncoderCard.read(folder)

    def encode_queries(self, texts: Sequence[str]) -> UnitVectors:
        """Return a vector a question, (n, d)."""
        return self._opened.encode_queries(texts)

    def encode_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> UnitVectors:
        """Return a vector a document, (n, d); `progress` hears of every few that are done."""
        return self._opened.encode_passages(texts, progress=progress)

    @cached_property
    def _opened(self) -> ServedEncoder:
        return ServedEncoder.open(self._folder)
