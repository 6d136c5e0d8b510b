"""Outcome accuracy: whether the answer was of the right kind, and honest where nothing fits."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from recommender.answer import Outcome, Recommendation
from recommender.evaluation.answered import AnsweredRequest
from recommender.evaluation.intervals import Figure, mean_figure
from recommender.evaluation.judged_requests import CLEARLY_HELPS
from recommender.evaluation.labelled_fit import open_now


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFigures:
    """Shares of requests, 0 to 1.

    `right` is by the outcome that was wanted; `outcomes` counts (wanted, got). Of the rest,
    `no_match_recall` looks at requests for which the catalog has nothing that clearly helps,
    `honest_when_unavailable` at those for which all of it is closed or misses a condition (then
    loosening a condition and saying so is as honest as 「該当なし」), `false_no_match` at those
    that have an answer, `shown_closed` at all that ask for a program.
    """

    right: Mapping[Outcome, Figure]
    outcomes: Mapping[tuple[Outcome, Outcome], int]
    no_match_recall: Figure
    honest_when_unavailable: Figure
    false_no_match: Figure
    shown_closed: Figure

    @property
    def honesty(self) -> dict[str, Figure]:
        """The four figures about what fits and what does not, by name."""
        names = ("no_match_recall", "honest_when_unavailable", "false_no_match", "shown_closed")
        return {name: getattr(self, name) for name in names}

    def outcomes_json(self) -> dict[str, Any]:
        """Return the share of right outcomes by the outcome that was wanted."""
        return {
            name.value: figure.to_json("right") | {"of": figure.of}
            for name, figure in self.right.items()
        }

    def confusion_json(self) -> dict[str, dict[str, int]]:
        """Return how often each outcome was got, by the outcome that was wanted."""
        table: dict[str, dict[str, int]] = {}
        for (wanted, got), count in self.outcomes.items():
            table.setdefault(wanted.value, {})[got.value] = count
        return table

    def honesty_json(self) -> dict[str, Any]:
        """Return the four figures about what fits and what does not."""
        return {
            name: figure.to_json("share") | {"of": figure.of}
            for name, figure in self.honesty.items()
        }


def outcome_figures(ones: Sequence[AnsweredRequest], today: date) -> OutcomeFigures:
    """Measure the outcomes of all answered requests."""
    scope = [one for one in ones if one.is_in_scope]
    nothing = [one for one in scope if not one.is_answerable]
    return OutcomeFigures(
        right={
            outcome: mean_figure([is_right(one) for one in ones if one.wanted is outcome])
            for outcome in Outcome
            if any(one.wanted is outcome for one in ones)
        },
        outcomes=Counter((one.wanted, one.answer.outcome) for one in ones),
        no_match_recall=mean_figure([is_right(one) for one in nothing if not _is_supplied(one)]),
        honest_when_unavailable=mean_figure(
            [is_right(one) for one in nothing if _is_supplied(one)]
        ),
        false_no_match=mean_figure([not is_right(one) for one in scope if one.is_answerable]),
        shown_closed=mean_figure(
            [any(_is_closed(item, today) for item in one.answer.items) for one in scope]
        ),
    )


def is_right(one: AnsweredRequest) -> bool:
    """Tell whether the outcome is the wanted one, or as honest."""
    loosened = bool(one.answer.relaxed) and one.wanted is Outcome.NO_MATCH and _is_supplied(one)
    return one.answer.outcome is one.wanted or loosened


def _is_supplied(one: AnsweredRequest) -> bool:
    """Tell whether something in the catalog clearly helps, open or not."""
    return any(grade >= CLEARLY_HELPS for grade in one.request.grades.values())


def _is_closed(item: Recommendation, today: date) -> bool:
    """Tell whether nobody can apply for what is shown: the offering named, or any if none is."""
    still_open = open_now(item.program, today)
    return not still_open if item.offering is None else item.offering not in still_open
