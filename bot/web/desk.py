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
from dataclasses import dataclass
from typing import Protocol

import structlog

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Times in seconds: `first_wait`, doubled up to `longest_wait`, before a dead desk comes back.

    One that lived for `steady` ended for a new reason. `leaving` is what it gets to finish.
    """

    first_wait: float = 0.5
    longest_wait: float = 30.0
    steady: float = 60.0
    leaving: float = 25.0


class DeskProcess:
    """Runs `command` in `environment` as the desk; safe to share between threads."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        patience: Patience | None = None,
    ) -> None:
        self._command = command
        self._environment = environment
        self._patience = patience or Patience()
        self._stopping = threading.Event()
        self._changing = threading.Lock()  # held by who uses the pipes
        self._is_ready = False
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, name="desk", daemon=True)

    def start(self) -> None:
        """Start it, and keep it running."""
        self._keeper.start()

    def wake(self) -> None:
        """Ring; a full pipe rings already, and a dead desk looks when it comes back."""
        with self._changing, contextlib.suppress(OSError, ValueError):
            if self._process and self._process.stdin:
                os.write(self._process.stdin.fileno(), b".")

    def is_ready(self) -> bool:
        """Return what the desk last said of itself."""
        return self._is_ready

    def stop(self) -> None:
        """Hang up, and wait until the desk has finished; end it if that takes too long."""
        with self._changing:
            self._stopping.set()
            process = self._process
            if process and process.stdin:
                process.stdin.close()
        if process:
            try:
                process.wait(self._patience.leaving)
            except subprocess.TimeoutExpired:
                log.warning("desk_killed")
                process.kill()
        if self._keeper.is_alive():
            self._keeper.join(1.0)

    def _keep(self) -> None:
        wait = self._patience.first_wait
        while not self._stopping.is_set():
            started = time.monotonic()
            status = self._run()
            if self._stopping.is_set():
                return
            if time.monotonic() - started > self._patience.steady:
                wait = self._patience.first_wait
            log.error("desk_ended", status=status, starts_again_in_s=wait)
            self._stopping.wait(wait)
            wait = min(wait * 2, self._patience.longest_wait)

    def _run(self) -> int | None:
        """Start the desk, listen to it until it ends, and return its exit status, if it had one."""
        try:
            process = self._started()
        except OSError:  # no memory, no process number: it may go better later
            return None
        if process is None:
            return None
        for line in process.stdout or ():
            self._is_ready = line == READY
        self._is_ready = False
        process.wait()
        with self._changing, process:  # closes the pipes
            self._process = None
        return process.returncode

    def _started(self) -> subprocess.Popen[bytes] | None:
        """Start the desk, unless it is to stop meanwhile."""
        with self._changing:
            if self._stopping.is_set():
                return None
            pipe = subprocess.PIPE
            process = subprocess.Popen(  # noqa: S603 - our own command
                self._command, env=self._environment, stdin=pipe, stdout=pipe, bufsize=0
            )
            if process.stdin:
                os.set_blocking(process.stdin.fileno(), False)
            self._process = process
            return process
