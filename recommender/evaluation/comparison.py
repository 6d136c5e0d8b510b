"""Comparison: two encoders on the same queries, and whether their difference is more than luck.

The figure is nDCG@10 of each query; the difference of the means gets a 95% interval by resampling
the queries, both encoders' figures of a query drawn together.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from data.program import Program
from index.corpus import Corpus, built_in_memory
from index.dense import DenseIndex
from index.document import Document, program_document
from index.encoder.protocol import Encoder
from index.encoder.vectors import UnitVectors
from recommender.errors import JudgmentsUnreadable
from recommender.evaluation.intervals import FEWEST, Values, mean_interval
from recommender.evaluation.judged import Collection
from recommender.evaluation.judged_requests import JudgedRequest
from recommender.evaluation.ranking_accuracy import open_positions, ranking_scores, searcher
from recommender.evaluation.retrieval_evaluation import query_figures
from recommender.ranking.retrieval import Method

COMPARED: Final = (Method.DENSE, Method.HYBRID)  # words alone know no encoder

Embed = Callable[[Sequence[str], Encoder], UnitVectors]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSet:
    """Documents, and what gives nDCG@10 a query on a corpus of them: float64 (queries,)."""

    name: str
    documents: tuple[Document, ...]
    scores: Callable[[Corpus, Method], Values]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Means of both encoders, and the difference second - first with its 95% interval."""

    name: str
    method: Method
    queries: int
    first: float
    second: float
    difference: float
    low: float
    high: float


def collection_set(name: str, collection: Collection) -> ComparedSet:
    """Return a public retrieval set as something to compare on.

    Raises JudgmentsUnreadable when it has fewer than two queries.
    """
    _check_enough(name, len(collection.queries))

    def scores(corpus: Corpus, method: Method) -> Values:
        return query_figures(collection, corpus, method, "ndcg@10")

    return ComparedSet(name=name, documents=collection.documents, scores=scores)


def requests_set(
    name: str, requests: Sequence[JudgedRequest], programs: Sequence[Program], today: date
) -> ComparedSet:
    """Return judged requests, those that have an answer, over the programs open on `today`.

    Raises JudgmentsUnreadable when fewer than two have one.
    """
    gains = {one.request_id: one.gains(programs, today) for one in requests}
    answerable = [one for one in requests if one.is_answerable(gains[one.request_id])]
    _check_enough(name, len(answerable))
    allowed = open_positions(programs, today)

    def scores(corpus: Corpus, method: Method) -> Values:
        ranker = searcher(corpus, programs, method, allowed)
        return np.array(ranking_scores(answerable, gains, ranker), np.float64)

    documents = tuple(program_document(program) for program in programs)
    return ComparedSet(name=name, documents=documents, scores=scores)


def compare(
    sets: Iterable[ComparedSet],
    encoders: tuple[Encoder, Encoder],
    embed: Embed,
    *,
    on_search: Callable[[], None],
) -> Iterator[Comparison]:
    """Yield a line a set and method; `embed` returns the vectors of passages, (n, d)."""
    for one in sets:
        passages = [document.passage for document in one.documents]
        first, second = encoders
        vectors = embed(passages, first)
        corpus = built_in_memory(one.documents, vectors, first)
        other = DenseIndex.build(embed(passages, second))
        corpora = (corpus, replace(corpus, dense=other, encoder=second))
        on_search()
        for method in COMPARED:
            yield compared(one.name, method, *(one.scores(each, method) for each in corpora))


def compared(name: str, method: Method, first: Values, second: Values) -> Comparison:
    """Compare figures a query, float64 (n,) both, n at least 2."""
    differences = second - first
    interval = mean_interval(differences)
    return Comparison(
        name=name,
        method=method,
        queries=len(differences),
        first=float(first.mean()),
        second=float(second.mean()),
        difference=float(differences.mean()),
        low=interval.low,
        high=interval.high,
    )


def _check_enough(name: str, queries: int) -> None:
    if queries < FEWEST:
        raise JudgmentsUnreadable(
            f"{name} には、答えのある問い合わせが{queries}件しかありません。",
            hint="2件以上必要です。一覧と MANABI_NOW が、判定と合っているか確かめてください。",
        )
