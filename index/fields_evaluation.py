"""How well fields are inferred: measured on programs whose sources state theirs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from data.catalog.inferred_fields import inference_text
from data.program import Program
from data.vocabulary import Field
from index.field_examples import FieldExample, program_examples

FOLDS = 10

Inferred = Sequence[tuple[Field, ...]]


class InfersFields(Protocol):
    """What is measured."""

    def infer(self, texts: Sequence[str]) -> list[tuple[Field, ...]]:
        """Return the fields of each text, the main one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAccuracy:
    """Shares from 0 to 1; of no programs, all 0.

    `main_accuracy`: the first field inferred is one of those stated, of programs not left unknown.
    `precision`, `recall` and `f1` count every field of every program (micro average).
    """

    programs: int
    main_accuracy: float
    precision: float
    recall: float
    f1: float
    unknown: float


def field_accuracy(programs: Sequence[Program], inference: InfersFields) -> FieldAccuracy:
    """Compare what is inferred with what is stated; programs that state nothing are left out."""
    stated = _stating(programs)
    return _accuracy(stated, inference.infer([inference_text(program) for program in stated]))


def cross_validated(
    programs: Sequence[Program], learn: Callable[[Sequence[FieldExample]], InfersFields]
) -> FieldAccuracy:
    """Measure with programs as examples: each is inferred from the nine tenths it is not in."""
    stated = _stating(programs)
    inferred: list[tuple[Field, ...]] = [()] * len(stated)
    for fold in range(FOLDS):
        rest = [program for place, program in enumerate(stated) if place % FOLDS != fold]
        held_out = [inference_text(program) for program in stated[fold::FOLDS]]
        inferred[fold::FOLDS] = learn(program_examples(rest)).infer(held_out)
    return _accuracy(stated, inferred)


def _stating(programs: Sequence[Program]) -> list[Program]:
    return [program for program in programs if program.fields and not program.fields_inferred]


def _accuracy(stated: Sequence[Program], inferred: Inferred) -> FieldAccuracy:
    pairs = list(zip((program.fields for program in stated), inferred, strict=True))
    known = [(fields, found) for fields, found in pairs if found]
    right = sum(len(set(fields) & set(found)) for fields, found in pairs)
    given = sum(len(found) for _, found in pairs)
    true = sum(len(fields) for fields, _ in pairs)
    return FieldAccuracy(
        programs=len(pairs),
        main_accuracy=_share(sum(found[0] in fields for fields, found in known), len(known)),
        precision=_share(right, given),
        recall=_share(right, true),
        f1=_share(2 * right, given + true),
        unknown=_share(len(pairs) - len(known), len(pairs)),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
