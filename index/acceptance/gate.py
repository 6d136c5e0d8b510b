"""Gate: one number that a built release must show."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One check: `figure` must be at least `limit`; both are shares between 0 and 1.

    `previous` is the figure of the release that serves now, None without one; `advice` says what
    staff can do when the gate refuses.
    """

    name: str
    label: str
    figure: float
    limit: float
    advice: str = ""
    previous: float | None = None

    @property
    def passed(self) -> bool:
        """Tell whether the release may go through."""
        return self.figure >= self.limit

    def to_json(self) -> dict[str, Any]:
        """Return it in the shape of `manabi rebuild --json`."""
        return asdict(self) | {"passed": self.passed}
