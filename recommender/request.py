"""Request: what a person wrote, and as whom."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """As whom a person asks."""

    LEARNER = "learner"
    EMPLOYER = "employer"


DEFAULT_LIMIT = 5  # cards that a person on a phone still looks through


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request; `offset` skips what was shown before, `limit` is at least 1.

    `amendments` are what was said later to put it right (「やっぱり土日だけ」), in their order: a
    condition said later takes the place of the same one said before. `is_limited` false drops the
    conditions of `text`, refused topics excepted. `hidden` are ids of programs not to be shown
    again, `like` the id of a program to which similar ones are wanted. `is_nearest` asks for what
    comes nearest however unlikely it suits.
    """

    text: str
    role: Role = Role.LEARNER
    limit: int = DEFAULT_LIMIT
    offset: int = 0
    amendments: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    like: str = ""
    is_limited: bool = True
    is_nearest: bool = False
