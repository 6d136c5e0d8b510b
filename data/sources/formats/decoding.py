"""Bytes → text: the encodings in which Japanese offices save lists.

Marks and escapes are believed first, then encodings that read every byte. A file in which a few
bytes fit nothing is still read: each becomes U+FFFD, which the cell's cleaning reports.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.errors import SourceUnreadable
from data.sources.formats.content import HEAD_BYTES, Content

MOST_BAD_CHARACTERS = 0.01  # share of a text; above it, the guess at the encoding is wrong
LEAST_NULS = 0.01  # share of bytes; UTF-16 has a NUL in each ASCII character

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ESCAPE = b"\x1b"
_SEVEN_BIT = ("iso2022_jp", "iso2022_jp_ext")
_DOUBLE_BYTE = ("cp932", "euc_jp")
_TOLERANT = ("utf-8", "cp932")

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
# What pages call these encodings → the code page that Windows really writes under that name.
_ALIASES = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text without byte order mark, and the encoding (Python's name) that gave it."""

    text: str
    encoding: str


def decoded(content: Content) -> Decoded:
    """Return the text; raise if no encoding leaves less than 1% of unreadable characters."""
    data = content.data
    found = (
        _first_strict(data, _marked(data))
        or _first_strict(data, _wide(data))
        or _first_strict(data, _SEVEN_BIT if _ESCAPE in data else ())
        or _first_strict(data, ("utf-8",))
        or _double_byte(data)
        or _tolerant(data, _marked(data) or _TOLERANT)
    )
    if found is None:
        raise SourceUnreadable(
            f"{content.name} の文字コードを読み取れません。",
            hint="Excelの「名前を付けて保存」で「CSV UTF-8」を選んで保存し直してください。",
        )
    return found


def decoded_page(content: Content) -> Decoded:
    """Return a web page's text, in the charset that the page itself states where that fits."""
    stated = _CHARSET.search(content.data[:HEAD_BYTES])
    if stated and not _marked(content.data):
        name = stated[1].decode("ascii", "replace").lower()
        found = _first_strict(content.data, (_ALIASES.get(name, name),))
        if found is not None:
            return found
    return decoded(content)


def _marked(data: bytes) -> tuple[str, ...]:
    return tuple(encoding for mark, encoding in _MARKS if data.startswith(mark))


def _wide(data: bytes) -> tuple[str, ...]:
    """Tell UTF-16 without a mark by NULs that stand at even or at odd places only."""
    if b"\0" not in data:
        return ()
    big, little = data[::2].count(0), data[1::2].count(0)
    if max(big, little) < LEAST_NULS * len(data) or 10 * min(big, little) > max(big, little):
        return ()
    if not data.count(b"\n") == data.count(b"\0\n" if big > little else b"\n\0") > 0:
        return ()  # NULs strayed into a text of single bytes
    return ("utf-16-be",) if big > little else ("utf-16-le",)


def _first_strict(data: bytes, encodings: Iterable[str]) -> Decoded | None:
    for encoding in encodings:
        try:
            return Decoded(text=data.decode(encoding), encoding=encoding)
        except (UnicodeError, LookupError):
            continue
    return None


def _double_byte(data: bytes) -> Decoded | None:
    """Choose between cp932 and EUC-JP: read wrongly, EUC-JP turns into half-width katakana."""
    fitting = [found for name in _DOUBLE_BYTE if (found := _first_strict(data, (name,)))]
    return min(fitting, key=lambda found: len(_HALF_WIDTH_KANA.findall(found.text)), default=None)


def _tolerant(data: bytes, encodings: Iterable[str]) -> Decoded | None:
    guesses = [Decoded(text=data.decode(name, "replace"), encoding=name) for name in encodings]
    best = min(guesses, key=lambda guess: guess.text.count("\ufffd"))
    if best.text.count("\ufffd") > MOST_BAD_CHARACTERS * len(best.text):
        return None
    return best
