"""Constraint accuracy: the conditions read from a message beside those a reader labelled.

Values are compared as words, a list by its entries. Online is online, whether a label says
オンライン or an answer オンライン(同時); of a benefit it counts only that one is wanted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from recommender.constraints import Constraints
from recommender.evaluation.answered import AnsweredRequest
from recommender.evaluation.intervals import Figure, ratio_figure

FIELDS: Final = tuple(field.name for field in fields(Constraints))
# What the overall figure is about: the conditions that exclude programs most, labelled with the
# least doubt, and headcount. The other fields have figures of their own only.
SCORED: Final = (
    "municipality",
    "area",
    "mode",
    "not_mode",
    "time_bands",
    "not_time_bands",
    "max_fee_yen",
    "subsidy",
    "headcount",
)
SAME: Final[Mapping[str, str]] = {"オンライン(同時)": "オンライン"}
ANY: Final = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """Precision over values read, recall over values labelled, F1 of both; 0 to 1."""

    precision: Figure
    recall: Figure
    f1: Figure

    def to_json(self) -> dict[str, Any]:
        """Return the three with their intervals, and how many values were read and labelled."""
        return (
            self.precision.to_json("precision")
            | self.recall.to_json("recall")
            | self.f1.to_json("f1")
            | {"read": self.precision.of, "labelled": self.recall.of}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintFigures:
    """The accuracy over the scored fields together, and of every field that occurs."""

    overall: Accuracy
    by_field: Mapping[str, Accuracy]

    def to_json(self) -> dict[str, Any]:
        """Return it with one object a field."""
        by_field = {name: accuracy.to_json() for name, accuracy in self.by_field.items()}
        return {"overall": self.overall.to_json(), "by_field": by_field}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    """Values of one request: read and labelled alike, read, labelled."""

    right: int
    read: int
    labelled: int


def constraint_figures(ones: Sequence[AnsweredRequest]) -> ConstraintFigures:
    """Compare what was understood with the labels, over all requests."""
    by_field = {name: accuracy(ones, (name,)) for name in FIELDS}
    return ConstraintFigures(
        overall=accuracy(ones, SCORED),
        by_field={name: one for name, one in by_field.items() if one.precision.of or one.recall.of},
    )


def accuracy(ones: Sequence[AnsweredRequest], names: Sequence[str]) -> Accuracy:
    """Return the accuracy over some fields together."""
    counts = [_counted(one, names) for one in ones]
    right = [count.right for count in counts]
    read, labelled = [count.read for count in counts], [count.labelled for count in counts]
    both = [count.read + count.labelled for count in counts]
    return Accuracy(
        precision=ratio_figure(right, read),
        recall=ratio_figure(right, labelled),
        f1=ratio_figure([2 * count for count in right], both),
    )


def values(name: str, stated: Mapping[str, Any]) -> frozenset[str]:
    """Return the values of one field in `understood.constraints` or in a label, as words."""
    value = stated.get(name)
    if value is None or value is False or value == "":  # 0 yen is a condition
        return frozenset()
    if name == "subsidy":
        return frozenset({ANY})
    entries = value if isinstance(value, list) else [value]
    return frozenset(_word(entry) for entry in entries)


def _counted(one: AnsweredRequest, names: Sequence[str]) -> _Counts:
    understood = one.answer.understood.constraints.to_json()
    read = {(name, word) for name in names for word in values(name, understood)}
    labelled = {(name, word) for name in names for word in values(name, one.request.labels)}
    return _Counts(right=len(read & labelled), read=len(read), labelled=len(labelled))


def _word(entry: object) -> str:
    whole = isinstance(entry, float) and entry.is_integer()
    word = str(int(entry)) if whole and isinstance(entry, float) else str(entry)
    return SAME.get(word, word)
