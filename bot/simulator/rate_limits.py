"""How often an endpoint may be called: LINE's rates per channel and endpoint.

Source: "Rate limits" of LINE's Messaging API reference. The monthly limit is another thing: see
`operations.py`.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """At most that many calls within any so many seconds."""

    calls: int
    seconds: float


SECOND, HOUR = 1.0, 3600.0
USUAL = Rate(calls=2_000, seconds=SECOND)
RATES: Mapping[str, Rate] = {
    "start_loading": Rate(calls=100, seconds=SECOND),
    "try_webhook": Rate(calls=60, seconds=HOUR),
    "create_rich_menu": Rate(calls=100, seconds=HOUR),
    "delete_rich_menu": Rate(calls=100, seconds=HOUR),
}
"""Endpoint → its rate, where it is not the usual one."""


class RateLimits:
    """Counts the calls of a channel's endpoints; `clock` returns seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._admitted: dict[str, deque[float]] = defaultdict(deque)

    def admit(self, endpoint: str) -> bool:
        """Count a call, or return False when it is one too many."""
        rate, now = RATES.get(endpoint, USUAL), self._clock()
        admitted = self._admitted[endpoint]
        while admitted and admitted[0] <= now - rate.seconds:
            admitted.popleft()
        if len(admitted) >= rate.calls:
            return False
        admitted.append(now)
        return True
