"""Structured logs: one JSON object a line on standard error, without words or ids of anyone."""

import contextlib
import sys
import traceback

import structlog
from structlog.typing import EventDict, WrappedLogger


def configure_logs() -> None:
    """Set the form of every log line; called once, by the process that serves."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            place_of_exception,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=lambda *_: StandardError(),
    )


class StandardError:
    """Writes lines to standard error; one that cannot be written, on a full disk, stops nobody."""

    def msg(self, line: str) -> None:
        """Write a line."""
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr, flush=True)  # noqa: T201 - the log itself

    debug = info = warning = error = critical = msg


def place_of_exception(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """Say where an exception arose and of what kind; its text could quote a person."""
    if line.pop("exc_info", None):
        kind, _, trace = sys.exc_info()
        frames = traceback.extract_tb(trace)
        line["exception"] = kind.__name__ if kind else ""
        line["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return line
