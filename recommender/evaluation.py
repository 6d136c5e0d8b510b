"""Evaluation of retrieval on a judged collection, with the field's standard measures.

Measures are computed by ir_measures (trec_eval): nDCG with linear gains, as public benchmarks
report it.
"""

from collections.abc import Callable
from importlib.util import find_spec

from index.corpus import Corpus
from recommender.errors import EvaluationToolsMissing
from recommender.judged import Collection
from recommender.retrieval import Method, retrieve

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


def evaluate(
    collection: Collection, corpus: Corpus, *, on_query: Callable[[int], None]
) -> dict[str, Figures]:
    """Return the mean of every measure by method; `corpus` indexes the collection's documents."""
    runs: dict[Method, dict[str, dict[str, float]]] = {method: {} for method in Method}
    for query, text in collection.queries.items():
        for method in Method:
            hits = retrieve(corpus, text, DEPTH, method=method)
            runs[method][query] = {
                corpus.ids[position]: float(score)
                for position, score in zip(hits.positions, hits.scores, strict=True)
            }
        on_query(1)
    return {method.value: _figures(collection, run) for method, run in runs.items()}


def check_tools() -> None:
    """Raise EvaluationToolsMissing when the measuring library is not installed."""
    if find_spec("ir_measures") is None:
        raise EvaluationToolsMissing


def _figures(collection: Collection, run: dict[str, dict[str, float]]) -> Figures:
    """Return the means over all judged queries; one without any hit counts as 0."""
    import ir_measures  # noqa: PLC0415 - an extra: serving never measures

    qrels = {query: collection.gains[query] for query in collection.queries}
    measures = {name: ir_measures.parse_measure(known) for name, known in MEASURES.items()}
    means = ir_measures.calc_aggregate(measures.values(), qrels, run)
    figures = {name: round(float(means[measure]), 4) for name, measure in measures.items()}
    return figures | {"queries": len(qrels)}
