"""Topic: one thing to learn, as it is searched for."""

from dataclasses import dataclass

from index.encoder.vectors import UnitVectors
from recommender.ranking.subjects import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic's text, its query vector, (1, d), and the subjects that the text names.

    `is_foreign` tells whether it is in another language.
    """

    text: str
    vector: UnitVectors
    subjects: tuple[Subject, ...] = ()
    is_foreign: bool = False
