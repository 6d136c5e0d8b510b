"""What unusual headers mean, as staff have settled it: file, header, item.

The file may hold * and ? as in a shell; an empty one means every file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from data.columns.roles import Role
from data.columns.words import header_key
from data.issue import Code, Issue, Severity
from data.program import SourceRef
from data.staff.table import staff_rows
from data.wording import issue_at

HEADERS = ("ファイル", "見出し", "項目")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMeaning:
    """A header in some files, and what it says."""

    files: str
    header: str
    role: Role


def settled_headers(file: str, meanings: Sequence[ColumnMeaning]) -> dict[str, Role]:
    """Return the headers of a file that staff have settled, by their key (see header_key)."""
    return {
        header_key(meaning.header): meaning.role
        for meaning in meanings
        if not meaning.files or fnmatchcase(file, meaning.files)
    }


def read_column_meanings(path: Path) -> tuple[list[ColumnMeaning], list[Issue]]:
    """Read the table; a row that names no known item is reported and left out."""
    roles = {role.value: role for role in Role}
    meanings: list[ColumnMeaning] = []
    issues: list[Issue] = []
    for row in staff_rows(path, HEADERS):
        role = roles.get(row.cells["項目"])
        if role and row.cells["見出し"]:
            meanings.append(
                ColumnMeaning(files=row.cells["ファイル"], header=row.cells["見出し"], role=role)
            )
            continue
        place = SourceRef(file=row.file, locator=row.locator)
        detail = f"「{row.cells['項目']}」という項目はありません" if not role else "見出しが空です"
        issues.append(
            issue_at(place, Code.STAFF_FILE_ROW, severity=Severity.REFUSED, detail=detail)
        )
    return meanings, issues
