"""Ranker: a topic and the programs that may be offered → suitable programs, best first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.program import Program
from data.text import match_form
from index.corpus import Corpus
from index.hits import Positions, Scores
from recommender.eligibility.table import Eligible
from recommender.ranking.calibration import Calibration
from recommender.ranking.exemplars import Exemplars
from recommender.ranking.retrieval import hybrid_candidates
from recommender.ranking.subjects import is_untaught
from recommender.ranking.topic import Topic

# What convenience weighs beside relevance, in the unit of a score: less than a hundredth of what
# lies between a fitting program and a random one, so that it decides between equals only.
CONVENIENCE = 0.004
# Share of the best program's probability; what is less likely would only fill the page.
FAR_BEHIND = 0.03
# Cosine from which on two programs are one course in two forms: a venue or a round more in the
# title leaves 0.97 and more, and no two courses of the sample lie nearer than 0.93.
SAME_COURSE = 0.95
COMPARED = 30  # programs; the first pages, in which variants would be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Suitable:
    """A program by its position, and how likely a reader calls it suitable, 0 to 1."""

    position: int
    probability: float


class Ranker:
    """Ranks the programs of one release; safe to share between threads."""

    def __init__(
        self,
        corpus: Corpus,
        programs: Sequence[Program],
        *,
        calibration: Calibration,
        lexical_weight: float,
        exemplars: Exemplars | None = None,
    ) -> None:
        self._corpus = corpus
        self._programs = programs
        self._calibration = calibration
        self._lexical_weight = lexical_weight
        self._exemplars = exemplars

    def suitable(
        self,
        topic: Topic,
        eligible: Eligible,
        refused: Sequence[str] = (),
        *,
        is_nearest: bool = False,
    ) -> list[Suitable]:
        """Return what may be offered, best first; nothing when even the best is unlikely.

        A program that carries one of the `refused` words in its title or among its skills is not
        offered. `is_nearest` offers the best however unlikely it is.
        """
        found = hybrid_candidates(
            self._corpus,
            topic.text,
            self._exemplars.lent(topic.vector) if self._exemplars else topic.vector,
            allowed=eligible.positions,
            weight=self._lexical_weight,
        )
        positions, scores = found.positions, found.scores
        if refused:
            kept = [not self._is_refused(one, refused) for one in positions.tolist()]
            positions, scores = positions[kept], scores[kept]
        best = (self._programs[one] for one in positions)
        likely = self._calibration.probabilities(
            scores, is_foreign=topic.is_foreign, is_untaught=is_untaught(topic.subjects, best)
        )
        offer_from = 0.0 if is_nearest else self._calibration.offer_from
        if not len(likely) or likely[0] < offer_from:
            return []
        listed = likely >= max(min(self._calibration.list_from, offer_from), FAR_BEHIND * likely[0])
        order = self._order(positions[listed], scores[listed], eligible)
        return [
            Suitable(position=int(positions[place]), probability=float(likely[place]))
            for place in order
        ]

    def _is_refused(self, position: int, refused: Sequence[str]) -> bool:
        program = self._programs[position]
        names = match_form("\n".join((program.title, *program.skills)))
        return any(word in names for word in refused)

    def _order(self, positions: Positions, scores: Scores, eligible: Eligible) -> list[int]:
        """Return places in order: relevance, then convenience, a course's variants at the end."""
        convenient = scores + CONVENIENCE * eligible.preferences(positions)
        return self._variants_last(positions, np.lexsort((positions, -convenient)))

    def _variants_last(self, positions: Positions, order: Positions) -> list[int]:
        """Move a course behind the others of the first pages when its like stands before it."""
        first, rest = order[:COMPARED], order[COMPARED:]
        alike = np.tril(self._corpus.dense.likeness(positions[first]), -1) >= SAME_COURSE
        is_variant = alike.any(axis=1)
        return [*first[~is_variant].tolist(), *first[is_variant].tolist(), *rest.tolist()]
