"""Program and Offering: what is taught by whom, and one occasion of it.

A program is ranked; an offering is filtered. Unknown is None, "" or an empty tuple, or the
vocabulary's 不明, never 0.
"""

import hashlib
from dataclasses import dataclass
from datetime import date

from data.text import match_form
from data.vocabulary import (
    Audience,
    Certificate,
    Field,
    Mode,
    Status,
    Subsidy,
    TimeBand,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef:
    """Where a program is listed: a file's name and the place in it, `R12` for its 12th record."""

    file: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """One occasion of a program: when, where, how, how much, and until when to apply."""

    mode: Mode = Mode.UNKNOWN
    municipality: str = ""
    venue: str = ""
    time_bands: tuple[TimeBand, ...] = ()
    start_date: date | None = None
    end_date: date | None = None
    sessions: str = ""
    total_hours: float | None = None
    fee_yen: int | None = None
    fee_note: str = ""
    deadline: date | None = None
    status: Status = Status.UNKNOWN
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What is taught and by whom, with every occasion known."""

    program_id: str
    title: str
    institution: str = ""
    source_key: str | None = None
    source_refs: tuple[SourceRef, ...] = ()
    summary: str = ""
    skills: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    fields_inferred: bool = False
    audience: tuple[Audience, ...] = ()
    eligibility: str = ""
    certificate: Certificate = Certificate.UNKNOWN
    subsidies: tuple[Subsidy, ...] = ()
    language: str = ""
    url: str = ""
    contact: str = ""
    is_sample: bool = False
    offerings: tuple[Offering, ...] = ()


def program_id(*, source_key: str | None, institution: str, title: str) -> str:
    """Return the identity of a program, stable across re-imports: 12 hexadecimal digits.

    A source's own stable code decides alone; without one, provider and title do.
    """
    parts = ("key", source_key) if source_key else ("name", institution, title)
    identity = "\x1f".join(match_form(part) for part in parts)
    return hashlib.sha256(identity.encode()).hexdigest()[:12]
