"""Issues as a CSV for Excel: what staff send back to the office that made the list."""

import csv
from collections.abc import Iterable
from typing import TextIO

from data.exports.spreadsheet import BYTE_ORDER_MARK, safe_cell
from data.issue import Issue
from data.wording import SEVERITIES

HEADERS = ("ファイル", "場所", "見出し", "書かれている値", "どうしたか", "わけ", "直し方", "種類")


def write_issue_sheet(issues: Iterable[Issue], file: TextIO) -> None:
    """Write one line an issue; `file` is text, opened without newline translation."""
    file.write(BYTE_ORDER_MARK)
    rows = csv.writer(file)
    rows.writerow(HEADERS)
    for issue in issues:
        cells = (
            issue.file,
            issue.locator,
            issue.column,
            issue.raw,
            SEVERITIES[issue.severity],
            issue.message,
            issue.advice,
            issue.code,
        )
        rows.writerow([safe_cell(cell) for cell in cells])
