"""Stopwatch: the parts of an answer in milliseconds, in the order in which they end."""

import time


class Stopwatch:
    """Starts when it is made."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    def lap(self) -> float:
        """Return the milliseconds since the start, or since the last lap."""
        now = time.perf_counter()
        took = (now - self._since) * 1000
        self._since = now
        return took
