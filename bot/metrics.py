"""Figures for Prometheus; nothing in them tells who wrote or what."""

from prometheus_client import Counter, Gauge, Histogram

EVENTS = Counter("manabi_events", "Webhook events handled", ["kind"])
REPLIES = Counter("manabi_replies", "Replies by how they ended", ["result"])
WEBHOOKS = Counter("manabi_webhooks", "Webhook calls by HTTP status", ["status"])
RESPONSE_SECONDS = Histogram(
    "manabi_response_seconds",
    "Time to find an answer, without sending it",
    buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
RELEASE_PROGRAMS = Gauge("manabi_release_programs", "Programs in the release that serves")
