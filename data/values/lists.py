"""Lists: a cell with several entries, as skills are written.

Takes text in display form: a line break parts entries, and ・ does so only as a bullet.
"""

import re
from functools import lru_cache

from data.values.word_table import BLANKS

_SEPARATOR = re.compile(
    r"[、，;；\n／|｜]|,(?!\d{3}(?!\d))|・(?=[ \u3000])"
    r"|(?<![A-Za-z])/|/(?![A-Za-z])|(?<=[A-Za-z]{4})/|/(?=[A-Za-z]{3})"
)
_BULLETS = " \u3000\t・●○■□◆◇▪•*※-–—"


@lru_cache(maxsize=4096)
def read_list(text: str) -> tuple[str, ...]:
    """Split a cell into its entries, without bullets and repeats; () for なし."""
    entries = (entry.lstrip(_BULLETS).rstrip(" \u3000\t・") for entry in _SEPARATOR.split(text))
    found = tuple(dict.fromkeys(entry for entry in entries if entry))
    return () if len(found) == 1 and found[0] in BLANKS else found
