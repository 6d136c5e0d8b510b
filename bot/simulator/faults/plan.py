"""Which call is struck by which fault: chance from a seed, or "the next N calls"."""

import random
import threading
from dataclasses import dataclass

from bot.simulator.faults.fault import Fault


@dataclass(slots=True, kw_only=True)
class Standing:
    """A fault that is switched on, and how many calls it has struck."""

    fault: Fault
    struck: int = 0

    @property
    def is_spent(self) -> bool:
        """Whether it has struck all the calls it was meant for."""
        return self.fault.calls is not None and self.struck >= self.fault.calls


class FaultPlan:
    """The faults that are switched on; safe to use from several threads."""

    def __init__(self, seed: int = 0) -> None:
        self._lock = threading.Lock()
        self._standing: list[Standing] = []
        self.reseed(seed)

    def reseed(self, seed: int) -> None:
        """Begin chance anew: the same calls under the same seed are struck alike."""
        self._chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is wanted

    def add(self, fault: Fault) -> None:
        """Switch a fault on; of several that concern a call, the one added first may strike."""
        with self._lock:
            self._standing.append(Standing(fault=fault))

    def clear(self) -> None:
        """Switch all faults off."""
        with self._lock:
            self._standing.clear()

    def draw(self, endpoint: str) -> Fault | None:
        """Return the fault that strikes this call, if any does, and count it."""
        with self._lock:
            for standing in self._standing:
                if standing.is_spent or not standing.fault.concerns(endpoint):
                    continue
                if self._chance.random() < standing.fault.share:
                    standing.struck += 1
                    return standing.fault
        return None

    def standing(self) -> tuple[Standing, ...]:
        """Return the faults that are switched on, spent ones included, in their order."""
        with self._lock:
            return tuple(self._standing)
