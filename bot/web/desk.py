"""The desk, seen from the door: a process of its own, started again whenever it ends.

It loads models and computes; the door only verifies, stores and acknowledges, and stays quick and
small. A pipe is bell and lifeline at once: a byte wakes it, its end tells that the door is gone.
"""

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from typing import Protocol

import structlog

FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 30.0  # before a desk that ended is started again
STEADY_S = 60.0  # a desk that lived so long ended for a new reason
LEAVING_S = 25.0  # to finish what is being answered
READY = b"ready\n"

log = structlog.get_logger()


class Desk(Protocol):
    """What answers the stored events."""

    def wake(self) -> None:
        """Say that something arrived."""

    def is_ready(self) -> bool:
        """Tell whether an answer could be given now."""

    def stop(self) -> None:
        """Let it finish what is being answered."""


class DeskProcess:
    """Runs `command` in `environment` as the desk; safe to share between threads."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command = command
        self._environment = environment
        self._stopping = threading.Event()
        self._is_ready = False
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, name="desk", daemon=True)

    def start(self) -> None:
        """Start it, and keep it running."""
        self._keeper.start()

    def wake(self) -> None:
        """Ring; a full pipe rings already, and a dead desk looks when it comes back."""
        process = self._process
        if process and process.stdin:
            with contextlib.suppress(OSError, ValueError):
                os.write(process.stdin.fileno(), b".")

    def is_ready(self) -> bool:
        """Return what the desk last said of itself."""
        return self._is_ready

    def stop(self) -> None:
        """Hang up, and wait until the desk has finished; end it if that takes too long."""
        self._stopping.set()
        process = self._process
        if process is None:
            return
        with contextlib.suppress(OSError):
            if process.stdin:
                process.stdin.close()
        try:
            process.wait(LEAVING_S)
        except subprocess.TimeoutExpired:
            process.kill()
        self._keeper.join(1.0)

    def _keep(self) -> None:
        wait = FIRST_WAIT_S
        while not self._stopping.is_set():
            started = time.monotonic()
            self._run()
            if self._stopping.is_set():
                return
            steady = time.monotonic() - started > STEADY_S
            wait = FIRST_WAIT_S if steady else min(wait * 2, LONGEST_WAIT_S)
            log.error("desk_ended", starts_again_in_s=wait)
            self._stopping.wait(wait)

    def _run(self) -> None:
        """Start the desk and listen to it until it ends."""
        pipe = subprocess.PIPE
        process = subprocess.Popen(  # noqa: S603 - our own command
            self._command, env=self._environment, stdin=pipe, stdout=pipe, bufsize=0
        )
        if process.stdin:
            os.set_blocking(process.stdin.fileno(), False)
        self._process = process
        for line in process.stdout or ():
            self._is_ready = line == READY
        self._is_ready = False
        process.wait()
