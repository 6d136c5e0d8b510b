"""The two forms of a text: as a person reads it, and as a machine compares it.

`display_form` keeps the writer's typography (full-width brackets, ①, ・) and removes only what
harms: control and invisible characters, half-width katakana, runs of blanks. `match_form` is NFKC
with one kind of dash and wave, for parsing, searching and comparing. Both are idempotent.
"""

import re
import unicodedata

_HALF_WIDTH_KANA = re.compile(r"[\uff61-\uff9f]+")
_BLANKS = re.compile(r"[^\S\n\u3000]+")
_BLANK_LINES = re.compile(r"[ \u3000]?\n\s*")

# Wave dash and hyphen variants that Japanese offices mix freely (Unicode 15.1, Pd and Sm).
_DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣", "-") | dict.fromkeys("〜～∼∾", "~"),
)


def display_form(text: str) -> str:
    """Return `text` fit for a person's eyes, with line breaks kept as single newlines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    visible = "".join(char for char in lines if char in "\n\t" or not _is_invisible(char))
    wide = _HALF_WIDTH_KANA.sub(lambda kana: unicodedata.normalize("NFKC", kana[0]), visible)
    composed = unicodedata.normalize("NFC", wide)
    return _BLANK_LINES.sub("\n", _BLANKS.sub(" ", composed)).strip()


def match_form(text: str) -> str:
    """Return `text` in NFKC with folded dashes and blanks, on one line."""
    folded = unicodedata.normalize("NFKC", display_form(text)).translate(_DASHES)
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def _is_invisible(char: str) -> bool:
    """Tell control, format, private and unassigned characters; emoji joiners stay."""
    return unicodedata.category(char)[0] == "C" and char != "\u200d"
