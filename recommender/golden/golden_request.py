"""GoldenRequest: a request and the programs of which one must come up, from a staff's table."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.errors import StaffTableUnreadable
from data.program import Program
from data.staff.table import StaffRow, staff_rows
from data.text import match_form
from recommender.request import Role

HEADERS: Final = ("相談", "立場", "講座")
ROLES: Final[Mapping[str, Role]] = {
    "": Role.LEARNER,
    "学ぶ人": Role.LEARNER,
    "個人": Role.LEARNER,
    "企業": Role.EMPLOYER,
    "会社": Role.EMPLOYER,
    **{role.value: role for role in Role},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenRequest:
    """A request; `programs` are codes, ids or titles in match form, of which one is enough."""

    text: str
    role: Role
    programs: frozenset[str]

    def expects(self, program: Program) -> bool:
        """Tell whether a program is one of those that answer the request."""
        names = (program.program_id, program.source_key or "", program.title)
        return not self.programs.isdisjoint(match_form(name) for name in names if name)


def golden_requests(path: Path) -> tuple[GoldenRequest, ...]:
    """Read the table; rows of the same request add up. Raises StaffTableUnreadable."""
    expected: dict[tuple[str, Role], set[str]] = {}
    for row in staff_rows(path, HEADERS):
        text, program = _filled(row, "相談"), _filled(row, "講座")
        expected.setdefault((text, _role(row)), set()).add(match_form(program))
    return tuple(
        GoldenRequest(text=text, role=role, programs=frozenset(programs))
        for (text, role), programs in expected.items()
    )


def _filled(row: StaffRow, header: str) -> str:
    value = row.cells[header]
    if not value:
        raise StaffTableUnreadable(
            f"{row.file} の {row.locator} の「{header}」が空です。",
            hint="「相談」には文を、「講座」には講座コードか講座名をひとつ書いてください。",
        )
    return value


def _role(row: StaffRow) -> Role:
    role = ROLES.get(match_form(row.cells["立場"]))
    if role is None:
        raise StaffTableUnreadable(
            f"{row.file} の {row.locator} の「立場」が「{row.cells['立場']}」です。",
            hint="「学ぶ人」か「企業」と書いてください。空なら「学ぶ人」です。",
        )
    return role
