"""The door to the formats: a file → its sheets."""

from collections.abc import Callable, Mapping

from data.sources.formats.content import Content, Format, format_of
from data.sources.formats.delimited import read_delimited
from data.sources.formats.json_records import read_json, read_json_lines
from data.sources.formats.web_page import read_web_page
from data.sources.formats.workbook import read_workbook
from data.sources.sheet import Sheet

FORMATS: Mapping[Format, Callable[[Content], list[Sheet]]] = {
    Format.DELIMITED: read_delimited,
    Format.WORKBOOK: read_workbook,
    Format.LEGACY_WORKBOOK: read_workbook,
    Format.WEB_PAGE: read_web_page,
    Format.JSON: read_json,
    Format.JSON_LINES: read_json_lines,
}


def read_sheets(content: Content) -> list[Sheet]:
    """Return the sheets, none for a file that is no list; raise SourceUnreadable with advice.

    Rows are read while they are iterated over; whatever can make a file unreadable as a whole is
    raised here already.
    """
    found = format_of(content)
    return [] if found is None else FORMATS[found](content)
