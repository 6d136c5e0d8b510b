"""Ranking accuracy: how well an order of programs serves a request.

nDCG here has exponential gains, (2^gain - 1) / log2(rank + 1), because gains may be halves: a
program in a neighbouring town counts half. Success is a clearly helpful program among the first
three. Both count only requests that have an answer among what may be offered.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np

from data.program import Program
from index.corpus import Corpus
from index.hits import Positions
from recommender.constraints import Constraints
from recommender.eligibility.table import OfferingTable
from recommender.evaluation.answered import DEPTH, AnsweredRequest
from recommender.evaluation.intervals import Figure, mean_figure
from recommender.evaluation.judged_requests import CLEARLY_HELPS, JudgedRequest, program_key
from recommender.ranking.retrieval import Method, retrieve
from recommender.tuning import tuning_for

FIRST: Final = 3
Gains = Mapping[str, float]
Ranking = Sequence[str]
Ranker = Callable[[JudgedRequest], Ranking]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingFigures:
    """Means over requests, 0 to 1; or how far one way of ranking is ahead of another."""

    ndcg: Figure
    success: Figure

    def to_json(self) -> dict[str, Any]:
        """Return both with their intervals, and over how many requests."""
        figures = self.ndcg.to_json("ndcg@10") | self.success.to_json("success@3")
        return figures | {"requests": self.ndcg.of}


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingScores:
    """nDCG at 10 and success at 3, one a request, in the order of the requests."""

    ndcg: tuple[float, ...]
    success: tuple[float, ...]

    def figures(self) -> RankingFigures:
        """Return the means."""
        return RankingFigures(ndcg=mean_figure(self.ndcg), success=mean_figure(self.success))

    def ahead_of(self, other: "RankingScores") -> RankingFigures:
        """Return how far these are ahead of another way's scores on the same requests."""
        return RankingFigures(
            ndcg=mean_figure(np.subtract(self.ndcg, other.ndcg)),
            success=mean_figure(np.subtract(self.success, other.success)),
        )


def scores_of(answerable: Sequence[AnsweredRequest], rankings: Sequence[Ranking]) -> RankingScores:
    """Return the scores of one ranking for each request that has an answer."""
    pairs = list(zip(answerable, rankings, strict=True))
    return RankingScores(
        ndcg=tuple(ndcg(ranking, one.gains) for one, ranking in pairs),
        success=tuple(float(success(ranking, one)) for one, ranking in pairs),
    )


def figures_by(
    answerable: Sequence[AnsweredRequest], name: Callable[[JudgedRequest], str]
) -> dict[str, RankingFigures]:
    """Return the figures of the answers themselves for each group of requests, by its name."""
    groups: dict[str, list[AnsweredRequest]] = {}
    for one in answerable:
        groups.setdefault(name(one.request), []).append(one)
    return {
        group: scores_of(ones, [one.ranking for one in ones]).figures()
        for group, ones in sorted(groups.items())
    }


def ndcg(ranking: Ranking, gains: Gains) -> float:
    """Return nDCG at 10 with exponential gains; 0 to 1."""
    discounts = 1.0 / np.log2(np.arange(DEPTH) + 2)
    got = np.array([gains.get(key, 0.0) for key in ranking[:DEPTH]])
    ideal = np.sort(np.array(list(gains.values())))[::-1][:DEPTH]
    best = float(((2.0**ideal - 1) * discounts[: len(ideal)]).sum())
    return float(((2.0**got - 1) * discounts[: len(got)]).sum()) / best if best else 0.0


def success(ranking: Ranking, one: AnsweredRequest) -> bool:
    """Tell whether one of the first three clearly helps and may be offered."""
    grades = one.request.grades
    return any(grades[key] >= CLEARLY_HELPS for key in ranking[:FIRST] if key in one.gains)


def open_positions(programs: Sequence[Program], today: date) -> Positions:
    """Return the positions of the programs that one may still apply for, int64 (k,)."""
    return OfferingTable.of(programs).meeting(Constraints(), today).positions


def searcher(
    corpus: Corpus, programs: Sequence[Program], method: Method, allowed: Positions
) -> Ranker:
    """Return what ranks program codes for a request by one way of searching, unread conditions."""
    weight = tuning_for(corpus.encoder.card.source).lexical_weight

    def search(one: JudgedRequest) -> Ranking:
        hits = retrieve(corpus, one.text, DEPTH, method=method, allowed=allowed, weight=weight)
        return [program_key(programs[position]) for position in hits.positions]

    return search


def ranking_scores(
    requests: Sequence[JudgedRequest], gains: Mapping[str, Gains], ranker: Ranker
) -> list[float]:
    """Return nDCG at 10 of every request."""
    return [ndcg(ranker(one), gains[one.request_id]) for one in requests]
