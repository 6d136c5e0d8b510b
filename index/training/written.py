"""The written examples: invented programs, and requests that people might send for them.

Source: programs.jsonl and requests.jsonl beside this file, written for this project (README.md
there tells how). A tenth of the programs is held back with all their requests: nothing of them is
ever trained on, so quality can be measured on them.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Any, Final

from data.text import match_form
from data.vocabulary import Audience, Field
from index.document import Document

HELD_BACK: Final = 10  # one program in so many


class Form(StrEnum):
    """How a request is put."""

    WORD = "word"
    SHORT = "short"
    SITUATION = "situation"
    GOAL = "goal"
    EMPLOYER = "employer"
    REFUSAL = "refusal"
    CONDITIONS = "conditions"
    DIALECT = "dialect"
    PLAIN = "plain"
    TYPO = "typo"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenProgram:
    """An invented program, in the parts that are embedded."""

    program_id: str
    title: str
    fields: tuple[Field, ...]
    audience: tuple[Audience, ...]
    skills: tuple[str, ...]
    summary: str

    @property
    def is_held_back(self) -> bool:
        """Tell whether it is for measuring only; decided by its name alone."""
        return zlib.crc32(self.program_id.encode()) % HELD_BACK == 0

    @property
    def document(self) -> Document:
        """The text that is searched, as that of a program in the catalog."""
        return Document(
            document_id=self.program_id,
            title=match_form(self.title),
            keywords=match_form("、".join(self.skills)),
            labels=match_form("、".join((*self.fields, *self.audience))),
            body=match_form(self.summary),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRequest:
    """A request: `program` answers it best, `also` as well, `near` only seems to."""

    text: str
    role: str
    form: Form
    language: str
    program: str
    also: tuple[str, ...]
    near: tuple[str, ...]


def written_programs() -> dict[str, WrittenProgram]:
    """Return every invented program by its name."""
    programs = (
        WrittenProgram(
            program_id=row["id"],
            title=row["title"],
            fields=tuple(Field(one) for one in row["fields"]),
            audience=tuple(Audience(one) for one in row["audience"]),
            skills=tuple(row["skills"]),
            summary=row["summary"],
        )
        for row in _rows("programs.jsonl")
    )
    return {program.program_id: program for program in programs}


def written_requests() -> list[WrittenRequest]:
    """Return every request, in the order of the file."""
    return [
        WrittenRequest(
            text=row["text"],
            role=row["role"],
            form=Form(row["form"]),
            language=row["language"],
            program=row["program"],
            also=tuple(row["also"]),
            near=tuple(row["near"]),
        )
        for row in _rows("requests.jsonl")
    ]


def _rows(name: str) -> Iterator[dict[str, Any]]:
    text = resources.files("index.training").joinpath(name).read_text("utf-8")
    return (json.loads(line) for line in text.splitlines())
