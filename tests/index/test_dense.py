import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dense import DenseIndex
from index.encoder.vectors import UnitVectors
from index.errors import ReleaseDamaged


def random_vectors(count, dimension=8, seed=1):
    rows = np.random.default_rng(seed).normal(size=(count, dimension))
    return UnitVectors.normalised(rows)


@settings(max_examples=40)
@given(count=st.integers(1, 60), limit=st.integers(1, 70), seed=st.integers(0, 99), data=st.data())
def test_search_equals_brute_force_over_what_is_allowed(count, limit, seed, data):
    vectors, query = random_vectors(count, seed=seed), random_vectors(1, seed=seed + 100)
    chosen = data.draw(st.sets(st.integers(0, count - 1)))
    allowed = np.array(sorted(chosen), np.int64)
    hits = DenseIndex.build(vectors).search(query, limit, allowed=allowed)
    scores = vectors.rows[allowed] @ query.rows[0]
    best = allowed[np.argsort(-scores, kind="stable")][:limit]
    assert hits.positions.tolist() == best.tolist()
    assert hits.scores == pytest.approx(np.sort(scores)[::-1][:limit], abs=1e-5)


def test_without_a_condition_everything_is_searched():
    vectors = random_vectors(10)
    hits = DenseIndex.build(vectors).search(UnitVectors(vectors.rows[[3]]), 10)
    assert hits.positions[0] == 3
    assert sorted(hits.positions) == list(range(10))


def test_a_saved_index_answers_as_before(tmp_path):
    vectors, query = random_vectors(20), random_vectors(1, seed=9)
    index = DenseIndex.build(vectors)
    index.save(tmp_path / "index.faiss")
    opened = DenseIndex.open(tmp_path / "index.faiss")
    assert opened.search(query, 5).positions.tolist() == index.search(query, 5).positions.tolist()
    assert np.array_equal(opened.vectors().rows, vectors.rows)


def test_cosines_are_those_of_the_named_positions():
    vectors, query = random_vectors(20), random_vectors(1, seed=9)
    positions = np.array([7, 2, 19])
    expected = vectors.rows[positions] @ query.rows[0]
    assert DenseIndex.build(vectors).cosines(query, positions) == pytest.approx(expected)


def test_a_file_that_is_no_index_is_refused(tmp_path):
    (tmp_path / "index.faiss").write_bytes(b"nonsense")
    with pytest.raises(ReleaseDamaged):
        DenseIndex.open(tmp_path / "index.faiss")
