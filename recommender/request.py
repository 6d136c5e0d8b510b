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
    """One message; `offset` skips what was shown before, `limit` is at least 1."""

    text: str
    role: Role = Role.LEARNER
    limit: int = DEFAULT_LIMIT
    offset: int = 0
