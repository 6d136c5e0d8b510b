"""Difference: what the programs of one catalog would change against those of another."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from data.program import Offering, Program
from data.shape import offering_to_json, program_to_json

# How a program was found is no change of the program.
UNCOMPARED = frozenset({"program_id", "source_refs", "offerings"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field's value before and after, in the catalog's shape; an occasion is `offerings[0]`."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramChange:
    """A program that is different; `before` and `after` are the same program."""

    program: Program
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What would be added, changed and removed, each ordered by identity."""

    added: tuple[Program, ...]
    changed: tuple[ProgramChange, ...]
    removed: tuple[Program, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the difference in the shape of `manabi catalog diff --json`."""
        return {
            "added": [_named(program) for program in self.added],
            "changed": [
                _named(change.program)
                | {
                    "changes": [
                        {"field": c.field, "before": c.before, "after": c.after}
                        for c in change.changes
                    ]
                }
                for change in self.changed
            ],
            "removed": [_named(program) for program in self.removed],
        }


def difference(before: Iterable[Program], after: Iterable[Program]) -> Difference:
    """Compare two catalogs program by program."""
    old = {program.program_id: program for program in before}
    new = {program.program_id: program for program in after}
    both = sorted(name for name in old.keys() & new.keys() if old[name] != new[name])
    changed = (
        ProgramChange(program=new[name], changes=_changes(old[name], new[name])) for name in both
    )
    return Difference(
        added=tuple(new[name] for name in sorted(new.keys() - old.keys())),
        changed=tuple(change for change in changed if change.changes),
        removed=tuple(old[name] for name in sorted(old.keys() - new.keys())),
    )


def _changes(before: Program, after: Program) -> tuple[FieldChange, ...]:
    old, new = program_to_json(before), program_to_json(after)
    own = [
        FieldChange(field=field.name, before=old[field.name], after=new[field.name])
        for field in fields(Program)
        if field.name not in UNCOMPARED and old[field.name] != new[field.name]
    ]
    return (*own, *_offering_changes(before.offerings, after.offerings))


def _offering_changes(
    before: tuple[Offering, ...], after: tuple[Offering, ...]
) -> list[FieldChange]:
    """Compare occasions in their order; one that only one side has is compared with nothing."""
    changes: list[FieldChange] = []
    for index in range(max(len(before), len(after))):
        old = offering_to_json(before[index]) if index < len(before) else {}
        new = offering_to_json(after[index]) if index < len(after) else {}
        changes += [
            FieldChange(
                field=f"offerings[{index}].{field.name}",
                before=old.get(field.name),
                after=new.get(field.name),
            )
            for field in fields(Offering)
            if old.get(field.name) != new.get(field.name)
        ]
    return changes


def _named(program: Program) -> dict[str, Any]:
    return {
        "program_id": program.program_id,
        "title": program.title,
        "institution": program.institution,
    }
