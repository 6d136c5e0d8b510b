"""Recommending: a request → an answer, over an opened release."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from data.program import Offering, Program
from index.release import Release
from recommender import wording
from recommender.answer import Answer, Need, Outcome, Recommendation
from recommender.eligibility.offerings import eligible_offerings
from recommender.outcomes.triage import triage
from recommender.ranking.calibration import Calibration
from recommender.ranking.retrieval import hybrid_candidates
from recommender.reasons import reasons
from recommender.request import Request
from recommender.understanding.understanding import understand
from recommender.understanding.understood import Understood

UNSEARCHED = {
    Outcome.CRISIS: wording.CRISIS,
    Outcome.SMALLTALK: wording.SMALLTALK,
    Outcome.CLARIFY: wording.CLARIFY,
}

Offerings = dict[int, tuple[Offering, ...]]


class Recommender:
    """Answers requests from one release; safe to share between threads."""

    def __init__(
        self, release: Release, calibration: Calibration, today: Callable[[], date]
    ) -> None:
        self._release = release
        self._calibration = calibration
        self._today = today
        self._positions = {name: position for position, name in enumerate(release.corpus.ids)}

    def recommend(self, request: Request) -> Answer:
        """Return the programs that fit, or an honest other outcome; never raises for any text."""
        understood = understand(request, self._release.corpus.tokens, self._today())
        outcome = triage(understood.topic, self._release.corpus.tokens.of(understood.topic))
        if outcome:
            return self._answer(outcome, understood, UNSEARCHED[outcome])
        offerings = self._eligible(understood)
        suitable = self._suitable(understood, offerings)
        page = suitable[request.offset : request.offset + request.limit]
        if not page:
            nothing = wording.NO_MORE if request.offset else wording.NO_MATCH
            return self._answer(Outcome.NO_MATCH, understood, nothing)
        items = tuple(self._recommendation(one, understood, offerings) for one in page)
        found = wording.found_more if request.offset else wording.found
        return Answer(
            outcome=Outcome.RECOMMEND,
            understood=understood,
            message=found(len(items)),
            release_id=self._release.release_id,
            needs=(Need(topic=understood.topic, items=items),),
            items=items,
            more=len(suitable) > request.offset + request.limit,
        )

    def program(self, program_id: str) -> Program | None:
        """Return the program of that identity, or None when this release does not hold it."""
        position = self._positions.get(program_id)
        return None if position is None else self._release.programs[position]

    def _eligible(self, understood: Understood) -> Offerings:
        """Return, by position, the offerings of every program that may be offered at all."""
        today = self._today()
        offerings = (
            (position, eligible_offerings(program, understood.constraints, today))
            for position, program in enumerate(self._release.programs)
        )
        return {position: fitting for position, fitting in offerings if fitting}

    def _suitable(
        self, understood: Understood, offerings: Offerings
    ) -> Sequence[tuple[int, float]]:
        """Return positions with probabilities, best first; none when even the best is unlikely."""
        allowed = np.fromiter(offerings, np.int64, len(offerings))
        found = hybrid_candidates(self._release.corpus, understood.topic, allowed=allowed)
        likely = self._calibration.probabilities(found.scores)
        if not len(likely) or likely[0] < self._calibration.offer_from:
            return []
        listed = likely >= self._calibration.list_from
        return list(zip(found.positions[listed].tolist(), likely[listed].tolist(), strict=True))

    def _recommendation(
        self, found: tuple[int, float], understood: Understood, offerings: Offerings
    ) -> Recommendation:
        position, probability = found
        program = self._release.programs[position]
        offering = offerings[position][0]
        return Recommendation(
            program=program,
            score=probability,
            reasons=reasons(program, offering, understood.topic, self._release.corpus.tokens),
            offering=offering,
        )

    def _answer(self, outcome: Outcome, understood: Understood, message: str) -> Answer:
        return Answer(
            outcome=outcome,
            understood=understood,
            message=message,
            release_id=self._release.release_id,
        )
