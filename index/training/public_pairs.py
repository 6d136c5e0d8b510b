"""Public pairs: questions with their answers that other people collected and licensed for use.

They are read where they lie (`{query, positive}` a line) and never become part of the project.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from data.text import match_form
from index.encoder.example import Example, ExampleSource
from index.errors import TrainingPairsUnusable

LONGEST: Final = 300  # characters of an answer; about what the trainer's token limit leaves


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPairs:
    """A file of pairs. Where the answer may stand anywhere in a text, only `whole` texts teach."""

    name: str
    licence: str
    whole: bool

    def examples(self, pairs: Iterable[tuple[str, str]]) -> ExampleSource:
        """Return the pairs as examples, long answers cut or, where they must be whole, left out.

        Raises TrainingPairsUnusable when nothing is left.
        """
        examples = tuple(
            Example(question=match_form(question), answer=match_form(answer[:LONGEST]))
            for question, answer in pairs
            if len(answer) <= LONGEST or not self.whole
        )
        if not examples:
            raise TrainingPairsUnusable(
                f"{self.name}.jsonl に、学習に使える対がありません。", source=self.name
            )
        return ExampleSource(name=self.name, licence=self.licence, examples=examples)


PUBLIC_PAIRS: Final = (
    PublicPairs(name="jaquad", licence="JaQuAD train, CC BY-SA 3.0", whole=True),
    PublicPairs(
        name="jobtag",
        licence="職業情報データベース (job tag) v7.00, JILPT/MHLW, secondary use with attribution",
        whole=False,  # an occupation's description begins with what it is
    ),
    PublicPairs(name="asdc", licence="Megagon Labs asdc, CC BY 4.0", whole=True),
)
