"""The desk as a process: works until it is told to stop, by a signal or by the door's silence.

The door, where there is one, holds the other end of standard input: a byte for every stored event,
the end of it when the door is gone. The desk says on standard output whether it could answer.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

from bot.answering.housekeeping import Housekeeping
from bot.answering.workers import Workers

READY, NOT_READY = b"ready\n", b"not ready\n"
LOOK_S = 0.5  # how soon a change of readiness is told, and another release found
MOST_BYTES = 4_096  # read from the bell at once
BEHIND_THE_DOOR = 10  # niceness: acknowledging webhooks comes before answering them
# Python's default lets a computing thread keep the interpreter for 5 ms each time that another
# has written a row and wants to go on; all others wait for that row.
TURN_S = 0.0005


def work(workers: Workers, housekeeping: Housekeeping, *, has_door: bool) -> None:
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
        _watch(workers, housekeeping, stop, tells=has_door)
    finally:
        workers.stop()
        housekeeping.close()


def _setting(stop: threading.Event) -> Callable[[int, FrameType | None], None]:
    return lambda _number, _frame: stop.set()


def _listen(workers: Workers, stop: threading.Event) -> None:
    """Wake the workers at every ring; stop at the end, as nobody is there any more."""
    while os.read(sys.stdin.fileno(), MOST_BYTES):
        workers.wake()
    stop.set()


def _watch(
    workers: Workers, housekeeping: Housekeeping, stop: threading.Event, *, tells: bool
) -> None:
    """Tell the door whenever readiness changes, and keep house."""
    told: bytes | None = None
    while not stop.is_set():
        now = READY if workers.is_ready() else NOT_READY
        if tells and now != told:
            os.write(sys.stdout.fileno(), now)
            told = now
        housekeeping.keep_house()
        stop.wait(LOOK_S)
