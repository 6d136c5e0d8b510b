"""RowCells: one row while it is being read, its cells by role, and the faults found so far."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from data.columns.columns import Column, Columns
from data.columns.roles import Role
from data.issue import Code, Issue, Severity
from data.program import SourceRef
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.texts import clean_text
from data.wording import issue_at

Value = TypeVar("Value")

# What cleaning did to a text: nothing else of it is lost.
_CLEANED = Severity.NOTED


class RowCells:
    """The cells of a row; every look at a cell reports what is wrong with it, once."""

    def __init__(self, place: SourceRef, columns: Columns, cells: Sequence[str]) -> None:
        self.place = place
        self.columns = columns
        self._cells = cells
        self._found: dict[tuple[Code, str], Issue] = {}
        self._by_role: dict[Role, list[tuple[Column, str]]] = {}
        for column, raw in zip(columns.all, cells, strict=False):
            if raw and column.role and not raw.isspace():
                self._by_role.setdefault(column.role, []).append((column, raw))

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Return the faults found so far."""
        return tuple(self._found.values())

    def with_cells(self, changes: dict[int, str]) -> "RowCells":
        """Return the same row with some cells replaced; faults are shared."""
        width = max(self.columns.width, len(self._cells))
        padded = [*self._cells, *[""] * (width - len(self._cells))]
        cells = [changes.get(index, cell) for index, cell in enumerate(padded)]
        return self._twin(self.columns, cells)

    def below(self, columns: Columns) -> "RowCells":
        """Return the same row below other columns; faults are shared."""
        return self._twin(columns, self._cells)

    def _twin(self, columns: Columns, cells: Sequence[str]) -> "RowCells":
        twin = RowCells(self.place, columns, cells)
        twin._found = self._found
        return twin

    def filled_count(self) -> int:
        """Return how many cells of the row hold anything."""
        return sum(bool(cell.strip()) for cell in self._cells)

    def filled(self, role: Role) -> Sequence[tuple[Column, str]]:
        """Return the columns of a role that hold anything in this row, with their raw cells."""
        return self._by_role.get(role, ())

    def first(self, role: Role) -> tuple[Column, str] | None:
        """Return the first filled cell of a role."""
        found = self._by_role.get(role)
        return found[0] if found else None

    def raw(self, role: Role) -> str:
        """Return the first filled cell of a role as it stands in the file."""
        found = self.first(role)
        return found[1] if found else ""

    def matched(self, role: Role) -> str:
        """Return the first filled cell of a role in match form."""
        found = self.first(role)
        return self.matchable(*found) if found else ""

    def matchable(self, column: Column, raw: str) -> str:
        """Return a cell in match form, without markup, which could otherwise end in a note."""
        return match_form(self.cleaned(column, raw) if "<" in raw else raw)

    def texts(self, role: Role) -> list[str]:
        """Return the filled cells of a role, fit for a person's eyes."""
        return [text for column, raw in self.filled(role) if (text := self.cleaned(column, raw))]

    def text(self, role: Role) -> str:
        """Return the first filled cell of a role, fit for a person's eyes."""
        found = self.first(role)
        return self.cleaned(*found) if found else ""

    def cleaned(self, column: Column, raw: str) -> str:
        """Return a cell fit for a person's eyes, and report what had to be taken out."""
        clean = clean_text(raw)
        for code in clean.faults:
            self.report(code, column.header, raw, severity=_CLEANED)
        return clean.text

    def value(self, role: Role, read: Callable[[str], Value]) -> Value | None:
        """Read the first filled cell of a role; None when there is none or it cannot be read."""
        found = self.first(role)
        if not found:
            return None
        column, raw = found
        try:
            return read(self.matchable(column, raw))
        except BadCell as fault:
            self.report(fault.code, column.header, raw, detail=fault.detail)
            return None

    def report(
        self,
        code: Code,
        column: str = "",
        raw: str = "",
        *,
        severity: Severity = Severity.KEPT_WITH_UNKNOWN,
        detail: str = "",
    ) -> None:
        """Remember a fault; the same one in the same column counts once."""
        issue = issue_at(self.place, code, column=column, raw=raw, severity=severity, detail=detail)
        self._found.setdefault((code, column), issue)
