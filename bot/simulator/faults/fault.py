"""One fault of the Messaging API: what goes wrong, where, and how often.

Pure values; when a fault strikes is decided in `plan.py`, what it does to a call in
`faulty_api.py`.
"""

from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus


class FaultKind(Enum):
    """What goes wrong; the values are the names that the JSON and the page use."""

    HANG = "hang"  # no answer for so many seconds, then a broken connection; nothing is done
    SLOW = "slow"  # the right answer, so many seconds late
    SERVER_ERROR = "server_error"
    RATE_LIMIT = "rate_limit"
    MONTHLY_LIMIT = "monthly_limit"
    INVALID_TOKEN = "invalid_token"  # noqa: S105 - the name of a fault
    RESET = "reset"  # the connection breaks; nothing is done
    LOST_ANSWER = "lost_answer"  # the call is carried out, then the connection breaks


class InvalidFaultError(ValueError):
    """A fault that cannot be: the fault of whoever asks for it."""


ANY = ""
"""The endpoint that stands for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault as it was asked for.

    `endpoint` is the name of an operation, as in `endpoints.py`, or ANY. `share` is the part of
    its calls that are struck, 0 to 1; `calls` how many are struck in all, None for no end.
    `seconds` counts for HANG and SLOW, `status` (500 to 599) for SERVER_ERROR.
    """

    kind: FaultKind
    endpoint: str = ANY
    share: float = 1.0
    calls: int | None = None
    seconds: float = 10.0
    status: int = HTTPStatus.INTERNAL_SERVER_ERROR

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        is_server_error = HTTPStatus.INTERNAL_SERVER_ERROR <= self.status < LEAST_BEYOND_STATUS
        sound = {
            "share must lie between 0 and 1": 0 <= self.share <= 1,
            "calls must be at least 1": self.calls is None or self.calls >= 1,
            f"seconds must lie between 0 and {LONGEST_S}": 0 <= self.seconds <= LONGEST_S,
            "status must be a 5xx": is_server_error,
        }
        for rule, holds in sound.items():
            if not holds:
                raise InvalidFaultError(rule)

    def concerns(self, endpoint: str) -> bool:
        """Whether calls of that endpoint can be struck."""
        return self.endpoint in {ANY, endpoint}


LONGEST_S = 120.0
"""Seconds a call may be held; each one held occupies a thread of the server."""
LEAST_BEYOND_STATUS = 600
