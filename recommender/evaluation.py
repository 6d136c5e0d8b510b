"""Evaluation of retrieval on a judged collection, with the field's standard measures.

Measures are computed by ir_measures (trec_eval): nDCG with linear gains, as public benchmarks
report it.
"""

from collections.abc import Callable

import ir_measures
from ir_measures import RR, R, Success, nDCG

from index.corpus import Corpus
from recommender.judged import Collection
from recommender.retrieval import Method, retrieve

DEPTH = 100  # documents kept a query: the deepest measure looks no further
MEASURES = {
    "ndcg@10": nDCG @ 10,
    "mrr@10": RR @ 10,
    "recall@10": R @ 10,
    "recall@100": R @ 100,
    "hit@1": Success @ 1,
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


def _figures(collection: Collection, run: dict[str, dict[str, float]]) -> Figures:
    """Return the means over all judged queries; one without any hit counts as 0."""
    qrels = {query: collection.gains[query] for query in collection.queries}
    means = ir_measures.calc_aggregate(MEASURES.values(), qrels, run)
    figures = {name: round(float(means[measure]), 4) for name, measure in MEASURES.items()}
    return figures | {"queries": len(qrels)}
