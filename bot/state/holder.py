"""Holder: which process holds a claim, so that another can tell when it is dead."""

import os
import socket
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A process by its machine's name and its number there."""

    machine: str
    process: int

    @classmethod
    def this_process(cls) -> Self:
        """Return the holder that we are."""
        return cls(machine=socket.gethostname()[:100], process=os.getpid())

    @property
    def name(self) -> str:
        """The form in which it is stored."""
        return f"{self.machine}:{self.process}"

    def may_free(self, name: str) -> bool:
        """Tell whether a claim of that holder is ours or of a dead process of this machine."""
        machine, _, process = name.rpartition(":")
        if machine != self.machine or not process.isdecimal():
            return False
        return int(process) == self.process or not _lives(int(process))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it lives, under another user
        return True
    return True
