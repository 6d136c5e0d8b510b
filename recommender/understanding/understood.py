"""Understood: what a request asks for, in the shape that is shown back and can be put right."""

from dataclasses import dataclass, field
from typing import Any

from recommender.constraints import Constraints
from recommender.request import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a request asks for.

    `needs` are the topics of its single needs, at least one; `conditions` the words that state
    conditions, as they were written; `is_foreign` tells of a message in another language.
    """

    role: Role
    topic: str
    needs: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    constraints: Constraints = field(default_factory=Constraints)
    conditions: tuple[str, ...] = ()
    is_foreign: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return it in the shape of `manabi ask --json`."""
        return {
            "role": self.role.value,
            "topic": self.topic,
            "exclude": list(self.exclude),
            "constraints": self.constraints.to_json(),
        }
