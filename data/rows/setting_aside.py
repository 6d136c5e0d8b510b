"""Setting aside: which rows of a list are no courses, and why.

Silently passed over: blank lines, headings, notes and repeated headers, which say nothing of a
course. Everything else that cannot become a program is set aside with its reason.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from data.columns.columns import Columns
from data.columns.roles import Role
from data.issue import Code
from data.rows.row_cells import RowCells
from data.text import match_form
from data.values.texts import is_mojibake, mended

SUBTOTALS = frozenset({"小計", "合計", "計", "総計", "累計", "総合計", "合 計", "小 計"})
NOTE = re.compile(
    r"[※*注【(■◆●○◎▼▽◇□★☆・〔<「《＊→#\[]|.*[。:：]$|.*以上です|.*(?:以上|以下余白)$|備考|担当|問合せ|お問い合わせ"
)
HEADING = re.compile(
    r"(?:地域|地区|エリア|方面|会場|編|部門|分野|の部|一覧|講座|コース|セミナー|のご案内)$"
)
LONGEST_LONE_VALUE = 20  # characters; a longer text alone in its row is a note
EVENT_HEADER = re.compile(r"イベント|行事|催|^名称$|件名")

# What shows that somebody can apply for it.
APPLICATION = (Role.DEADLINE, Role.CAPACITY, Role.FEE, Role.TOTAL_HOURS, Role.ELIGIBILITY)
ANNOUNCEMENT, COURSE = "お知らせ・催し", "講座"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a row does not become a program."""

    code: Code
    column: str = ""
    raw: str = ""
    detail: str = ""


def says_nothing(cells: Sequence[str], columns: Columns) -> bool:
    """Tell a blank line, a heading, a note or a repeated header."""
    first = next((text for cell in cells if (text := cell.strip())), None)
    if first is None:
        return True
    if first in columns.header:
        return _is_header([text for cell in cells if (text := cell.strip())], columns)
    others = [cell for cell in cells if cell and cell != first and not cell.isspace()]
    if others and any(cell.strip() != first for cell in others):
        return False
    return cells.count(first) > 1 or _is_note(match_form(first))


def _is_note(text: str) -> bool:
    """Tell a note or a heading that stands alone in its row, from a row that was left unfilled."""
    return bool(NOTE.match(text) or HEADING.search(text) or len(text) > LONGEST_LONE_VALUE)


def _is_header(texts: Sequence[str], columns: Columns) -> bool:
    """Tell a header that is repeated after a page break, whole or in part."""
    return set(texts) <= columns.header


def width_reason(cells: Sequence[str], columns: Columns) -> Reason | None:
    """Return why a row with too many or far too few cells cannot be trusted."""
    surplus = any(cell.strip() for cell in cells[columns.width :])
    if surplus or len(cells) * 2 < columns.width:
        detail = f"見出し{columns.width}列に対して{len(cells)}列"
        return Reason(code=Code.ROW_WIDTH, raw=",".join(cells), detail=detail)
    return None


def reason_to_set_aside(cells: RowCells) -> Reason | None:
    """Return why a row of data is no program; None when it is one."""
    found = cells.first(Role.TITLE)
    header = cells.columns.by_role[Role.TITLE][0].header
    if not found:
        alone = cells.filled_count() == 1
        return Reason(code=Code.ROW_EMPTY if alone else Code.TITLE_MISSING, column=header)
    column, raw = found
    title = match_form(raw)
    if not title:
        return Reason(code=Code.TITLE_MISSING, column=header, raw=raw)
    if title in SUBTOTALS:
        return Reason(code=Code.SUBTOTAL, column=column.header, raw=raw)
    if is_mojibake(raw):
        return Reason(code=Code.MOJIBAKE, column=column.header, raw=raw, detail=mended(raw))
    sign = _sign_of_no_course(title, cells)
    if sign:
        return Reason(code=Code.NOT_A_COURSE, column=column.header, raw=raw, detail=sign)
    return None


def _sign_of_no_course(title: str, cells: RowCells) -> str:
    """Return what shows that a row announces something else than a course, or ''.

    What one can apply for is a course. Otherwise a word of announcements in the title decides,
    unless the rest of the title speaks of a course and the word does not stand at its end. In lists
    of events, a row that nobody can apply for must speak of a course at all.
    """
    if any(cells.first(role) for role in APPLICATION):
        return ""
    announced, rest = _announcement(title)
    at_the_end = bool(announced) and title.rstrip(")」】 ").endswith(announced)
    if _speaks_of_course(rest) and not at_the_end:
        return ""
    if announced:
        return announced
    texts = match_form(" ".join(raw for _, raw in cells.filled(Role.SUMMARY)))
    if _is_event_list(cells.columns) and not _speaks_of_course(_announcement(texts)[1]):
        return "申込締切・定員・受講料がなく、学ぶことも書かれていない"
    return ""


def _is_event_list(columns: Columns) -> bool:
    titles = columns.by_role[Role.TITLE]
    return Role.TOWN_CODE in columns or bool(EVENT_HEADER.search(titles[0].header))


def _read_words() -> dict[str, re.Pattern[str]]:
    table = resources.files("data.rows").joinpath("course_words.csv").read_text("utf-8")
    words: dict[str, list[str]] = {ANNOUNCEMENT: [], COURSE: []}
    for row in csv.DictReader(table.splitlines()):
        words[row["speaks_of"]].append(row["word"])
    return {
        kind: re.compile("|".join(sorted(map(re.escape, found), key=len, reverse=True)))
        for kind, found in words.items()
    }


_WORDS = _read_words()


@lru_cache(maxsize=1024)
def _announcement(text: str) -> tuple[str, str]:
    """Return the last word of announcements in a text, and the text without any."""
    found = _WORDS[ANNOUNCEMENT].findall(text)
    return (found[-1] if found else "", _WORDS[ANNOUNCEMENT].sub(" ", text))


def _speaks_of_course(text: str) -> bool:
    return bool(_WORDS[COURSE].search(text))
