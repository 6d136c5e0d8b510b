"""Columns: the roles of a sheet's columns, once its header is understood."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data.columns.roles import Role
from data.columns.words import HeaderPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its place (from 0), its header as a person reads it, and what it says."""

    index: int
    header: str
    role: Role | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """All columns of a sheet; `blank_is_open` says that an empty 申込状況 means 募集中."""

    width: int
    all: tuple[Column, ...]
    header: frozenset[str] = frozenset()  # what the header rows say, to know them when repeated
    blank_is_open: bool = False
    by_role: Mapping[Role, tuple[Column, ...]] = field(init=False, repr=False, compare=False)
    names: tuple[str, ...] = field(init=False, repr=False, compare=False)  # one for each, unique

    def __post_init__(self) -> None:
        by_role: dict[Role, tuple[Column, ...]] = {}
        for column in self.all:
            if column.role:
                by_role[column.role] = (*by_role.get(column.role, ()), column)
        object.__setattr__(self, "by_role", by_role)
        object.__setattr__(self, "names", tuple(_unique_names(self.all)))

    def __contains__(self, role: Role) -> bool:
        return role in self.by_role

    @property
    def unrecognised(self) -> Iterator[Column]:
        """Yield the columns that have a header which nobody understood."""
        return (column for column in self.all if column.role is None and column.header)


def _unique_names(columns: Iterable[Column]) -> Iterator[str]:
    """Yield a name for every column: its header, with its place where that is missing or taken."""
    taken = {""}
    for column in columns:
        place = f"{column.index + 1}列目"
        name = column.header if column.header not in taken else f"{column.header}({place})"
        taken.add(name)
        yield name if column.header else place


def header_text(path: HeaderPath) -> str:
    """Return a header as a person reads it: its own words, after its group's where it has one."""
    own = [part.strip() for part in path if part.strip()]
    return "/".join(dict.fromkeys(" ".join(part.split()) for part in own))
