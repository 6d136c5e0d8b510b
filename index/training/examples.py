"""Examples from the written requests: which answer, and which two distractors, each is taught with.

One distractor was chosen by whoever wrote the request, the other is mined. Where one kind is
missing the other takes its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from data.text import match_form
from index.encoder.example import Example
from index.training.written import WrittenProgram, WrittenRequest

DISTRACTORS: Final = 2  # a request; each costs as much time as the answer

Programs = Mapping[str, WrittenProgram]
Mined = Mapping[str, Sequence[str]]


def taught_requests(requests: Iterable[WrittenRequest], programs: Programs) -> list[WrittenRequest]:
    """Return the requests that may be trained on."""
    return [one for one in requests if not programs[one.program].is_held_back]


def answer_pairs(requests: Iterable[WrittenRequest], programs: Programs) -> list[Example]:
    """Return every request with each program that answers it; the mining must know them all."""
    return [
        Example(question=match_form(one.text), answer=programs[name].document.passage)
        for one in requests
        for name in _taught((one.program, *one.also), programs)
    ]


def written_examples(
    requests: Iterable[WrittenRequest], programs: Programs, mined: Mined
) -> list[Example]:
    """Return every request with its best answer and two distractors; few requests lack them."""
    examples = (_example(one, programs, mined) for one in requests)
    return [one for one in examples if len(one.distractors) == DISTRACTORS]


def _example(one: WrittenRequest, programs: Programs, mined: Mined) -> Example:
    question = match_form(one.text)
    chosen = [programs[name].document.passage for name in _taught(one.near, programs)]
    found = [text for text in mined.get(question, ()) if text not in chosen]
    in_order = (*chosen[:1], *found[:1], *chosen[1:], *found[1:])
    return Example(
        question=question,
        answer=programs[one.program].document.passage,
        distractors=in_order[:DISTRACTORS],
    )


def _taught(names: Iterable[str], programs: Programs) -> list[str]:
    return [name for name in names if not programs[name].is_held_back]
