import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.line.postback import MOST, Postback, Tap, read_postback
from bot.line.text_length import utf16_length

LONGEST_DATA = 300  # UTF-16 units; Messaging API reference, postback action


@given(
    st.sampled_from(Tap),
    st.from_regex(r"[0-9a-zA-Z_-]{0,64}", fullmatch=True),
    st.integers(0, MOST),
)
def test_what_was_encoded_is_short_and_read_back(tap, subject, offset):
    postback = Postback(tap=tap, subject=subject, offset=offset)
    assert utf16_length(postback.encoded()) <= LONGEST_DATA
    assert read_postback(postback.encoded()) == postback


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "[]",
        "[1,2,3]",
        '["more","0","x"]',
        '{"a":1}',
        "null",
        '["more",true,""]',
        '["more",-1,""]',
        '["more",99999,""]',
        '["topic",0,"簿記"]',
        '["detail",0,"簿記"]',
        "[" * 9999,
    ],
)
def test_foreign_data_is_no_postback_of_ours(data):
    assert read_postback(data) is None
