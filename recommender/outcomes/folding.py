"""Folding: one spelling for what people in need, in haste or in やさしい日本語 write differently.

Only for rules about whole messages; what is shown or embedded keeps its own spelling.
"""

import re
from typing import Final

from data.text import match_form

KANA: Final = str.maketrans({code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)})
_JAPANESE: Final = "ぁ-んー一-龠々"
_SPREAD_OUT: Final = re.compile(rf"(?<=[{_JAPANESE}])\s+(?=[{_JAPANESE}])")
_NO_LETTERS: Final = re.compile(r"[^\wー]+")


def folded(text: str) -> str:
    """Return `text` in lower case, kana as hiragana, Japanese without blanks between its signs."""
    return _SPREAD_OUT.sub("", match_form(text).casefold().translate(KANA))


def letters(text: str) -> str:
    """Return a folded text without blanks, punctuation, emoji and brackets."""
    return _NO_LETTERS.sub("", folded(text))
