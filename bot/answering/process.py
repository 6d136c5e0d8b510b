"""The desk as a process: works until it is told to stop, by a signal or by the door's silence.

The door, where there is one, holds the other end of standard input: a byte for every stored event,
the end of it when the door is gone. The desk says on standard output whether it could answer.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

import structlog

from bot.answering.workers import Workers
from bot.state.database import State
from bot.state.errors import StateUnusable
from bot.state.retention import let_go

READY, NOT_READY = b"ready\n", b"not ready\n"
LOOK_S = 1.0  # how soon a change of readiness is told
LET_GO_S = 3_600.0  # how often what is over goes
MOST_BYTES = 4_096  # read from the bell at once
BEHIND_THE_DOOR = 10  # niceness: acknowledging webhooks comes before answering them
# Python's default lets a computing thread keep the interpreter for 5 ms each time that another
# has written a row and wants to go on; all others wait for that row.
TURN_S = 0.0005

log = structlog.get_logger()


def work(workers: Workers, state: State, *, has_door: bool) -> None:
    """Answer until told to stop; then finish what is being answered and hand back the rest."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _setting(stop))
    sys.setswitchinterval(TURN_S)
    if has_door:
        os.nice(BEHIND_THE_DOOR)  # before the threads start: each has its own
    workers.start()
    if has_door:
        threading.Thread(target=_listen, args=(workers, stop), name="bell", daemon=True).start()
    try:
        _watch(workers, state, stop, tells=has_door)
    finally:
        workers.stop()
        state.close()


def _setting(stop: threading.Event) -> Callable[[int, FrameType | None], None]:
    return lambda _number, _frame: stop.set()


def _listen(workers: Workers, stop: threading.Event) -> None:
    """Wake the workers at every ring; stop at the end, as nobody is there any more."""
    while os.read(sys.stdin.fileno(), MOST_BYTES):
        workers.wake()
    stop.set()


def _watch(workers: Workers, state: State, stop: threading.Event, *, tells: bool) -> None:
    """Tell the door whenever readiness changes, and let go of what is over."""
    told: bytes | None = None
    let_go_at = 0.0
    while not stop.is_set():
        now = READY if workers.is_ready() else NOT_READY
        if tells and now != told:
            os.write(sys.stdout.fileno(), now)
            told = now
        if time.monotonic() >= let_go_at:
            _let_go(state)
            let_go_at = time.monotonic() + LET_GO_S
        stop.wait(LOOK_S)


def _let_go(state: State) -> None:
    try:
        let_go(state, time.time())
    except StateUnusable as error:
        log.warning("nothing_let_go", code=error.code)
