"""Merging: everything that a message states → its constraints."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from recommender.constraints import Constraints
from recommender.understanding.mention import Mention

# Where a scalar is stated twice, the stricter holds; what is not listed here keeps the first.
STRICTER: Mapping[str, Callable[[Any, Any], Any]] = {
    "max_fee_yen": min,
    "max_hours": min,
    "max_days": min,
    "start_from": max,
    "start_until": min,
    "finish_until": min,
    "weekday_end_by": min,
}


def merged(mentions: Iterable[Mention]) -> Constraints:
    """Return what the mentions state together, in the order in which they stand."""
    stated: dict[str, Any] = {}
    for mention in sorted(mentions, key=lambda one: one.start):
        if mention.name not in stated:
            stated[mention.name] = mention.value
            continue
        known = stated[mention.name]
        if isinstance(mention.value, tuple):
            stated[mention.name] = tuple(dict.fromkeys((*known, *mention.value)))
        elif mention.name in STRICTER:
            stated[mention.name] = STRICTER[mention.name](known, mention.value)
    return Constraints(**stated)
