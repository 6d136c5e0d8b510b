"""Evaluation on judged requests: the three ways to search, and the whole recommender.

nDCG here has exponential gains, (2^gain - 1) / log2(rank + 1), because gains may be halves: a
program in a neighbouring town counts half. Success is a clearly helpful program among the first
three.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from data.program import Program
from index.corpus import Corpus
from index.hits import Positions
from index.release import Release
from recommender.answer import Outcome
from recommender.constraints import Constraints
from recommender.eligibility.offerings import eligible_offerings
from recommender.evaluation.judged_requests import CLEARLY_HELPS, JudgedRequest
from recommender.ranking.calibration import fitted_curve
from recommender.ranking.retrieval import Method, hybrid_candidates, retrieve
from recommender.recommender import Recommender
from recommender.request import Request

DEPTH, FIRST = 10, 3
Gains = Mapping[str, float]
Ranking = Sequence[str]
Ranker = Callable[[JudgedRequest], Ranking]


def evaluate_requests(
    requests: Sequence[JudgedRequest], release: Release, recommender: Recommender, today: date
) -> dict[str, Any]:
    """Return ranking figures by method, outcomes of the recommender, and the fitted curve."""
    gains = {one.request_id: one.gains(release.programs, today) for one in requests}
    answerable = [one for one in requests if one.is_answerable(gains[one.request_id])]
    rankers = _rankers(release, recommender, today)
    ranking = {
        name: _ranking_figures(answerable, gains, ranker) for name, ranker in rankers.items()
    }
    return {
        "requests": len(requests),
        "answerable": len(answerable),
        "ranking": ranking,
        "outcomes": _outcome_figures(requests, answerable, recommender),
        "calibration": _fitted(requests, release),
    }


def ndcg(ranking: Ranking, gains: Gains) -> float:
    """Return nDCG at 10 with exponential gains; 0 to 1."""
    discounts = 1.0 / np.log2(np.arange(DEPTH) + 2)
    got = np.array([gains.get(key, 0.0) for key in ranking[:DEPTH]])
    ideal = np.sort(np.array(list(gains.values())))[::-1][:DEPTH]
    best = float(((2.0**ideal - 1) * discounts[: len(ideal)]).sum())
    return float(((2.0**got - 1) * discounts[: len(got)]).sum()) / best if best else 0.0


def open_positions(programs: Sequence[Program], today: date) -> Positions:
    """Return the positions of the programs that one may still apply for, int64 (k,)."""
    found = [
        position
        for position, program in enumerate(programs)
        if eligible_offerings(program, Constraints(), today)
    ]
    return np.array(found, np.int64)


def searcher(
    corpus: Corpus, programs: Sequence[Program], method: Method, allowed: Positions
) -> Ranker:
    """Return what ranks program codes for a request by one way of searching, unread conditions."""

    def search(one: JudgedRequest) -> Ranking:
        hits = retrieve(corpus, one.text, DEPTH, method=method, allowed=allowed)
        return [programs[position].source_key or "" for position in hits.positions]

    return search


def ranking_scores(
    requests: Sequence[JudgedRequest], gains: Mapping[str, Gains], ranker: Ranker
) -> list[float]:
    """Return nDCG at 10 of every request."""
    return [ndcg(ranker(one), gains[one.request_id]) for one in requests]


def _rankers(release: Release, recommender: Recommender, today: date) -> dict[str, Ranker]:
    """Return, by name, what ranks program codes for a request; only open programs compete."""
    allowed = open_positions(release.programs, today)
    searchers = {
        method.value: searcher(release.corpus, release.programs, method, allowed)
        for method in Method
    }

    def recommended(one: JudgedRequest) -> Ranking:
        answer = recommender.recommend(Request(text=one.text, role=one.role, limit=DEPTH))
        return [item.program.source_key or "" for item in answer.items]

    return searchers | {"recommender": recommended}


def _ranking_figures(
    requests: Sequence[JudgedRequest], gains: Mapping[str, Gains], ranker: Ranker
) -> dict[str, float]:
    rankings = {one.request_id: ranker(one) for one in requests}
    scores = ranking_scores(requests, gains, lambda one: rankings[one.request_id])
    successes = [
        any(
            one.grades[key] >= CLEARLY_HELPS
            for key in rankings[one.request_id][:FIRST]
            if key in gains[one.request_id]
        )
        for one in requests
    ]
    return {"ndcg@10": _mean(scores), "success@3": _mean(successes)}


def _outcome_figures(
    requests: Sequence[JudgedRequest], answerable: Sequence[JudgedRequest], recommender: Recommender
) -> dict[str, Any]:
    """Return the share of right outcomes, by the outcome that was right."""
    can_be_answered = {one.request_id for one in answerable}
    right: dict[str, list[bool]] = {}
    for one in requests:
        wanted = one.outcome
        if wanted in {Outcome.RECOMMEND, Outcome.NO_MATCH}:
            wanted = Outcome.RECOMMEND if one.request_id in can_be_answered else Outcome.NO_MATCH
        got = recommender.recommend(Request(text=one.text, role=one.role)).outcome
        right.setdefault(wanted.value, []).append(got is wanted)
    return {name: {"right": _mean(hits), "of": len(hits)} for name, hits in sorted(right.items())}


def _fitted(requests: Sequence[JudgedRequest], release: Release) -> dict[str, float]:
    """Fit the calibration curve on these requests: a program is suitable from grade 2 upward."""
    scores: list[float] = []
    suitable: list[bool] = []
    for one in (one for one in requests if one.outcome in {Outcome.RECOMMEND, Outcome.NO_MATCH}):
        found = hybrid_candidates(release.corpus, one.text)
        keys = [release.programs[position].source_key or "" for position in found.positions]
        scores.extend(found.scores.tolist())
        suitable.extend(one.grades.get(key, 0) >= CLEARLY_HELPS for key in keys)
    intercept, slope = fitted_curve(np.array(scores, np.float32), np.array(suitable, np.bool_))
    return {"intercept": round(intercept, 3), "slope": round(slope, 3)}


def _mean(values: Sequence[float] | Sequence[bool]) -> float:
    return round(float(np.mean(values)), 4) if values else 0.0
