"""Words: a sentence in two forms, for who reads Japanese easily and for who does not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same said twice: in plain Japanese, and in やさしい日本語 with readings."""

    plain: str
    easy: str
