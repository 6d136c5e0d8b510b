import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from recommender.ranking.fusion import fused_scores

SCORES = arrays(np.float32, 12, elements=st.floats(0, 20, width=32))


@given(SCORES, st.floats(0.1, 10), st.floats(-5, 5))
def test_the_order_does_not_depend_on_the_scale_of_a_side(bm25, factor, shift):
    cosines = np.linspace(0.8, 0.9, 12, dtype=np.float32)
    plain = fused_scores(cosines, bm25)
    rescaled = fused_scores((cosines * factor + shift).astype(np.float32), bm25)
    assert np.allclose(plain, rescaled, atol=0.02)


def test_what_is_best_on_both_sides_is_best():
    fused = fused_scores(np.array([0.8, 0.9, 0.85], np.float32), np.array([0, 9, 1], np.float32))
    assert fused.argmax() == 1


def test_a_side_that_tells_nothing_apart_is_silent():
    cosines = np.array([0.8, 0.9, 0.85], np.float32)
    assert fused_scores(cosines, np.zeros(3, np.float32)).argsort().tolist() == [0, 2, 1]


def test_no_candidates_give_no_scores():
    assert len(fused_scores(np.empty(0, np.float32), np.empty(0, np.float32))) == 0
