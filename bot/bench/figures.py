"""Figures: what was measured, summed up as medians, tails and ratios taken request by request."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from bot.bench.contender import Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Milliseconds that half of the requests stay below, and 99 in 100."""

    p50: float
    p99: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WayFigures:
    """One way to answer: `parts` in milliseconds, `total` among them; memory is None off Linux.

    `over_encode` is the median of total / encode: 1.25 is a quarter more than the encoder alone.
    """

    first_answer_s: float
    memory: Mapping[str, float] | None
    parts: Mapping[str, Spread]
    answers_per_s: float
    documents_per_s: float
    over_encode: float | None
    index: str | None
    recall: Mapping[str, float] | None
    totals: Sequence[float]

    def to_json(self) -> dict[str, Any]:
        """Return the figures without every request's time."""
        return {name: value for name, value in asdict(self).items() if name != "totals"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeFigures:
    """Everything at one number of programs; a rebuild is None where only searches were measured."""

    programs: int
    rebuild_unchanged_s: float | None
    ways: Mapping[Way, WayFigures]

    @property
    def ours(self) -> Way:
        """The way that is ours at this size."""
        return Way.MANABI if Way.MANABI in self.ways else Way.SEARCH

    @property
    def rebuild_from_nothing_s(self) -> float | None:
        """How long a rebuild takes that embeds everything: computed from the documents a second."""
        if self.rebuild_unchanged_s is None:
            return None
        return self.rebuild_unchanged_s + self.programs / self.ways[self.ours].documents_per_s

    def times_faster_than(self, way: Way) -> float | None:
        """Return the median of that way's time / ours, request by request, or None without it."""
        if way not in self.ways:
            return None
        theirs, ours = (np.array(self.ways[one].totals) for one in (way, self.ours))
        return float(np.median(theirs / ours))

    def to_json(self) -> dict[str, Any]:
        """Return the figures in the shape of `manabi bench --json`."""
        return {
            "programs": self.programs,
            "rebuild": {
                "unchanged_s": self.rebuild_unchanged_s,
                "from_nothing_s": self.rebuild_from_nothing_s,
            },
            "times_faster": {
                way.value: self.times_faster_than(way) for way in (Way.PLAIN, Way.LEXICAL)
            },
            "ways": {way.value: figures.to_json() for way, figures in self.ways.items()},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """What a contender's process reported: answers in milliseconds by part, the rest in seconds."""

    starts: Sequence[float]
    answers: Sequence[Mapping[str, float]]
    facts: Mapping[str, Any]
    together_s: float
    passages: int
    passages_s: float


def way_figures(raw: Raw) -> WayFigures:
    """Sum up what one contender reported."""
    times = {part: [answer[part] for answer in raw.answers] for part in raw.answers[0]}
    return WayFigures(
        first_answer_s=float(np.median(raw.starts)),
        memory=raw.facts["memory"],
        parts={part: _spread(milliseconds) for part, milliseconds in times.items()},
        answers_per_s=len(raw.answers) / raw.together_s,
        documents_per_s=raw.passages / raw.passages_s,
        over_encode=_ratio(times["total"], times["encode"]) if "encode" in times else None,
        index=raw.facts.get("index"),
        recall=raw.facts.get("recall"),
        totals=times["total"],
    )


def _spread(milliseconds: Sequence[float]) -> Spread:
    p50, p99 = np.percentile(milliseconds, [50, 99]).tolist()
    return Spread(p50=p50, p99=p99)


def _ratio(upper: Sequence[float], lower: Sequence[float]) -> float:
    return float(np.median(np.array(upper) / np.array(lower)))
