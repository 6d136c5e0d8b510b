import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dense import FEW, PLANS, DenseIndex, Kind, Plan, plan_for
from index.encoder.vectors import UnitVectors
from index.errors import ReleaseDamaged

SMALLER = (
    Plan(most=0, kind=Kind.INT8),
    Plan(most=0, kind=Kind.CELLS, cells=16, probed=12),
)


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
    assert DenseIndex.build(vectors).cosines(query, positions) == pytest.approx(expected, abs=1e-6)


def test_likeness_is_that_of_the_named_positions():
    vectors = random_vectors(20)
    positions = np.array([7, 2, 19])
    rows = vectors.rows[positions]
    index = DenseIndex.build(vectors)
    assert index.likeness(positions) == pytest.approx(rows @ rows.T, abs=1e-6)


def test_a_file_that_is_no_index_is_refused(tmp_path):
    (tmp_path / "index.faiss").write_bytes(b"nonsense")
    with pytest.raises(ReleaseDamaged):
        DenseIndex.open(tmp_path / "index.faiss")


@pytest.mark.parametrize("plan", SMALLER, ids=lambda plan: plan.kind)
@pytest.mark.parametrize("share", [1.0, 0.8])
def test_a_smaller_index_finds_nearly_what_brute_force_finds(plan, share):
    vectors, query = random_vectors(4000, dimension=32), random_vectors(20, dimension=32, seed=5)
    index = DenseIndex.build(vectors, plan)
    allowed = np.flatnonzero(np.random.default_rng(2).random(4000) < share)
    assert len(allowed) > FEW
    recalls = []
    for row in query.rows:
        hits = index.search(UnitVectors(row[np.newaxis]), 10, allowed=allowed)
        scores = vectors.rows[allowed] @ row
        true = allowed[np.argsort(-scores)[:10]]
        assert hits.scores == pytest.approx(vectors.rows[hits.positions] @ row, abs=1e-5)
        assert np.isin(hits.positions, allowed).all()
        recalls.append(np.isin(true, hits.positions).mean())
    assert index.kind is plan.kind
    assert np.mean(recalls) >= {Kind.INT8: 0.99, Kind.CELLS: 0.85}[plan.kind]


@pytest.mark.parametrize("plan", SMALLER, ids=lambda plan: plan.kind)
def test_among_few_allowed_a_smaller_index_misses_none(plan):
    vectors, query = random_vectors(3000), random_vectors(1, seed=9)
    index = DenseIndex.build(vectors, plan)
    allowed = np.arange(0, 3000, 30)
    best = allowed[np.argsort(-(vectors.rows[allowed] @ query.rows[0]))]
    assert index.search(query, 200, allowed=allowed).positions.tolist() == best.tolist()


@pytest.mark.parametrize("plan", SMALLER, ids=lambda plan: plan.kind)
def test_a_smaller_index_is_saved_beside_the_exact_one(plan, tmp_path):
    vectors, query = random_vectors(3000), random_vectors(1, seed=9)
    index = DenseIndex.build(vectors, plan)
    index.save(tmp_path / "index.faiss")
    opened = DenseIndex.open(tmp_path / "index.faiss")
    assert opened.kind is plan.kind
    assert opened.search(query, 9).positions.tolist() == index.search(query, 9).positions.tolist()
    exactly = opened.search_exactly(query, 9)
    assert exactly.scores == pytest.approx(np.sort(vectors.rows @ query.rows[0])[::-1][:9])
    assert np.array_equal(opened.vectors().rows, vectors.rows)


@pytest.mark.parametrize(
    ("count", "kind"),
    [(0, Kind.EXACT), (5_000, Kind.EXACT), (100_000, Kind.INT8), (1_000_000, Kind.CELLS)],
)
def test_the_number_of_vectors_decides_the_kind(count, kind):
    assert plan_for(count).kind is kind
    assert [plan.most for plan in PLANS] == sorted(plan.most for plan in PLANS)


def test_a_mask_allows_the_same_as_positions():
    vectors, query = random_vectors(50), random_vectors(1, seed=9)
    index = DenseIndex.build(vectors)
    mask = np.arange(50) % 3 == 0
    hits = index.search(query, 9, allowed=mask)
    assert (
        hits.positions.tolist()
        == index.search(query, 9, allowed=np.flatnonzero(mask)).positions.tolist()
    )


def test_an_index_of_nothing_finds_nothing():
    index = DenseIndex.build(UnitVectors(np.empty((0, 8), np.float32)))
    assert len(index.search(random_vectors(1), 5)) == 0
