"""Merging: what suits each need, and the request as a whole → one list that is fair to all."""

from collections.abc import Mapping, Sequence

from recommender.ranking.ranker import Suitable
from recommender.request import DEFAULT_LIMIT

WHOLE = 0.7  # what the request as a whole weighs beside the single need; decisions.md tells why


def merged(whole: Sequence[Suitable], needs: Sequence[Sequence[Suitable]]) -> list[Suitable]:
    """Return what suits most of all first, with the best of every need among the first cards.

    Each program stands once. `needs` is empty when the request is a single need.
    """
    if not needs:
        return list(whole)
    overall = _probabilities(whole)
    single = _probabilities([one for need in needs for one in need])
    blended = [
        Suitable(
            position=position,
            probability=WHOLE * overall.get(position, 0.0)
            + (1 - WHOLE) * single.get(position, 0.0),
        )
        for position in {**overall, **single}
    ]
    ordered = sorted(blended, key=lambda one: (-one.probability, one.position))
    bests = {need[0].position for need in needs if need}
    first = ordered[: DEFAULT_LIMIT - len(bests)]
    late = [one for one in ordered[len(first) :] if one.position in bests]
    return [*first, *late, *(one for one in ordered if one not in first and one not in late)]


def _probabilities(suitable: Sequence[Suitable]) -> Mapping[int, float]:
    """Return the best probability of each position."""
    best: dict[int, float] = {}
    for one in suitable:
        best[one.position] = max(best.get(one.position, 0.0), one.probability)
    return best
