"""What a rebuild did, for people and for programs."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from index.acceptance.gate import Gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How many programs are new, different or gone beside the release that served before."""

    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildReport:
    """What a rebuild did; `seconds` by step, `previous_release_id` is None the first time."""

    release_id: str
    previous_release_id: str | None
    published: bool
    programs: int
    offerings: int
    changes: Changes
    embedded: int
    reused: int
    gates: tuple[Gate, ...]
    pruned: tuple[str, ...]
    seconds: Mapping[str, float]

    def to_json(self) -> dict[str, Any]:
        """Return the report in the shape of `manabi rebuild --json`."""
        shape: dict[str, Any] = asdict(self)
        shape |= shape.pop("changes")
        return shape | {"gates": [gate.to_json() for gate in self.gates]}
