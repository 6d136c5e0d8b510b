"""Mining: for each question, texts that the untrained encoder takes for its answer, but are not.

A text that lies nearer than the answer itself, or nearly so, may well answer too; it is left out
rather than taught as wrong.
"""

from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr
from io import StringIO
from typing import TYPE_CHECKING, Final

from index.encoder.bundled import PROMPTS
from index.encoder.example import Example

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

MARGIN: Final = 0.005  # cosine by which the answer must be nearer; E5's cosines lie close together
MOST: Final = 5  # distractors an answer
CONSIDERED: Final = 300  # nearest texts a question


def mined_distractors(
    model: "SentenceTransformer", pairs: Sequence[Example]
) -> Mapping[str, Sequence[str]]:
    """Return by question at most five distractors an answer, nearest first, each once.

    They are answers to other questions; every answer to a question must be among the pairs, so
    that none becomes a distractor. Questions for which nothing is left are missing.
    """
    from datasets import Dataset  # noqa: PLC0415 - costs seconds; only training pays them
    from sentence_transformers.util import mine_hard_negatives  # noqa: PLC0415

    columns = {
        "question": [one.question for one in pairs],
        "answer": [one.answer for one in pairs],
    }
    with redirect_stderr(StringIO()):  # the library draws bars of its own
        mined = mine_hard_negatives(
            Dataset.from_dict(columns),
            model,
            range_max=CONSIDERED,
            absolute_margin=MARGIN,
            num_negatives=MOST,
            query_prompt=PROMPTS["query"],
            corpus_prompt=PROMPTS["passage"],
            output_format="labeled-list",
            verbose=False,
        )
    found: dict[str, dict[str, None]] = {}
    for row in mined:
        texts = zip(row["answer"], row["labels"], strict=True)
        found.setdefault(row["question"], {}).update((text, None) for text, own in texts if not own)
    return {question: tuple(texts) for question, texts in found.items()}
