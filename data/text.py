"""The two forms of a text: as a person reads it, and as a machine compares it.

`display_form` keeps the writer's typography (full-width brackets, ①, ・) and removes only what
harms: control and invisible characters, half-width katakana, runs of blanks. `match_form` is NFKC
with one kind of dash and wave, for parsing, searching and comparing. Both are idempotent.
"""

import re
import unicodedata
from functools import lru_cache

_HALF_WIDTH_KANA = re.compile(r"[\uff61-\uff9f]+")
_BLANKS = re.compile(r"[^\S\n\u3000]+")
_BLANK_LINES = re.compile(r"[ \u3000]?\n\s*")

# Characters that are visible, composed and full-width already: nearly all of what offices write.
_ORDINARY = re.compile(
    r"[\n -~\u3000-\u303f\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uff01-\uff5e①-⑳■□◆◇●○◎★☆※→〒…]*"
)
_LOOSE_BLANKS = re.compile(r" [ \n]|\n\s|\u3000\n")

# Wave dash and hyphen variants that Japanese offices mix freely (Unicode 15.1, Pd and Sm).
_DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣", "-") | dict.fromkeys("〜～∼∾", "~"),
)


def display_form(text: str) -> str:
    """Return `text` fit for a person's eyes, with line breaks kept as single newlines."""
    if _ORDINARY.fullmatch(text):
        composed = text
    else:
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        visible = "".join(char for char in lines if char in "\n\t" or not _is_invisible(char))
        wide = _HALF_WIDTH_KANA.sub(lambda kana: unicodedata.normalize("NFKC", kana[0]), visible)
        composed = unicodedata.normalize("NFC", wide)
    if composed is text and not _LOOSE_BLANKS.search(text):
        return text.strip()
    return _BLANK_LINES.sub("\n", _BLANKS.sub(" ", composed)).strip()


def match_form(text: str) -> str:
    """Return `text` in NFKC with folded dashes and blanks, on one line."""
    return _short_match_form(text) if len(text) <= _REPEATED else _match_form(text)


_REPEATED = 40  # characters; shorter cells come again and again


def _match_form(text: str) -> str:
    folded = unicodedata.normalize("NFKC", display_form(text)).translate(_DASHES)
    return " ".join(unicodedata.normalize("NFKC", folded).split())


_short_match_form = lru_cache(maxsize=16_384)(_match_form)


def _is_invisible(char: str) -> bool:
    """Tell control, format, private and unassigned characters; emoji joiners stay."""
    return unicodedata.category(char)[0] == "C" and char != "\u200d"
