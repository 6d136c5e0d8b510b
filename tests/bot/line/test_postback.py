import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.line.postback import LONGEST_DATA, Postback, Tap, read_postback
from bot.line.text_length import utf16_length


@given(st.sampled_from(list(Tap)), st.text(), st.integers(0, 10_000))
def test_what_was_encoded_is_read_back_or_was_too_long(tap, subject, offset):
    postback = Postback(tap=tap, subject=subject, offset=offset)
    data = postback.encoded()
    if data is not None:
        assert utf16_length(data) <= LONGEST_DATA
        assert read_postback(data) == postback


def test_a_subject_that_does_not_fit_gives_no_button():
    assert Postback(tap=Tap.MORE, subject="長" * LONGEST_DATA).encoded() is None


@pytest.mark.parametrize("data", ["", "x", "[]", "[1,2,3]", '["more","0","x"]', '{"a":1}', "null"])
def test_foreign_data_is_no_postback_of_ours(data):
    assert read_postback(data) is None
