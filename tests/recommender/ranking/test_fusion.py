import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from recommender.ranking.fusion import fused_scores

COSINES = arrays(np.float32, 12, elements=st.floats(-1, 1, width=32))
BM25 = arrays(np.float32, 12, elements=st.floats(0, 60, width=32))
WEIGHTS = st.floats(0, 0.3)


def figures(*values):
    return np.array(values, np.float32)


@given(COSINES, WEIGHTS)
def test_without_a_shared_word_the_score_is_the_cosine(cosines, weight):
    assert np.array_equal(fused_scores(cosines, figures(*[0] * 12), weight), cosines)


@given(COSINES, BM25)
def test_words_that_weigh_nothing_change_nothing(cosines, bm25):
    assert np.array_equal(fused_scores(cosines, bm25, 0), cosines)


@given(COSINES, BM25, WEIGHTS, st.floats(0, 1))
def test_a_nearer_meaning_never_lowers_a_score(cosines, bm25, weight, nearer):
    more = fused_scores(cosines + np.float32(nearer), bm25, weight)
    assert np.all(more >= fused_scores(cosines, bm25, weight))


@given(BM25, WEIGHTS)
def test_words_order_what_is_equal_in_meaning(bm25, weight):
    scores = fused_scores(np.full(12, 0.5, np.float32), bm25, weight)
    assert np.all(np.diff(scores[np.argsort(bm25, kind="stable")]) >= 0)


@given(COSINES, BM25, WEIGHTS)
def test_words_add_less_than_their_weight(cosines, bm25, weight):
    assert np.all(fused_scores(cosines, bm25, weight) - cosines <= weight + 1e-6)


def test_ahead_of_little_is_little():
    rare = fused_scores(figures(0, 0), figures(30, 15), 0.1)
    common = fused_scores(figures(0, 0), figures(2, 1), 0.1)
    assert rare[0] - rare[1] > 4 * (common[0] - common[1])


def test_one_rare_word_does_not_outweigh_the_meaning():
    fused = fused_scores(figures(0.85, 0.6), figures(0, 40))
    assert fused.argmax() == 0


def test_among_equals_in_meaning_the_shared_words_decide():
    assert fused_scores(figures(0.8, 0.8), figures(2, 5)).argmax() == 1


def test_no_candidates_give_no_scores():
    assert len(fused_scores(figures(), figures())) == 0
