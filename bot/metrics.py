"""Figures for Prometheus; nothing in them tells who wrote or what.

The web process and the desk write into one folder (PROMETHEUS_MULTIPROC_DIR, set before this
module is imported), so that one address shows both.
"""

from pathlib import Path

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client import generate_latest as _text
from prometheus_client.multiprocess import MultiProcessCollector

EVENTS = Counter("manabi_events", "Webhook events handled", ["kind"])
OUTCOMES = Counter("manabi_outcomes", "Requests by the kind of their answer", ["outcome"])
ANSWERS = Counter("manabi_answers", "Answers by how they ended", ["ending"])
TRIES = Counter("manabi_line_tries", "Calls to LINE by what came of them", ["call", "delivery"])
WEBHOOKS = Counter("manabi_webhooks", "Webhook calls by HTTP status", ["status"])
RESPONSE_SECONDS = Histogram(
    "manabi_response_seconds",
    "Time to find an answer, without sending it",
    buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
ANSWERED_SECONDS = Histogram(
    "manabi_answered_seconds",
    "Time from LINE's webhook until the answer was taken",
    buckets=(0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 40, 60),
)
RELEASE_PROGRAMS = Gauge(
    "manabi_release_programs", "Programs in the release that serves", multiprocess_mode="mostrecent"
)
RELEASE_CREATED = Gauge(
    "manabi_release_created_timestamp_seconds",
    "When the release that serves was built",
    multiprocess_mode="mostrecent",
)
RELEASE_REFUSED = Gauge(
    "manabi_release_refused",
    "1 while the published release cannot be opened and an older one serves",
    multiprocess_mode="mostrecent",
)
OPEN_OFFERINGS = Gauge(
    "manabi_open_offerings",
    "Offerings of the release that serves for which one can apply today",
    multiprocess_mode="mostrecent",
)
STALE_SOURCES = Gauge(
    "manabi_stale_sources",
    "Sources of the release that serves which nobody has imported again for 60 days",
    multiprocess_mode="mostrecent",
)
WAITING = Gauge("manabi_waiting_events", "Events not answered yet", multiprocess_mode="mostrecent")
OLDEST_WAITING_SECONDS = Gauge(
    "manabi_oldest_waiting_seconds",
    "Age of the oldest event not answered yet",
    multiprocess_mode="mostrecent",
)


def exposition(shared: Path | None) -> bytes:
    """Return every figure in Prometheus' text form, of all processes that share the folder."""
    if shared is None:
        return _text(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(shared))  # type: ignore[no-untyped-call]
    return _text(registry)
