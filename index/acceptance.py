"""Acceptance: the numbers a built release must show before it may serve.

A gate compares one figure with its limit. More gates (golden requests, nothing vanished) join the
list here.
"""

from dataclasses import dataclass

import numpy as np

from index.encoder.vectors import UnitVectors
from index.release import Release

SAMPLE = 200  # programs compared with brute force and searched by their own titles
NEIGHBOURS = 10
TIE = 1e-5  # cosines this near are one score


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One check: `figure` must be at least `limit`; both are shares between 0 and 1."""

    name: str
    label: str
    figure: float
    limit: float

    @property
    def passed(self) -> bool:
        """Tell whether the release may go through."""
        return self.figure >= self.limit


def acceptance(release: Release) -> tuple[Gate, ...]:
    """Measure a built release at every gate."""
    measures = (
        ("counts_agree", "件数が一覧と合う", 1.0, _counts_agree),
        ("finds_itself", "自分の講座名で1位になる", 0.9, _finds_itself),
        ("equals_brute_force", "総当たりと同じ順になる", 0.99, _equals_brute_force),
    )
    return tuple(
        Gate(name=name, label=label, figure=measure(release), limit=limit)
        for name, label, limit, measure in measures
    )


def _counts_agree(release: Release) -> float:
    counts = {len(release.programs), len(release.corpus.dense), release.manifest.programs}
    return float(len(counts) == 1 and len(release.programs) > 0)


def _finds_itself(release: Release) -> float:
    """Share of sampled programs whose own title finds them, or one of the same title, first."""
    positions = _sample(len(release.programs))
    titles = [release.programs[position].title for position in positions]
    queries = release.corpus.encoder.encode_queries(titles)
    found = 0
    for row, title in zip(queries.rows, titles, strict=True):
        best = release.corpus.dense.search(UnitVectors(row[np.newaxis]), 1).positions[0]
        found += release.programs[best].title == title
    return found / len(titles) if titles else 0.0


def _equals_brute_force(release: Release) -> float:
    """Share of the true nearest neighbours that the index returns."""
    vectors = release.corpus.dense.vectors()
    shares = []
    for position in _sample(len(vectors)):
        scores = vectors.rows @ vectors.rows[position]
        hits = release.corpus.dense.search(UnitVectors(vectors.rows[[position]]), NEIGHBOURS)
        threshold = np.sort(scores)[::-1][: len(hits)][-1] - TIE
        shares.append(float(np.mean(scores[hits.positions] >= threshold)))
    return float(np.mean(shares)) if shares else 0.0


def _sample(count: int) -> list[int]:
    """Return up to SAMPLE positions, spread evenly."""
    return sorted(set(np.linspace(0, count - 1, min(count, SAMPLE)).astype(int).tolist()))
