"""FieldExample: a text and the fields it is about, from which inferring fields is learned.

Source: fields.csv, written for this project from general knowledge of each field, its subjects,
qualifications and occupations; not from any catalog. Rows without a field are sentences that any
course could have: they teach what says nothing.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from data.catalog.inferred_fields import inference_text
from data.program import Program
from data.vocabulary import Field

DESCRIPTION_WEIGHT = 1.0
# A program counts a tenth of a description: more, and what the descriptions know is drowned (with
# 0.3 the first field was right for 94% of the sample programs, with 0.1 for 97%).
PROGRAM_WEIGHT = 0.1
MOST_PROGRAMS = 1000  # bounds the time to learn; more than 260 were never measured


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldExample:
    """A text with its fields, or with none; `weight` is how much it counts beside others."""

    text: str
    fields: tuple[Field, ...]
    weight: float = DESCRIPTION_WEIGHT


def _read_descriptions() -> tuple[FieldExample, ...]:
    text = resources.files("index").joinpath("fields.csv").read_text("utf-8-sig")
    return tuple(
        FieldExample(text=row["description"], fields=(Field(row["field"]),) if row["field"] else ())
        for row in csv.DictReader(text.splitlines())
    )


DESCRIPTIONS = _read_descriptions()


def program_examples(programs: Iterable[Program]) -> tuple[FieldExample, ...]:
    """Return what programs teach whose sources give fields; of many, evenly spaced ones."""
    stated = [program for program in programs if program.fields and not program.fields_inferred]
    return tuple(
        FieldExample(text=inference_text(program), fields=program.fields, weight=PROGRAM_WEIGHT)
        for program in _evenly(stated, MOST_PROGRAMS)
    )


def _evenly(programs: Sequence[Program], most: int) -> Sequence[Program]:
    step = -(-len(programs) // most) or 1
    return programs[::step]
