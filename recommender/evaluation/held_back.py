"""Held-back requests: written for training's sake, but nothing of their programs was trained on.

Whoever wrote them wrote the others too, so they flatter a trained encoder more than strangers do.
"""

from collections.abc import Sequence

from index.training.written import WrittenRequest, written_programs, written_requests
from recommender.evaluation.judged import Collection

JAPANESE = "ja"


def held_back_collections() -> dict[str, Collection]:
    """Return the requests in Japanese and in other languages, over all the written programs."""
    programs = written_programs()
    held = [one for one in written_requests() if programs[one.program].is_held_back]
    documents = tuple(program.document for program in programs.values())

    def collection(requests: Sequence[WrittenRequest]) -> Collection:
        return Collection(
            documents=documents,
            queries={str(place): one.text for place, one in enumerate(requests)},
            gains={
                str(place): dict.fromkeys((one.program, *one.also), 1)
                for place, one in enumerate(requests)
            },
        )

    return {
        "held-back, Japanese": collection([one for one in held if one.language == JAPANESE]),
        "held-back, foreign": collection([one for one in held if one.language != JAPANESE]),
    }
