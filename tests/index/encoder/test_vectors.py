import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from index.encoder.vectors import UnitVectors

FINITE = st.floats(-1e3, 1e3, width=32).filter(lambda value: abs(value) > 1e-3)


@given(arrays(np.float32, array_shapes(min_dims=2, max_dims=2, max_side=8), elements=FINITE))
def test_normalised_rows_have_length_one_and_keep_their_direction(rows):
    unit = UnitVectors.normalised(rows)
    assert np.allclose(np.linalg.norm(unit.rows, axis=1), 1, atol=1e-5)
    assert np.allclose(unit.rows * np.linalg.norm(rows, axis=1, keepdims=True), rows, rtol=1e-3)


@pytest.mark.parametrize(
    "rows",
    [
        np.ones(3, np.float32),
        np.ones((2, 3), np.float32),
        np.eye(3, dtype=np.float64),
        np.full((1, 3), np.nan, np.float32),
        np.zeros((1, 3), np.float32),
        np.empty((2, 0), np.float32),
        np.asfortranarray(np.eye(3, 4, dtype=np.float32)),
    ],
)
def test_what_is_no_set_of_unit_vectors_cannot_be_made(rows):
    with pytest.raises(ValueError, match="vectors"):
        UnitVectors(rows)


def test_a_row_of_zeros_has_no_direction():
    with pytest.raises(ValueError, match="direction"):
        UnitVectors.normalised(np.zeros((1, 3), np.float32))


def test_vectors_cannot_be_changed_afterwards():
    unit = UnitVectors(np.eye(3, dtype=np.float32))
    with pytest.raises(ValueError, match="read-only"):
        unit.rows[0, 0] = 2


def test_no_vectors_are_a_set_too():
    unit = UnitVectors(np.empty((0, 5), np.float32))
    assert (len(unit), unit.dimension) == (0, 5)
