"""Text within LINE's limits: lengths are UTF-16 units; what is too long is cut at a boundary."""

import re

from bot.line.words import Words

ELLIPSIS = "…"
# A cut may fall after these; 「。」 and a line break are better than 「、」 or a blank.
_BOUNDARY = re.compile(r"[。！？!?\n、,・\s]")
SEARCHED_BACK = 0.2  # how much of the limit may be given up for a clean cut


def utf16_length(text: str) -> int:
    """Return the length as LINE counts it: an emoji outside the basic plane counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def trimmed(text: str, limit: int) -> str:
    """Return `text`, or as much of it as fits with an ellipsis, cut at a word's boundary."""
    if utf16_length(text) <= limit:
        return text
    room = text.encode("utf-16-le", "surrogatepass")[: (limit - 1) * 2]
    head = room.decode("utf-16-le", "ignore")
    earliest = int(len(head) * (1 - SEARCHED_BACK))
    cuts = [found.end() for found in _BOUNDARY.finditer(head, earliest)]
    return (head[: cuts[-1]] if cuts else head).rstrip() + ELLIPSIS


def shortened(words: Words, limit: int) -> Words:
    """Return both forms, neither longer than the limit."""
    return Words(plain=trimmed(words.plain, limit), easy=trimmed(words.easy, limit))
