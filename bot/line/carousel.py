"""Carousels within LINE's limits: what is too large is drawn again with shorter lines, then fewer.

Limits: "Flex Message" in LINE's Messaging API reference; 30 KB and 50 KB read as thousands.
"""

from collections.abc import Callable, Sequence

from bot.line.flex import Part, size_bytes
from bot.line.messages import MOST_BUBBLES

LARGEST_BUBBLE, LARGEST_CAROUSEL = 30_000, 50_000  # bytes
LONGEST_LINES = (120, 60, 30)  # UTF-16 units of a line, tried in this order
FRAME = 100  # bytes around the bubbles


def carousel(drawn: Callable[[int], Sequence[Part]]) -> tuple[Part, ...]:
    """Return as many bubbles as fit; `drawn` draws all of them with lines of so many units.

    Which are left out is for the caller to say.
    """
    for longest in LONGEST_LINES:
        bubbles = tuple(drawn(longest)[:MOST_BUBBLES])
        if _fitting(bubbles) == len(bubbles):
            break
    return bubbles[: _fitting(bubbles)]


def _fitting(bubbles: Sequence[Part]) -> int:
    """Return how many of the first bubbles fit."""
    total = FRAME
    for count, one in enumerate(bubbles):
        size = size_bytes(one)
        total += size + 2
        if size > LARGEST_BUBBLE or total > LARGEST_CAROUSEL:
            return count
    return len(bubbles)
