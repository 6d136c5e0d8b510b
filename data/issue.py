"""Issue: something wrong in a source, told so that a person can mend it at its place."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """What was done with the bad cell, row or file."""

    KEPT_WITH_UNKNOWN = "kept_with_unknown"  # the row is in the catalog, the value is unknown
    QUARANTINED = "quarantined"  # the row is set aside
    REFUSED = "refused"  # the file is not read at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A fault with its place (`R12` is the 12th record of the file), raw value and advice."""

    file: str
    locator: str
    column: str
    raw: str
    code: str
    message: str
    advice: str
    severity: Severity

    def to_json(self) -> dict[str, Any]:
        """Return the issue in the shape of `manabi catalog import --json`."""
        return asdict(self)
