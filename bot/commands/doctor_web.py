"""The doctor's look at the web app that runs on this machine: is it ready, and how quick."""

import math
import urllib.error
import urllib.request
from collections.abc import Sequence

from prometheus_client.parser import text_string_to_metric_families

from bot.commands import doctor_wording as wording
from bot.commands.finding import Finding, Mark
from bot.settings import Settings

PATIENCE_S = 5.0
MEASURED = "manabi_answered_seconds"
Buckets = Sequence[tuple[float, float]]  # upper bound in seconds, how many took at most so long


def web(settings: Settings) -> Finding:
    """Ask the web app for its figures; one that does not run deserves advice only."""
    try:
        figures = _page(settings, "metrics")
        _page(settings, "readyz")
    except urllib.error.HTTPError:
        return Finding(
            name=wording.WEB,
            mark=Mark.BAD,
            words=wording.NOT_READY,
            hint=wording.LOG_HINT,
            status=1,
        )
    except OSError:
        return Finding(
            name=wording.WEB, mark=Mark.ADVICE, words=wording.NOT_RUNNING, hint=wording.SERVE_HINT
        )
    found = buckets(figures)
    quantiles = {share: quantile(found, share) for share in (0.5, 0.99)}
    return Finding(name=wording.WEB, mark=Mark.GOOD, words=wording.answered_in(quantiles))


def buckets(figures: str) -> Buckets:
    """Return the histogram of the time from webhook to answer."""
    return [
        (float(sample.labels["le"]), sample.value)
        for family in text_string_to_metric_families(figures)
        for sample in family.samples
        if sample.name == f"{MEASURED}_bucket"
    ]


def quantile(found: Buckets, share: float) -> float | None:
    """Return within how many seconds that share was answered; None where nothing was.

    Linear within a bucket, as Prometheus' histogram_quantile does it; what lies beyond the last
    bound is told as that bound.
    """
    total = found[-1][1] if found else 0.0
    if not total:
        return None
    lower, below = 0.0, 0.0
    for upper, count in found:
        if count >= share * total:
            within = (share * total - below) / (count - below) if count > below else 1.0
            return lower if math.isinf(upper) else lower + (upper - lower) * within
        lower, below = upper, count
    return lower


def _page(settings: Settings, name: str) -> str:
    address = f"http://127.0.0.1:{settings.port}/{name}"
    with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:
        text: str = answer.read().decode()
    return text
