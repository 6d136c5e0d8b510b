"""Loading: the animation that tells a waiting person that an answer is on its way."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from bot.line.client import Messenger
from bot.state.claimed import Claimed

LATE_S = 2.0  # from here on a person wonders
MOST_A_SECOND = 20  # LINE allows 100; the answers themselves need the time more


class Loading:
    """Shows the animation beside the work, never before it; safe to share between threads."""

    def __init__(self, messenger: Messenger, clock: Callable[[], float] = time.time) -> None:
        self._messenger = messenger
        self._clock = clock
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="loading")
        self._next_at = 0.0
        self._last: Future[object] | None = None

    def show_if_late(self, claimed: Claimed) -> None:
        """Show it in a one-to-one chat whose event has waited, unless many wait at once.

        Nor while LINE takes its time over the last one: a queue of animations would come too late.
        """
        now = self._clock()
        event = claimed.event
        if event.is_group or not event.is_answerable or now - claimed.received_at < LATE_S:
            return
        if now >= self._next_at and (self._last is None or self._last.done()):
            self._next_at = now + 1 / MOST_A_SECOND
            self._last = self._beside.submit(self._messenger.show_loading, event.user_id)

    def close(self) -> None:
        """Show none any more."""
        self._beside.shutdown(wait=False, cancel_futures=True)
