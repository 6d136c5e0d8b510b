"""Tuner: judged requests and written messages → the numbers that an encoder is served with.

Searches every request once, then tries weights on what was found. Learn on one part of the
requests and measure on another: `manabi encoder tune` takes the half for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from data.program import Program
from index.corpus import Corpus, built_in_memory
from index.encoder.protocol import Encoder
from index.hits import Scores
from index.release import Release
from recommender.answer import Outcome
from recommender.eligibility.table import OfferingTable
from recommender.errors import JudgmentsUnreadable
from recommender.evaluation.exemplar_learning import learned_exemplars
from recommender.evaluation.held_back import held_back_collections
from recommender.evaluation.judged_requests import CLEARLY_HELPS, JudgedRequest, program_key
from recommender.evaluation.ranking_accuracy import ndcg
from recommender.outcomes.examples import read_examples
from recommender.outcomes.scope import ScopeClassifier, learned_scope
from recommender.ranking.calibration import Calibration, fitted_curve
from recommender.ranking.exemplars import Exemplars
from recommender.ranking.fusion import fused_scores
from recommender.ranking.retrieval import hybrid_candidates
from recommender.ranking.subjects import is_untaught, named_subjects
from recommender.request import Request
from recommender.tuning import Tuning
from recommender.understanding.conditions.written_language import is_foreign
from recommender.understanding.understanding import understand

WEIGHTS: Final = (0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.18, 0.22, 0.27)
FALSE_NO_MATCH: Final = 0.04  # of requests that have an answer, so many may be left without one
LISTED_FROM: Final = 0.01  # one in a hundred such programs suits; behind the first cards only
SUITABLE: Final = frozenset({Outcome.RECOMMEND, Outcome.NO_MATCH})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Searched:
    """What a search found, and what each of it is worth; all arrays (n,)."""

    gains: Mapping[str, float]
    keys: tuple[str, ...]
    cosines: Scores
    bm25: Scores
    suitable: NDArray[np.bool_]
    is_answerable: bool
    is_untaught: bool = False

    def scores(self, weight: float) -> Scores:
        """Return the fused scores."""
        return fused_scores(self.cosines, self.bm25, weight)

    def ndcg(self, weight: float) -> float:
        """Return the nDCG of the order that they give."""
        order = np.argsort(-self.scores(weight), kind="stable")
        return ndcg([self.keys[place] for place in order.tolist()], self.gains)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """Searches a release as it is served, but for what is to be learned."""

    release: Release
    table: OfferingTable
    exemplars: Exemplars
    today: date

    def searched(self, request: JudgedRequest) -> _Searched:
        """Return what is found for a request under the conditions that it states."""
        programs, corpus = self.release.programs, self.release.corpus
        asked = Request(text=request.text, role=request.role)
        understood = understand(asked, corpus.tokens, self.today)
        topic = understood.topic or request.text
        found = hybrid_candidates(
            corpus,
            topic,
            self.exemplars.lent(corpus.encoder.encode_queries([topic])),
            allowed=self.table.meeting(understood.constraints, self.today).positions,
        )
        keys = tuple(program_key(programs[one]) for one in found.positions.tolist())
        gains = request.gains(programs, self.today)
        grades = [request.grades.get(key, 0) for key in keys]
        return _Searched(
            gains=gains,
            keys=keys,
            cosines=found.cosines,
            bm25=found.bm25,
            suitable=np.array(grades) >= CLEARLY_HELPS,
            is_answerable=request.is_answerable(gains),
            is_untaught=is_untaught(
                named_subjects(topic), (programs[one] for one in found.positions)
            ),
        )


def learned_tuning(requests: Sequence[JudgedRequest], release: Release, today: date) -> Tuning:
    """Learn from requests that were judged over the release's programs, in whatever language.

    Raises JudgmentsUnreadable when there is nothing to learn from in Japanese.
    """
    inside = [one for one in requests if one.outcome in SUITABLE]
    _check_enough([one for one in inside if not is_foreign(one.text)], release.programs, today)
    encoder = release.corpus.encoder
    exemplars = learned_exemplars(encoder)
    search = _Search(
        release=release,
        table=OfferingTable.of(release.programs),
        exemplars=exemplars,
        today=today,
    )
    native = [search.searched(one) for one in inside if not is_foreign(one.text)]
    foreign = [search.searched(one) for one in inside if is_foreign(one.text)]
    weight = _best_weight([*_answerable(native, foreign), *_held_back(encoder)])
    return Tuning(
        source=encoder.card.source,
        lexical_weight=weight,
        calibration=replace(
            _calibration(native, weight), foreign_shift=_foreign_shift(native, foreign, weight)
        ),
        scope=_scope(encoder),
        exemplars=exemplars,
    )


def _check_enough(
    requests: Sequence[JudgedRequest], programs: Sequence[Program], today: date
) -> None:
    if not any(one.is_answerable(one.gains(programs, today)) for one in requests):
        raise JudgmentsUnreadable(
            "答えのある日本語の相談が1件もないので、学べません。",
            hint="公開中の版と MANABI_NOW が、判定と合っているか確かめてください。",
        )


def _answerable(*groups: Sequence[_Searched]) -> list[list[_Searched]]:
    """Return of each group those that have an answer; groups without any are left out."""
    kept = ([one for one in group if one.is_answerable] for group in groups)
    return [group for group in kept if group]


def _searched_in(corpus: Corpus, text: str, gains: Mapping[str, float]) -> _Searched:
    found = hybrid_candidates(corpus, text, corpus.encoder.encode_queries([text]))
    keys = tuple(corpus.ids[one] for one in found.positions.tolist())
    return _Searched(
        gains=gains,
        keys=keys,
        cosines=found.cosines,
        bm25=found.bm25,
        suitable=np.array([key in gains for key in keys], np.bool_),
        is_answerable=True,
    )


def _held_back(encoder: Encoder) -> list[list[_Searched]]:
    """Return the held-back requests, Japanese and other, searched over the written programs.

    A few dozen judged requests hardly tell one weight from the next; these are hundreds, in many
    languages, though of our own making.
    """
    collections = list(held_back_collections().values())
    documents = collections[0].documents
    vectors = encoder.encode_passages([document.passage for document in documents])
    corpus = built_in_memory(documents, vectors, encoder)
    return [
        [_searched_in(corpus, text, one.gains[query]) for query, text in one.queries.items()]
        for one in collections
    ]


def _best_weight(groups: Sequence[Sequence[_Searched]]) -> float:
    """Return the weight with the best nDCG, every group of requests counting as much."""

    def quality(weight: float) -> float:
        return float(np.mean([np.mean([one.ndcg(weight) for one in group]) for group in groups]))

    return max(WEIGHTS, key=quality)


def _calibration(searched: Sequence[_Searched], weight: float) -> Calibration:
    intercept, slope, shift = fitted_curve(
        np.concatenate([one.scores(weight) for one in searched]),
        np.concatenate([one.suitable for one in searched]),
        np.concatenate([np.full(len(one.keys), one.is_untaught) for one in searched]),
    )
    curve = Calibration(
        intercept=round(intercept, 4),
        slope=round(slope, 4),
        offer_from=0,
        list_from=0,
        untaught_shift=round(shift, 4),
    )
    best = [
        curve.probabilities(one.scores(weight), is_untaught=one.is_untaught).max(initial=0.0)
        for one in searched
        if one.is_answerable
    ]
    offer_from = round(float(np.quantile(best, FALSE_NO_MATCH)), 4)
    return replace(curve, offer_from=offer_from, list_from=min(LISTED_FROM, offer_from))


def _foreign_shift(
    native: Sequence[_Searched], foreign: Sequence[_Searched], weight: float
) -> float:
    """Return by how much the best score of a request in another language is lower, on average.

    0 where nothing was found in either.
    """
    best = [
        [float(one.scores(weight).max()) for one in group if one.is_answerable and one.keys]
        for group in (native, foreign)
    ]
    return round(float(np.mean(best[0]) - np.mean(best[1])), 4) if all(best) else 0.0


def _scope(encoder: Encoder) -> ScopeClassifier:
    examples = read_examples()
    vectors = encoder.encode_queries([one.text for one in examples])
    return learned_scope(vectors.rows, [one.scope for one in examples])
