"""Judged requests: what people might ask, what was meant, and how well each program answers.

Grades look at the need alone (3 exactly, 2 clearly helps, 1 related); whether a program may be
offered at all, and how near it is, follows from the labelled conditions.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from data.municipalities import MUNICIPALITIES, Area
from data.program import Program
from data.vocabulary import Mode, TimeBand
from recommender.answer import Outcome
from recommender.constraints import Constraints
from recommender.errors import JudgmentsUnreadable
from recommender.evaluation import labelled_fit
from recommender.request import Role

CLEARLY_HELPS = 2
REQUEST_KEYS = ("id", "role", "text", "intent")
NO_SUPPLY = "no_supply"  # nothing in the catalog helps: NO_MATCH is right
EXCLUDED_LISTED = re.compile(r"[・、,／]")  # what stands between several refused topics

# A mode as people name it → the modes that give it.
MODES_ASKED: Mapping[str, tuple[Mode, ...]] = {
    "オンライン": (Mode.LIVE_ONLINE, Mode.HYBRID, Mode.ON_DEMAND),
    "対面": (Mode.ONSITE, Mode.HYBRID),
}


# What the fields of a request may say.
KNOWN_VALUES: Mapping[str, tuple[str, ...]] = {
    "role": tuple(Role),
    "intent": (*Outcome, NO_SUPPLY),
}


class Half(StrEnum):
    """Parameters are chosen on one half of the requests and reported on the other."""

    TUNE = "tune"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRequest:
    """A request with its labels; `grades` are by the source's own program code.

    `kind` names the sort of message; `labels` are the conditions as they were written down, and
    `constraints` what they mean; `exclude` the topics that the person refuses.
    """

    request_id: str
    role: Role
    kind: str
    text: str
    outcome: Outcome
    exclude: tuple[str, ...]
    labels: Mapping[str, Any]
    constraints: Constraints
    grades: Mapping[str, int]

    @property
    def half(self) -> Half:
        """The half it belongs to, by its name alone."""
        return Half.REPORT if zlib.crc32(self.request_id.encode()) % 2 else Half.TUNE

    def gains(self, programs: Iterable[Program], today: date) -> dict[str, float]:
        """Return the gain of every program that helps and may be offered on `today`."""
        gains = {
            key: self.grades[key] * labelled_fit.share(program, self.constraints, today)
            for program in programs
            if (key := program_key(program)) in self.grades
        }
        return {key: gain for key, gain in gains.items() if gain > 0}

    def is_answerable(self, gains: Mapping[str, float]) -> bool:
        """Tell whether something clearly helps among what may be offered."""
        return any(self.grades[key] >= CLEARLY_HELPS for key in gains)


def program_key(program: Program) -> str:
    """Return the code that judgments know a program by."""
    return program.source_key or program.program_id


def judged_requests(
    requests: Iterable[Mapping[str, Any]], judgments: Iterable[Mapping[str, Any]]
) -> list[JudgedRequest]:
    """Join requests with judgments.

    Requests have `id, role, text, intent` and may have `kind, exclude, constraints`; judgments
    have `qid, gains`.
    """
    grades = {row["qid"]: row["gains"] for row in judgments}
    return [
        JudgedRequest(
            request_id=row["id"],
            role=Role(row["role"]),
            kind=row.get("kind", ""),
            text=row["text"],
            outcome=_outcome(row["intent"]),
            exclude=_excluded(row.get("exclude") or ""),
            labels=row.get("constraints", {}),
            constraints=_constraints(row),
            grades=grades.get(row["id"], {}),
        )
        for row in requests
    ]


def labelled_constraints(labels: Mapping[str, Any]) -> Constraints:
    """Read labelled conditions, whose values may be a word or a list of words."""
    readers: Mapping[str, Callable[[Any], Any]] = {
        "municipality": lambda value: value if value in MUNICIPALITIES else None,
        "area": Area,
        "mode": _modes,
        "not_mode": _modes,
        "time_bands": _time_bands,
        "not_time_bands": _time_bands,
        "start_from": date.fromisoformat,
        "start_until": date.fromisoformat,
        "finish_until": date.fromisoformat,
        "weekday_end_by": time.fromisoformat,
        "audience": lambda value: tuple(_words(value)),
    }
    stated = {name: value for name, value in labels.items() if value not in (None, "", [])}
    read = {name: readers.get(name, _as_it_is)(value) for name, value in stated.items()}
    return Constraints(**read)


def _constraints(row: Mapping[str, Any]) -> Constraints:
    try:
        return labelled_constraints(row.get("constraints", {}))
    except (TypeError, ValueError) as error:
        raise JudgmentsUnreadable(
            f"相談 {row['id']} の constraints を読めません({error})。",
            hint="項目の名前と値を直してから、もう一度どうぞ。",
        ) from error


def _outcome(intent: str) -> Outcome:
    return Outcome.NO_MATCH if intent == NO_SUPPLY else Outcome(intent)


def _excluded(value: str | list[str]) -> tuple[str, ...]:
    words = (word.strip() for entry in _words(value) for word in EXCLUDED_LISTED.split(entry))
    return tuple(word for word in words if word)


def _modes(value: str | list[str]) -> tuple[Mode, ...]:
    named = (MODES_ASKED.get(word) or (Mode(word),) for word in _words(value))
    return tuple(mode for modes in named for mode in modes)


def _time_bands(value: str | list[str]) -> tuple[TimeBand, ...]:
    return tuple(TimeBand(word) for word in _words(value))


def _words(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - numbers, words and flags alike
    return value
