"""What can go wrong while ways are compared.

ManabiError
├── ContenderEnded       outside: a compared process broke off
└── BenchRunning         staff: another bench is at work
"""

from data.errors import Fault, ManabiError


class ContenderEnded(ManabiError):
    """A process that was to be measured ended before it had answered."""

    fault = Fault.OUTSIDE
    code = "contender_ended"


class BenchRunning(ManabiError):
    """Another bench measures on the same machine; two would measure each other."""

    fault = Fault.REFUSED
    code = "bench_running"

    def __init__(self, worker: str) -> None:
        super().__init__(
            f"別の計測が動いています({worker})。",
            hint="終わるのを待ってから、もう一度実行してください。",
        )
