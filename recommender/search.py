"""Search: what is asked and on which conditions → suitable programs, need by need.

Conditions decide before anything is ranked. Where nothing that suits meets them all, or only what
suits far less than something beyond them, as little as possible is loosened, and it is told what;
refusals stay.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Self

import numpy as np

from index.hits import Positions
from index.release import Release
from recommender.constraints import Constraints
from recommender.eligibility.relaxation import firmest, relaxed
from recommender.eligibility.table import Eligible, OfferingTable
from recommender.ranking.ranker import Ranker, Suitable
from recommender.ranking.topic import Topic
from recommender.tuning import Tuning

LIKELY = 0.3  # from this probability on, what meets the conditions needs no comparison
FAR_LESS = 0.25  # share of what the best would be without conditions; below, they are loosened
MOST_CONSIDERED = 20  # suitable programs a need that a loosening is tried on


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """Suitable programs for the request as a whole and by need, best first, and their offerings.

    `needs` is empty when the request is a single need; `relaxed` names loosened conditions.
    """

    whole: tuple[Suitable, ...]
    needs: tuple[tuple[Suitable, ...], ...]
    eligible: Eligible
    relaxed: tuple[str, ...] = ()

    @property
    def lists(self) -> tuple[tuple[Suitable, ...], ...]:
        """All lists, that of the whole first."""
        return (self.whole, *self.needs)

    def without(self, positions: Collection[int]) -> Self:
        """Return what was found but for these positions."""

        def kept(some: tuple[Suitable, ...]) -> tuple[Suitable, ...]:
            return tuple(one for one in some if one.position not in positions)

        return replace(self, whole=kept(self.whole), needs=tuple(map(kept, self.needs)))

    @property
    def best(self) -> float:
        """The highest probability for the request as a whole, or for a need if nothing suits it."""
        return max((one.probability for one in self.whole or chain(*self.needs)), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Wanted:
    """What is searched for on any conditions."""

    topics: Sequence[Topic]
    refused: Sequence[str]
    is_nearest: bool


class Search:
    """Searches one release; safe to share between threads."""

    def __init__(self, release: Release, tuning: Tuning, today: Callable[[], date]) -> None:
        self._today = today
        self._offer_from = tuning.calibration.offer_from
        self._table = OfferingTable.of(release.programs)
        self._ranker = Ranker(
            release.corpus,
            release.programs,
            calibration=tuning.calibration,
            lexical_weight=tuning.lexical_weight,
            exemplars=tuning.exemplars,
        )

    def find(
        self,
        topics: Sequence[Topic],
        constraints: Constraints,
        refused: Sequence[str] = (),
        *,
        is_nearest: bool = False,
    ) -> Found:
        """Return what suits each topic, the whole request's being the first; perhaps nothing.

        `is_nearest` finds what comes nearest, however unlikely it suits.
        """
        today = self._today()
        wanted = _Wanted(topics=topics, refused=refused, is_nearest=is_nearest)
        found = self._meeting(wanted, self._table.meeting(constraints, today))
        if constraints == firmest(constraints) or found.best >= LIKELY:
            return found
        wide = self._meeting(wanted, self._table.meeting(firmest(constraints), today))
        if found.best > FAR_LESS * wide.best:
            return found
        near = self._table.among(self._answers(wide, is_nearest=is_nearest))

        def enough(looser: Constraints) -> bool:
            return len(near.meeting(looser, today).positions) > 0

        loosened = relaxed(constraints, enough) if any(wide.lists) else None
        if loosened is None:
            return found
        eligible = self._table.meeting(loosened.constraints, today)
        return self._meeting(wanted, eligible, relaxed=loosened.names)

    def _meeting(self, wanted: _Wanted, eligible: Eligible, relaxed: tuple[str, ...] = ()) -> Found:
        whole, *needs = (
            tuple(
                self._ranker.suitable(topic, eligible, wanted.refused, is_nearest=wanted.is_nearest)
            )
            for topic in wanted.topics
        )
        return Found(whole=whole, needs=tuple(needs), eligible=eligible, relaxed=relaxed)

    def _answers(self, found: Found, *, is_nearest: bool) -> Positions:
        """Return the positions of the programs that are worth loosening a condition for."""
        offer_from = 0.0 if is_nearest else self._offer_from
        least = max(offer_from, FAR_LESS * found.best)
        considered = (one for one_list in found.lists for one in one_list[:MOST_CONSIDERED])
        likely = (one.position for one in considered if one.probability >= least)
        return np.unique(np.fromiter(likely, np.int64))
