"""Golden gates: whether a release answers the golden requests, and no worse than the one before.

Requests whose programs nobody can apply for any more are left out: an ended course is no mistake.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from index.acceptance import wording
from index.acceptance.candidate import Candidate
from index.acceptance.gate import Gate
from index.errors import ReleaseDamaged
from index.release import Release, open_release
from recommender.eligibility.offerings import is_open
from recommender.golden.golden_request import GoldenRequest
from recommender.recommender import Recommender
from recommender.request import DEFAULT_LIMIT, Request

SMALLEST_SHARE: Final = 0.9  # of the requests find their program among the first cards
MARGIN: Final = 0.05  # that the mean reciprocal rank may fall by
DEPTH: Final = 2 * DEFAULT_LIMIT

Opened = Callable[[Release], Recommender]
Ranks = Mapping[GoldenRequest, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenGates:
    """Measures a candidate by golden requests; `opened` makes a recommender of a release."""

    requests: tuple[GoldenRequest, ...]
    opened: Opened
    today: Callable[[], date]

    def __call__(self, candidate: Candidate) -> Iterator[Gate]:
        """Yield how many find their program, and how high beside the release that serves."""
        now = self._ranks(candidate.release)
        if not now:
            return
        missed = [one.text for one, rank in now.items() if not 0 < rank <= DEFAULT_LIMIT]
        yield Gate(
            name="golden_found",
            label=wording.LABELS["golden_found"],
            figure=1 - len(missed) / len(now),
            limit=SMALLEST_SHARE,
            advice=wording.missed(missed),
        )
        before = self._ranks_before(candidate)
        both = [one for one in now if one in before]
        former = _reciprocal(before, both)
        yield Gate(
            name="golden_kept",
            label=wording.LABELS["golden_kept"],
            figure=_reciprocal(now, both),
            limit=max(0.0, former - MARGIN),
            advice=wording.fallen(
                [one.text for one in both if before[one] and not 0 < now[one] <= before[one]]
            ),
            previous=former if both else None,
        )

    def _ranks_before(self, candidate: Candidate) -> Ranks:
        if candidate.before is None:
            return {}
        try:
            release = open_release(candidate.before.folder)
        except ReleaseDamaged:
            return {}  # nothing to be measured by
        ranks = self._ranks(release)
        release.close()
        return ranks

    def _ranks(self, release: Release) -> Ranks:
        """Return the place of the first expected program, from 1; 0 where none comes up."""
        recommender, today = self.opened(release), self.today()
        open_ = [p for p in release.programs if any(is_open(one, today) for one in p.offerings)]
        return {
            request: _rank(request, recommender)
            for request in self.requests
            if any(request.expects(program) for program in open_)
        }


def _rank(request: GoldenRequest, recommender: Recommender) -> int:
    answer = recommender.recommend(Request(text=request.text, role=request.role, limit=DEPTH))
    places = (n for n, item in enumerate(answer.items, 1) if request.expects(item.program))
    return next(places, 0)


def _reciprocal(ranks: Ranks, requests: Iterable[GoldenRequest]) -> float:
    """Return the mean reciprocal rank, 1 for no request at all."""
    reciprocals = [1 / ranks[one] if ranks[one] else 0.0 for one in requests]
    return sum(reciprocals) / len(reciprocals) if reciprocals else 1.0
