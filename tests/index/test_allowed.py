import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.allowed import allowed_mask


@given(st.sets(st.integers(0, 29)))
def test_positions_in_any_order_become_a_mask(positions):
    given_so = np.array(sorted(positions, reverse=True), np.int64)
    assert set(np.flatnonzero(allowed_mask(given_so, 30)).tolist()) == positions


def test_a_mask_stays_what_it_is():
    mask = np.array([True, False, True])
    assert allowed_mask(mask, 3) is mask
