"""What can go wrong between a catalog and a served release.

ManabiError
├── ReleaseMissing       staff: nothing is published, or no release has that name
├── ReleaseDamaged       outside: a file of a release is missing or has changed
├── ReleaseRefused       nobody: the new release did not pass a gate; the old one still serves
└── RebuildRunning       staff: another rebuild is at work
(index/encoder/errors.py grows the branches about encoders.)
"""

from data.errors import Fault, ManabiError


class ReleaseMissing(ManabiError):
    """There is no such release, or none at all."""

    fault = Fault.INPUT
    code = "release_missing"


class ReleaseDamaged(ManabiError):
    """A release does not match its manifest; it must not be served."""

    fault = Fault.OUTSIDE
    code = "release_damaged"


class ReleaseRefused(ManabiError):
    """A built release did not pass acceptance and was not published."""

    fault = Fault.REFUSED
    code = "release_refused"


class RebuildRunning(ManabiError):
    """Another process is rebuilding."""

    fault = Fault.REFUSED
    code = "rebuild_running"
