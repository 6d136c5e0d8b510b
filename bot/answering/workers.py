"""Workers: threads that take stored events and answer them; mostly they wait for LINE."""

import threading
import time
from collections.abc import Callable

import structlog

from bot.answering.answering import Answering
from bot.answering.porter import Porter
from bot.state.errors import StateUnusable
from bot.state.inbox import Inbox

THREADS = 32  # LINE may let some hang for seconds while others answer
LOOK_AGAIN_S = 2.0  # for what another, killed process left behind, or another machine stored
STOP_S = 20.0  # for all threads together; one try to send takes at most seven

log = structlog.get_logger()


class Workers:
    """Threads over one inbox; `wake` when something arrived, `stop` before leaving."""

    def __init__(
        self,
        *,
        inbox: Inbox,
        porter: Porter,
        answering: Answering,
        stopping: threading.Event,
        ready: Callable[[], bool],
        threads: int = THREADS,
    ) -> None:
        self._inbox = inbox
        self._porter = porter
        self._answering = answering
        self._stopping = stopping
        self._ready = ready
        self._arrived = threading.Event()
        self._stored = threading.Condition()
        self._unseen = 0  # events that nobody has looked for yet
        self._threads = [
            threading.Thread(target=self._carry, name="porter", daemon=True),
            *(
                threading.Thread(target=self._run, name=f"worker-{number}", daemon=True)
                for number in range(threads)
            ),
        ]

    def start(self) -> None:
        """Start taking events, those first that a dead process held."""
        self._inbox.hand_back()
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Say that something arrived."""
        self._arrived.set()

    def is_ready(self) -> bool:
        """Tell whether an answer could be given now."""
        return self._ready()

    def stop(self) -> None:
        """Finish what is being answered, and hand back the rest."""
        self._stopping.set()
        self._arrived.set()
        with self._stored:
            self._stored.notify_all()
        until = time.monotonic() + STOP_S
        for thread in self._threads:
            if thread.is_alive():
                thread.join(max(until - time.monotonic(), 0.0))
        self._answering.close()
        try:
            self._inbox.hand_back()
        except StateUnusable as error:
            log.warning("claims_not_handed_back", code=error.code)

    def _carry(self) -> None:
        """Carry what arrived into the inbox, and wake a worker for each event."""
        while not self._stopping.is_set():
            self._arrived.wait(LOOK_AGAIN_S)
            self._arrived.clear()
            try:
                events = self._porter.carry()
            except StateUnusable as error:
                self._wait_for_the_state(error)
                continue
            except Exception:  # without a porter nobody is answered; say so and go on
                log.exception("porter_failed")
                self._stopping.wait(LOOK_AGAIN_S)
                continue
            with self._stored:
                self._unseen += events
                self._stored.notify(events)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                claimed = self._inbox.claim()
                if claimed:
                    self._answering.answer(claimed)
                    continue
            except StateUnusable as error:
                self._wait_for_the_state(error)
            except Exception:  # a worker that dies answers nobody; say so and go on
                log.exception("worker_failed")
            self._rest()

    def _wait_for_the_state(self, error: StateUnusable) -> None:
        log.error("state_unusable", code=error.code)
        self._stopping.wait(LOOK_AGAIN_S)

    def _rest(self) -> None:
        """Wait until something was stored that nobody has looked for."""
        with self._stored:
            self._stored.wait_for(self._is_called, LOOK_AGAIN_S)
            self._unseen = max(self._unseen - 1, 0)

    def _is_called(self) -> bool:
        return self._unseen > 0 or self._stopping.is_set()
