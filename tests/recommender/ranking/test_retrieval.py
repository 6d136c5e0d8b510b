import numpy as np
import pytest

from recommender.ranking.fusion import fused_scores
from recommender.ranking.retrieval import Method, hybrid_candidates, retrieve


@pytest.mark.parametrize("method", list(Method))
def test_only_what_is_allowed_is_found(sample_release, method):
    allowed = np.array([3, 50, 77], np.int64)
    hits = retrieve(sample_release.corpus, "簿記を学びたい", 10, method=method, allowed=allowed)
    assert set(hits.positions.tolist()) <= {3, 50, 77}


@pytest.mark.parametrize("method", [Method.DENSE, Method.HYBRID])
def test_a_narrow_condition_still_fills_the_list(sample_release, method):
    allowed = np.arange(0, 260, 20, dtype=np.int64)
    hits = retrieve(sample_release.corpus, "宇宙飛行士", 10, method=method, allowed=allowed)
    assert len(hits) == 10


def test_candidates_carry_the_figures_of_both_sides(sample_release):
    corpus = sample_release.corpus
    found = hybrid_candidates(corpus, "簿記", corpus.encoder.encode_queries(["簿記"]))
    lexical = retrieve(corpus, "簿記", 300, method=Method.LEXICAL)
    by_word = dict(zip(lexical.positions.tolist(), lexical.scores.tolist(), strict=True))
    for position, bm25 in zip(found.positions.tolist(), found.bm25.tolist(), strict=True):
        assert bm25 == pytest.approx(by_word.get(position, 0.0))
    assert np.all(np.diff(found.scores) <= 0)
    assert len(set(found.positions.tolist())) == len(found.positions)


@pytest.mark.parametrize("weight", [0.0, 0.03])
def test_candidates_are_ranked_by_both_sides_and_words_weigh_what_they_are_told_to(
    sample_release, weight
):
    corpus = sample_release.corpus
    query = corpus.encoder.encode_queries(["農家の経営"])
    found = hybrid_candidates(corpus, "農家の経営", query, weight=weight)
    assert np.array_equal(found.scores, fused_scores(found.cosines, found.bm25, weight))
    assert np.any(found.bm25 > 0)


def test_a_search_by_both_gives_the_first_of_the_candidates(sample_release):
    corpus = sample_release.corpus
    query = corpus.encoder.encode_queries(["農家の経営"])
    found = hybrid_candidates(corpus, "農家の経営", query, weight=0.05)
    hits = retrieve(corpus, "農家の経営", 7, weight=0.05)
    assert hits.positions.tolist() == found.positions[:7].tolist()


def test_a_text_without_words_is_still_searched_by_meaning(sample_release):
    assert len(retrieve(sample_release.corpus, "!?", 5)) == 5
