"""What spreadsheet programs leave in a cell when it never held the value that its column wants.

The readers ask here only when they could not read a cell, so that good cells cost nothing.
"""

import re

from data.issue import Code
from data.values.bad_cell import BadCell

_ERRORS = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|#+)", re.IGNORECASE
)
_FORMULA = re.compile(r"=[^=\s]")
_BOOLEANS = frozenset({"true", "false"})
_CLOCK = re.compile(r"\d{1,4}:\d{2}(?::\d{2})?")
_DATE = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)?")


def refuse_spreadsheet_error(text: str) -> None:
    """Raise BadCell when `text` is an error value, a formula or a boolean; else do nothing."""
    if _ERRORS.match(text):
        raise BadCell(Code.SPREADSHEET_ERROR)
    if _FORMULA.match(text):
        raise BadCell(Code.FORMULA)
    if text.casefold() in _BOOLEANS:
        raise BadCell(Code.WRONG_TYPE)


def refuse_date_or_clock(text: str) -> None:
    """Raise BadCell when a cell meant for a number shows a date or a time (20 → 1900-01-20)."""
    if _CLOCK.fullmatch(text) or _DATE.fullmatch(text):
        raise BadCell(Code.SPREADSHEET_ARTEFACT)
