from hypothesis import given
from hypothesis import strategies as st

from data.merging.candidates import grouped


def test_pairs_that_share_a_member_are_one_group():
    assert grouped([(1, 2), (4, 5), (2, 3)]) == [[1, 2, 3], [4, 5]]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_every_member_is_in_exactly_one_group_with_all_its_partners(pairs):
    groups = grouped([pair for pair in pairs if pair[0] != pair[1]])
    members = [member for group in groups for member in group]
    assert len(members) == len(set(members))
    for one, other in pairs:
        if one != other:
            assert any({one, other} <= set(group) for group in groups)
