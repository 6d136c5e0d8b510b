"""Evaluation on judged requests: the whole recommender, and the plain searches beside it.

The plain searches get the message as it was written and the open programs. What is measured, and
how, is told by the modules that measure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from index.release import Release
from recommender.evaluation.answered import AnsweredRequest, Answering, answered
from recommender.evaluation.constraint_accuracy import ConstraintFigures, constraint_figures
from recommender.evaluation.judged_requests import JudgedRequest
from recommender.evaluation.outcome_accuracy import OutcomeFigures, outcome_figures
from recommender.evaluation.ranking_accuracy import (
    RankingFigures,
    RankingScores,
    figures_by,
    open_positions,
    scores_of,
    searcher,
)
from recommender.evaluation.refusals import RefusalFigures, refusal_figures
from recommender.ranking.retrieval import Method

RECOMMENDER: Final = "recommender"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvaluation:
    """All figures; `ranking` is by method, `ahead` how far the recommender is ahead of each.

    `by_role` and `by_kind` are the recommender's ranking.
    """

    requests: int
    answerable: int
    ranking: Mapping[str, RankingFigures]
    ahead: Mapping[str, RankingFigures]
    by_role: Mapping[str, RankingFigures]
    by_kind: Mapping[str, RankingFigures]
    outcomes: OutcomeFigures
    constraints: ConstraintFigures
    refusals: RefusalFigures

    def to_json(self) -> dict[str, Any]:
        """Return it in the shape of `manabi evaluate-requests --json`."""
        return {
            "requests": self.requests,
            "answerable": self.answerable,
            "ranking": _json(self.ranking),
            "recommender_minus": _json(self.ahead),
            "by_role": _json(self.by_role),
            "by_kind": _json(self.by_kind),
            "outcomes": self.outcomes.outcomes_json(),
            "confusion": self.outcomes.confusion_json(),
            "honesty": self.outcomes.honesty_json(),
            "constraints": self.constraints.to_json(),
            "refusals": self.refusals.to_json(),
        }


def evaluate_requests(
    requests: Sequence[JudgedRequest], release: Release, recommender: Answering, today: date
) -> RequestEvaluation:
    """Ask every request once and measure the answers."""
    ones = answered(requests, release.programs, recommender, today)
    answerable = [one for one in ones if one.is_in_scope and one.is_answerable]
    own = scores_of(answerable, [one.ranking for one in answerable])
    plain = _plain_searches(answerable, release, today)
    return RequestEvaluation(
        requests=len(ones),
        answerable=len(answerable),
        ranking={name: each.figures() for name, each in (plain | {RECOMMENDER: own}).items()},
        ahead={name: own.ahead_of(each) for name, each in plain.items()},
        by_role=figures_by(answerable, lambda one: one.role.value),
        by_kind=figures_by(answerable, lambda one: one.kind),
        outcomes=outcome_figures(ones, today),
        constraints=constraint_figures(ones),
        refusals=refusal_figures(ones, release.programs, today),
    )


def _plain_searches(
    answerable: Sequence[AnsweredRequest], release: Release, today: date
) -> dict[str, RankingScores]:
    """Return the scores of each way of searching over the open programs, by its name."""
    allowed = open_positions(release.programs, today)
    scores = {}
    for method in Method:
        search = searcher(release.corpus, release.programs, method, allowed)
        scores[method.value] = scores_of(answerable, [search(one.request) for one in answerable])
    return scores


def _json(by_name: Mapping[str, RankingFigures]) -> dict[str, Any]:
    return {name: figures.to_json() for name, figures in by_name.items()}
