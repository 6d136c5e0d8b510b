"""Reading how large a PNG or JPEG picture is, from its own header.

Sources: PNG specification 11.2.2 (IHDR), ITU T.81 B.2.2 (frame header).
"""

from collections.abc import Callable, Mapping
from typing import Final

PNG, JPEG = "image/png", "image/jpeg"
_PNG_START: Final = b"\x89PNG\r\n\x1a\n"
_JPEG_START: Final = b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers that begin a frame
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length


def picture_size(data: bytes, media_type: str) -> tuple[int, int] | None:
    """Return width and height in pixels; None when the bytes are no picture of that type."""
    read = _READERS.get(media_type)
    return read(data) if read else None


def _png_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(_PNG_START) or data[12:16] != b"IHDR" or len(data) < 24:  # noqa: PLR2004 - signature, length, name, two sizes
        return None
    return _number(data, 16, 4), _number(data, 20, 4)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(_JPEG_START):
        return None
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004 - begins every marker
        marker = data[place + 1]
        if marker in _FRAMES:
            return _number(data, place + 7, 2), _number(data, place + 5, 2)
        place += 2 if marker in _ALONE else 2 + _number(data, place + 2, 2)
    return None


def _number(data: bytes, place: int, length: int) -> int:
    return int.from_bytes(data[place : place + length], "big")


_READERS: Mapping[str, Callable[[bytes], tuple[int, int] | None]] = {
    PNG: _png_size,
    JPEG: _jpeg_size,
}
