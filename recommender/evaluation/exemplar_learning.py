"""Exemplar learning: the written requests and their programs → exemplars for one encoder.

One exemplar a program: the mean direction of all requests that it answers best. Held-back programs
are left out, so that quality can still be measured on theirs.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from data.text import match_form
from index.encoder.protocol import Encoder
from index.encoder.vectors import UnitVectors
from index.training.examples import taught_requests
from index.training.written import written_programs, written_requests
from recommender.ranking.exemplars import Exemplars


def learned_exemplars(encoder: Encoder) -> Exemplars:
    """Return the exemplars as this encoder sees them, in the order of the programs."""
    programs = written_programs()
    texts: dict[str, list[str]] = {}
    for one in taught_requests(written_requests(), programs):
        texts.setdefault(one.program, []).append(match_form(one.text))
    passages = [programs[name].document.passage for name in texts]
    return Exemplars(
        questions=_mean_directions(texts, encoder), answers=encoder.encode_passages(passages)
    )


def _mean_directions(texts: Mapping[str, Sequence[str]], encoder: Encoder) -> UnitVectors:
    vectors = encoder.encode_queries([text for group in texts.values() for text in group]).rows
    ends = np.cumsum([len(group) for group in texts.values()])[:-1]
    return UnitVectors.normalised(np.stack([rows.mean(0) for rows in np.split(vectors, ends)]))
