"""Joining: the listings of one program → one program, the provider's words first.

The others fill what the provider leaves open; where both speak and differ, the provider's value is
kept and the difference reported at the other's place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from data.issue import Code, Issue, Severity
from data.program import Offering, Program
from data.vocabulary import Certificate, Mode, Status
from data.wording import issue_at

# What is reported when two sources differ; other differences are a matter of wording.
COMPARED = {
    "start_date": "開始日",
    "end_date": "終了日",
    "deadline": "申込締切",
    "fee_yen": "受講料",
    "capacity": "定員",
}
ABOUT_AS_FULL = 0.9  # share of the fullest description's characters
_UNKNOWN = frozenset({None, "", (), Mode.UNKNOWN, Status.UNKNOWN, Certificate.UNKNOWN})
_KEPT = frozenset({"program_id", "source_refs", "offerings", "is_sample", "fields_inferred"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A program from several listings, and where they disagree."""

    program: Program
    conflicts: tuple[Issue, ...] = ()


def provider_first(listings: Sequence[Program]) -> list[Program]:
    """Order the listings of one program by how likely they are the provider's own.

    A portal shortens descriptions; of about equally full ones, the one with a code comes first.
    """
    fullest = max(len(listing.summary) for listing in listings)
    return sorted(
        listings,
        key=lambda listing: (
            len(listing.summary) < ABOUT_AS_FULL * fullest,
            listing.source_key is None,
            -len(listing.summary),
        ),
    )


def joined(listings: Sequence[Program]) -> Joined:
    """Join listings from different sources, given in the order in which they are believed."""
    program, conflicts = listings[0], list[Issue]()
    for further in listings[1:]:
        offerings, found = _offerings(program, further)
        conflicts += found
        program = replace(
            _filled(program, further),
            source_refs=tuple(dict.fromkeys(program.source_refs + further.source_refs)),
            offerings=offerings,
            is_sample=program.is_sample or further.is_sample,
        )
    return Joined(program=program, conflicts=tuple(conflicts))


def with_further_run(known: Program, further: Program) -> Program:
    """Return a program with the occasions of another row of the same list."""
    return replace(
        _filled(known, further),
        source_refs=tuple(dict.fromkeys(known.source_refs + further.source_refs)),
        offerings=tuple(dict.fromkeys(known.offerings + further.offerings)),
    )


def _filled(program: Program, further: Program) -> Program:
    """Fill what `program` does not say from `further`."""
    changes = {
        field.name: getattr(further, field.name)
        for field in fields(Program)
        if field.name not in _KEPT and getattr(program, field.name) in _UNKNOWN
    }
    return replace(program, **changes)


def _offerings(program: Program, further: Program) -> tuple[tuple[Offering, ...], list[Issue]]:
    """Join occasions pairwise; one that only the further listing knows is added."""
    offerings = list(program.offerings)
    conflicts: list[Issue] = []
    for offering in further.offerings:
        at = _same_occasion(offerings, offering, alone=_single(program, further))
        if at is None:
            offerings.append(offering)
            continue
        conflicts += _conflicts(further, offerings[at], offering)
        offerings[at] = _filled_offering(offerings[at], offering)
    return tuple(offerings), conflicts


def _single(program: Program, further: Program) -> bool:
    return len(program.offerings) == 1 and len(further.offerings) == 1


def _same_occasion(known: Sequence[Offering], offering: Offering, *, alone: bool) -> int | None:
    """Return the place of the same occasion: the same first day, or the only one of both."""
    if alone:
        return 0
    days = [entry.start_date for entry in known]
    if offering.start_date in days:
        return days.index(offering.start_date)
    undated = offering.start_date is None
    if undated and len({entry.start_date for entry in known}) == 1:
        return 0
    return None


def _filled_offering(offering: Offering, further: Offering) -> Offering:
    changes = {
        field.name: getattr(further, field.name)
        for field in fields(Offering)
        if getattr(offering, field.name) in _UNKNOWN
    }
    return replace(offering, **changes)


def _conflicts(listing: Program, believed: Offering, other: Offering) -> Iterator[Issue]:
    for name, label in COMPARED.items():
        here, there = getattr(believed, name), getattr(other, name)
        if here not in _UNKNOWN and there not in _UNKNOWN and here != there:
            yield issue_at(
                listing.source_refs[0],
                Code.SOURCES_DISAGREE,
                column=label,
                raw=_words(there),
                severity=Severity.NOTED,
                detail=f"実施機関の一覧では「{_words(here)}」です。",
            )


def _words(value: Any) -> str:  # noqa: ANN401 - a date, an amount or a count
    return value.isoformat() if isinstance(value, date) else str(value)
