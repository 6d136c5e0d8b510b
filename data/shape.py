"""The catalog shape: a program as JSON values, for exports, storage and releases.

Dates are ISO 8601 strings; unknown is null, "" or []. The two directions are inverses.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import orjson

from data.program import Offering, Program, SourceRef
from data.vocabulary import (
    Audience,
    Certificate,
    Field,
    Mode,
    Status,
    Subsidy,
    TimeBand,
)

OFFERING_DATES = ("start_date", "end_date", "deadline")


def program_to_json(program: Program) -> dict[str, Any]:
    """Return `program` in the catalog shape, offerings and source references included."""
    nested = {
        "source_refs": [_plain(ref) for ref in program.source_refs],
        "offerings": [offering_to_json(offering) for offering in program.offerings],
    }
    return {
        name: nested[name] if name in nested else _plain_value(getattr(program, name))
        for name in _NAMES[Program]
    }


def offering_to_json(offering: Offering) -> dict[str, Any]:
    """Return `offering` in the catalog shape; an unknown date is an empty string."""
    shape = _plain(offering)
    return shape | {name: shape[name] or "" for name in OFFERING_DATES}


def program_from_json(shape: Mapping[str, Any]) -> Program:
    """Build a program from the catalog shape; keys that it does not know raise TypeError."""
    values = dict(shape) | {
        "source_refs": tuple(SourceRef(**ref) for ref in shape["source_refs"]),
        "skills": tuple(shape["skills"]),
        "fields": tuple(Field(word) for word in shape["fields"]),
        "audience": tuple(Audience(word) for word in shape["audience"]),
        "certificate": Certificate(shape["certificate"]),
        "subsidies": tuple(Subsidy(word) for word in shape["subsidies"]),
        "fields_inferred": bool(shape["fields_inferred"]),
        "is_sample": bool(shape["is_sample"]),
        "offerings": tuple(offering_from_json(offering) for offering in shape["offerings"]),
    }
    return Program(**values)


def offering_from_json(shape: Mapping[str, Any]) -> Offering:
    """Build an offering from the catalog shape."""
    values = dict(shape) | {
        "mode": Mode(shape["mode"]),
        "time_bands": tuple(TimeBand(word) for word in shape["time_bands"]),
        "status": Status(shape["status"]),
    }
    for name in OFFERING_DATES:
        values[name] = date.fromisoformat(shape[name]) if shape[name] else None
    return Offering(**values)


def program_to_text(program: Program) -> str:
    """Return a program as JSON text; like the catalog's shape, but an unknown date is null."""
    return orjson.dumps(program).decode()


def program_from_text(text: str) -> Program:
    """Build a program from its JSON text."""
    return program_from_json(orjson.loads(text))


def _plain(record: Program | Offering | SourceRef) -> dict[str, Any]:
    return {name: _plain_value(getattr(record, name)) for name in _NAMES[type(record)]}


def _plain_value(value: object) -> object:
    if value is None or type(value) in _JSON_TYPES:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain_value(entry) for entry in value]
    return str(value)  # a word of a vocabulary


_NAMES = {
    kind: tuple(field.name for field in fields(kind)) for kind in (Program, Offering, SourceRef)
}
_JSON_TYPES = frozenset({str, int, float, bool})
