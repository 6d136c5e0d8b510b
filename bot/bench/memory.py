"""Memory: what this process holds, as Linux counts it."""

from dataclasses import dataclass
from pathlib import Path

KIB_IN_MB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Megabytes (2**20 bytes): all that is resident, and what of it is the process's own.

    The rest are mapped files, which the system shares among processes and takes back.
    """

    resident_mb: float
    own_mb: float


def memory() -> Memory | None:
    """Return the memory of this process, or None where /proc does not tell."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    sizes = dict(line.split(":", 1) for line in lines if line.endswith("kB"))
    return Memory(
        resident_mb=_megabytes(sizes["VmRSS"]),
        own_mb=_megabytes(sizes.get("RssAnon", sizes["VmRSS"])),
    )


def _megabytes(size: str) -> float:
    return int(size.split(maxsplit=1)[0]) / KIB_IN_MB
