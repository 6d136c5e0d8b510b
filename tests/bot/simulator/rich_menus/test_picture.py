"""The size of a picture is read from its own header, whatever follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.rich_menus.picture import JPEG, PNG, picture_size

PNG_HEAD = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPEG_HEAD = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc4\x00\x03c\xff\xc2\x00\x11\x08"


def png(width, height):
    return PNG_HEAD + width.to_bytes(4, "big") + height.to_bytes(4, "big")


def jpeg(width, height):
    return JPEG_HEAD + height.to_bytes(2, "big") + width.to_bytes(2, "big")


@given(st.integers(1, 65_535), st.integers(1, 65_535))
def test_the_size_is_read_from_either_kind(width, height):
    assert picture_size(png(width, height), PNG) == (width, height)
    assert picture_size(jpeg(width, height), JPEG) == (width, height)


@given(st.binary(max_size=60), st.sampled_from([PNG, JPEG, "image/gif", ""]))
def test_any_bytes_can_be_asked(data, media_type):
    assert picture_size(data, media_type) is None or media_type in {PNG, JPEG}


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(png(800, 250), JPEG), (jpeg(800, 250), PNG), (PNG_HEAD, PNG), (b"GIF89a", "image/gif")],
)
def test_what_is_no_picture_of_its_type_has_no_size(data, media_type):
    assert picture_size(data, media_type) is None
