"""Shrinking: whether a release lost more than staff would expect; `--allow-shrink` says they do."""

from collections.abc import Iterable, Iterator

from data.program import Program
from index.acceptance import wording
from index.acceptance.candidate import Candidate
from index.acceptance.gate import Gate

SMALLEST_SHARE = 0.8  # of the programs before


def shrinking(candidate: Candidate) -> Iterator[Gate]:
    """Compare programs and institutions with those of the release that serves now."""
    if candidate.before is None:
        return
    before, now = candidate.before.programs, candidate.release.programs
    gone = sorted(_institutions(before) - _institutions(now))
    still = 1 - len(gone) / (len(_institutions(before)) or 1)
    shares = (
        ("programs_kept", SMALLEST_SHARE, _kept(len(before), len(now)), ()),
        ("institutions_kept", 1.0, still, gone),
    )
    for name, limit, figure, missing in shares:
        yield Gate(
            name=name,
            label=wording.LABELS[name],
            figure=figure,
            limit=0.0 if candidate.may_shrink else limit,
            advice=wording.shrunk(missing),
        )


def _kept(before: int, now: int) -> float:
    return min(1.0, now / before) if before else 1.0


def _institutions(programs: Iterable[Program]) -> set[str]:
    return {program.institution for program in programs if program.institution}
