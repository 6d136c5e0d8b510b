"""Evaluation of retrieval on a judged collection, with the field's standard measures.

Words weigh beside meaning what they weigh in serving, see `tuning`. Measures are computed by
ir_measures (trec_eval): nDCG with linear gains, as public benchmarks report it.
"""

from collections.abc import Callable, Mapping
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from index.corpus import Corpus
from recommender.errors import EvaluationToolsMissing
from recommender.evaluation.judged import Collection
from recommender.ranking.retrieval import Method, retrieve
from recommender.tuning import tuning_for

DEPTH = 100  # documents kept a query: the deepest measure looks no further
# Our name of a measure → trec_eval's.
MEASURES = {
    "ndcg@10": "nDCG@10",
    "mrr@10": "RR@10",
    "recall@10": "R@10",
    "recall@100": "R@100",
    "hit@1": "Success@1",
}

Figures = dict[str, float]
Run = dict[str, dict[str, float]]  # score by document by query


def evaluate(
    collection: Collection, corpus: Corpus, *, on_query: Callable[[int], None]
) -> dict[str, Figures]:
    """Return the mean of every measure by method; `corpus` indexes the collection's documents."""
    runs: dict[Method, Run] = {method: {} for method in Method}
    for query, text in collection.queries.items():
        for method in Method:
            runs[method][query] = _scored(corpus, text, method)
        on_query(1)
    return {method.value: _figures(collection, run) for method, run in runs.items()}


def query_figures(
    collection: Collection, corpus: Corpus, method: Method, measure: str
) -> NDArray[np.float64]:
    """Return one measure of every query, in the collection's order; float64 (queries,)."""
    import ir_measures  # noqa: PLC0415 - an extra: serving never measures

    run = {query: _scored(corpus, text, method) for query, text in collection.queries.items()}
    wanted = ir_measures.parse_measure(MEASURES[measure])
    found = ir_measures.iter_calc([wanted], _judged(collection), run)
    by_query = {one.query_id: float(one.value) for one in found}
    return np.array([by_query.get(query, 0.0) for query in collection.queries], np.float64)


def check_tools() -> None:
    """Raise EvaluationToolsMissing when the measuring library is not installed."""
    if find_spec("ir_measures") is None:
        raise EvaluationToolsMissing("ir-measures")


def _scored(corpus: Corpus, text: str, method: Method) -> dict[str, float]:
    weight = tuning_for(corpus.encoder.card.source).lexical_weight
    hits = retrieve(corpus, text, DEPTH, method=method, weight=weight)
    return {
        corpus.ids[position]: float(score)
        for position, score in zip(hits.positions, hits.scores, strict=True)
    }


def _judged(collection: Collection) -> dict[str, Mapping[str, int]]:
    return {query: collection.gains[query] for query in collection.queries}


def _figures(collection: Collection, run: Run) -> Figures:
    """Return the means over all judged queries; one without any hit counts as 0."""
    import ir_measures  # noqa: PLC0415 - an extra: serving never measures

    qrels = _judged(collection)
    measures = {name: ir_measures.parse_measure(known) for name, known in MEASURES.items()}
    means = ir_measures.calc_aggregate(measures.values(), qrels, run)
    figures = {name: round(float(means[measure]), 4) for name, measure in measures.items()}
    return figures | {"queries": len(qrels)}
