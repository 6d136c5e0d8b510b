"""Soundness: whether a release is what its catalog and its encoder should have made of it."""

from collections.abc import Iterator

import numpy as np

from index.acceptance import wording
from index.acceptance.candidate import Candidate
from index.acceptance.gate import Gate
from index.encoder.vectors import UnitVectors
from index.release import Release

SAMPLE = 100  # programs compared with brute force and searched by their own titles
NEIGHBOURS = 10
TIE = 1e-5  # cosines this near are one score


def soundness(candidate: Candidate) -> Iterator[Gate]:
    """Measure counts, what sources list, the encoder, and both ends of the dense index."""
    figures = (
        ("counts_agree", 1.0, _counts_agree(candidate.release)),
        ("nothing_vanished", 1.0, _listed_share(candidate)),
        ("encoder_matches", 1.0, _encoder_matches(candidate)),
        ("finds_itself", 0.9, _finds_itself(candidate.release)),
        ("equals_brute_force", 0.99, _equals_brute_force(candidate.release)),
    )
    before = candidate.before.manifest.acceptance if candidate.before else {}
    for name, limit, figure in figures:
        yield Gate(
            name=name,
            label=wording.LABELS[name],
            figure=figure,
            limit=limit,
            advice=wording.ADVICE[name],
            previous=before.get(name),
        )


def _counts_agree(release: Release) -> float:
    counts = {len(release.programs), len(release.corpus.dense), release.manifest.programs}
    return float(len(counts) == 1 and len(release.programs) > 0)


def _listed_share(candidate: Candidate) -> float:
    """Share of the programs that sources list which the release holds."""
    held = {program.program_id for program in candidate.release.programs}
    return len(candidate.listed & held) / len(candidate.listed) if candidate.listed else 1.0


def _encoder_matches(candidate: Candidate) -> float:
    """Tell whether the release's own encoder is the prepared one, and made its vectors."""
    release, prepared = candidate.release, candidate.prepared
    own = release.corpus.encoder.card
    return float(
        own == prepared
        and release.manifest.encoder_revision == prepared.revision
        and release.corpus.dense.vectors().rows.shape[1] == prepared.dimension
    )


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
