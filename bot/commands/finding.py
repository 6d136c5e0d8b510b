"""Finding: how one of the doctor's checks came out."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.settings import Settings


class Mark(StrEnum):
    """How a check came out."""

    GOOD = "good"
    ADVICE = "advice"  # people are answered all the same
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check found; `hint` says what to do, `status` what the command ends with."""

    name: str
    mark: Mark
    words: str
    hint: str = ""
    status: int = 0


Check = Callable[[Settings], Finding]
Checks = tuple[tuple[str, Check], ...]
