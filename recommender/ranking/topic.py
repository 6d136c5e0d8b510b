"""Topic: one thing to learn, as it is searched for."""

from dataclasses import dataclass

from index.encoder.vectors import UnitVectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic's text, its query vector, (1, d), and whether it is in another language."""

    text: str
    vector: UnitVectors
    is_foreign: bool = False
