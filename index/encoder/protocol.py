"""Encoder: text → unit vector. Questions and documents are told apart, as most models want."""

from collections.abc import Callable, Sequence
from typing import Protocol

from index.encoder.card import EncoderCard
from index.encoder.vectors import UnitVectors


class Encoder(Protocol):
    """Deterministic: the same text gives the same vector, whatever texts come with it."""

    @property
    def card(self) -> EncoderCard:
        """What this encoder is and how it was made."""

    def encode_queries(self, texts: Sequence[str]) -> UnitVectors:
        """Return a vector a question, (n, d)."""

    def encode_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> UnitVectors:
        """Return a vector a document, (n, d); `progress` hears of every few that are done."""
