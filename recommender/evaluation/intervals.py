"""Intervals: a figure, and how far luck alone could have moved it.

The 95% interval comes from resampling the requests or queries (percentile bootstrap), computed by
SciPy. Whoever compares two things hands in their difference a request, so that both are drawn
together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from recommender.errors import EvaluationToolsMissing

FEWEST: Final = 2  # values; one alone says nothing about luck
RESAMPLES: Final = 10_000
BATCH: Final = 500  # resamples at a time; all at once would take gigabytes for 10,000 queries
SEED: Final = 20261125
DIGITS: Final = 4

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Where the figure lies in 95 of 100 samples of this size."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A mean, a share or a difference over `of` cases; no interval for fewer than two requests."""

    value: float
    interval: Interval | None
    of: int

    def to_json(self, name: str) -> dict[str, Any]:
        """Return `{name: value, name_interval: [low, high] or null}`, rounded to four digits."""
        between = self.interval
        rounded = [round(between.low, DIGITS), round(between.high, DIGITS)] if between else None
        return {name: round(self.value, DIGITS), f"{name}_interval": rounded}


def check_tools() -> None:
    """Raise EvaluationToolsMissing when the library that resamples is not installed."""
    if find_spec("scipy") is None:
        raise EvaluationToolsMissing("SciPy")


def mean_figure(values: Sequence[float] | Sequence[bool] | Values) -> Figure:
    """Return the mean of one value a request, 0 for none."""
    array = np.asarray(values, np.float64)
    if len(array) < FEWEST:
        return Figure(value=float(array.sum()), interval=None, of=len(array))
    return Figure(value=float(array.mean()), interval=mean_interval(array), of=len(array))


def ratio_figure(parts: Sequence[int], wholes: Sequence[int]) -> Figure:
    """Return sum(parts) / sum(wholes), 0 for none; both have one count a request."""
    counts = np.array([parts, wholes], np.float64)
    counts = counts[:, counts.any(axis=0)]  # what has nothing to count cannot move the ratio
    cases = int(counts[1].sum())
    value = float(_ratio(counts[0], counts[1]))
    if counts.shape[1] < FEWEST:
        return Figure(value=value, interval=None, of=cases)
    return Figure(value=value, interval=_resampled(tuple(counts), _ratio), of=cases)


def mean_interval(values: Values) -> Interval:
    """Return the interval of the mean of float64 (n,), n at least 2."""
    return _resampled((values,), np.mean)


def _resampled(samples: tuple[Values, ...], statistic: Callable[..., Any]) -> Interval:
    from scipy.stats import bootstrap  # noqa: PLC0415 - an extra: serving never measures

    if all(np.all(sample == sample[0]) for sample in samples):  # nothing to resample
        value = float(statistic(*samples, axis=-1))
        return Interval(low=value, high=value)
    found = bootstrap(
        samples,
        statistic,
        paired=len(samples) > 1,
        vectorized=True,
        n_resamples=RESAMPLES,
        method="percentile",
        batch=BATCH,
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return Interval(low=float(found.low), high=float(found.high))


def _ratio(parts: Values, wholes: Values, axis: int = -1) -> Values:
    """Return the ratio of the sums along an axis, 0 where there is nothing to share."""
    whole = np.asarray(wholes.sum(axis=axis))
    ratio: Values = np.zeros_like(whole)
    np.divide(parts.sum(axis=axis), whole, out=ratio, where=whole > 0)
    return ratio
