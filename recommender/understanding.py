"""Understanding: a message → topic, refusals and constraints, without any language model.

For now the whole message is the topic and no condition is read out of it; the reader of
conditions takes its place here, and everything after it already works from `Understood`.
"""

from dataclasses import dataclass, field
from typing import Any

from data.text import match_form
from recommender.constraints import Constraints
from recommender.request import Request, Role

LONGEST_TOPIC = 2_000  # characters; what follows is the story, and the encoder reads 512 pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a request asks for, in the shape that is shown back and can be put right."""

    role: Role
    topic: str
    exclude: tuple[str, ...] = ()
    constraints: Constraints = field(default_factory=Constraints)

    def to_json(self) -> dict[str, Any]:
        """Return it in the shape of `manabi ask --json`."""
        return {
            "role": self.role.value,
            "topic": self.topic,
            "exclude": list(self.exclude),
            "constraints": self.constraints.to_json(),
        }


def understand(request: Request) -> Understood:
    """Read a request; the text is normalised here, once."""
    return Understood(role=request.role, topic=match_form(request.text)[:LONGEST_TOPIC])
