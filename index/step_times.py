"""StepTimes: how long each step of a rebuild took, told on to whoever shows the progress."""

import time
from enum import Enum

from index.progress import Progress


class StepTimes:
    """Passes progress on, and keeps the seconds of each step by its name in lower case."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._step: Enum | None = None
        self._started = 0.0
        self.seconds: dict[str, float] = {}

    def begin(self, step: Enum, total: int | None = None) -> None:
        """End the step before and start another."""
        self.end()
        self._step, self._started = step, time.perf_counter()
        self._shown.begin(step, total)

    def advance(self, units: int) -> None:
        """Say that `units` more are done."""
        self._shown.advance(units)

    def end(self) -> None:
        """End the present step."""
        if self._step is not None:
            took = time.perf_counter() - self._started
            self.seconds[self._step.name.lower()] = round(took, 3)
            self._step = None
