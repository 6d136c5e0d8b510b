"""Housekeeping: what was kept long enough goes, and what was deleted leaves the disk."""

import time
from collections.abc import Callable

import structlog

from bot.state.arrivals import Arrivals
from bot.state.database import State
from bot.state.errors import StateUnusable
from bot.state.retention import let_go

EVERY_S = 3_600.0

log = structlog.get_logger()


class Housekeeping:
    """Keeps house over the live state; used by one thread."""

    def __init__(
        self, state: State, arrivals: Arrivals, clock: Callable[[], float] = time.time
    ) -> None:
        self._state = state
        self._arrivals = arrivals
        self._clock = clock
        self._next_at = 0.0

    def keep_house(self) -> None:
        """Do what is due; what the database refuses now is done the next time."""
        now = self._clock()
        if now < self._next_at:
            return
        self._next_at = now + EVERY_S
        try:
            let_go(self._state, now)
            self._state.tidy()
            self._arrivals.tidy()
        except StateUnusable as error:
            log.warning("house_not_kept", code=error.code)

    def close(self) -> None:
        """Close the databases."""
        self._state.close()
        self._arrivals.close()
