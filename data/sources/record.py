"""Record: what one row of a source states, as a program with a single offering, and its faults."""

from dataclasses import dataclass

from data.issue import Issue
from data.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row as read; `program` is None when the row is set aside."""

    program: Program | None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file's name and text; `is_sample` when its folder says that its programs are invented."""

    name: str
    text: str
    is_sample: bool = False
