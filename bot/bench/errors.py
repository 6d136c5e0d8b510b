"""Errors of the bench: ManabiError └── ContenderEnded (outside: a compared process broke off)."""

from data.errors import Fault, ManabiError


class ContenderEnded(ManabiError):
    """A process that was to be measured ended before it had answered."""

    fault = Fault.OUTSIDE
    code = "contender_ended"
