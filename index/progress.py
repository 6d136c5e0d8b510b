"""Progress: how a long piece of work tells a person where it is, without knowing who watches."""

from enum import Enum, auto
from typing import Protocol


class Step(Enum):
    """The steps of a rebuild, in order."""

    SNAPSHOT = auto()
    EMBED = auto()
    INDEX = auto()
    ACCEPT = auto()
    PUBLISH = auto()


class Progress(Protocol):
    """Something that shows steps and how far the present one has come."""

    def begin(self, step: Enum, total: int | None = None) -> None:
        """Say that `step` starts; `total` is its number of units when known."""

    def advance(self, units: int) -> None:
        """Say that `units` more are done."""
