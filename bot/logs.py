"""Structured logs: one JSON object a line on standard error, without words or ids of anyone."""

import sys

import structlog


def configure_logs() -> None:
    """Set the form of every log line; called once, by the process that serves."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.dict_tracebacks,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
