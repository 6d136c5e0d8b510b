"""Issue: something wrong in a source, told so that a person can mend it at its place."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """What was done with the bad cell, row or file."""

    NOTED = "noted"  # nothing is lost; a person should look at it
    KEPT_WITH_UNKNOWN = "kept_with_unknown"  # the row is in the catalog, the value is unknown
    QUARANTINED = "quarantined"  # the row is set aside
    REFUSED = "refused"  # the file is not read at all


class Code(StrEnum):
    """What is wrong; data.wording has a sentence and advice for each."""

    # a cell's value
    DATE_UNREADABLE = "date_unreadable"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_OUT_OF_RANGE = "date_out_of_range"
    DATE_UNDECIDED = "date_undecided"
    PERIOD_INCOMPLETE = "period_incomplete"
    END_BEFORE_START = "end_before_start"
    TIME_IMPOSSIBLE = "time_impossible"
    FEE_UNREADABLE = "fee_unreadable"
    FEE_NEGATIVE = "fee_negative"
    FEE_CURRENCY = "fee_currency"
    HOURS_UNREADABLE = "hours_unreadable"
    HOURS_UNIT = "hours_unit"
    HOURS_OUT_OF_RANGE = "hours_out_of_range"
    COUNT_UNREADABLE = "count_unreadable"
    COUNT_OUT_OF_RANGE = "count_out_of_range"
    SPREADSHEET_ARTEFACT = "spreadsheet_artefact"
    SPREADSHEET_ERROR = "spreadsheet_error"
    FORMULA = "formula"
    WRONG_TYPE = "wrong_type"
    URL_UNSAFE = "url_unsafe"
    MUNICIPALITY_UNKNOWN = "municipality_unknown"
    WORD_UNKNOWN = "word_unknown"
    BENEFIT_EXPIRED = "benefit_expired"
    COORDINATES_SWAPPED = "coordinates_swapped"
    # a cell's text
    CONTROL_CHARACTERS = "control_characters"
    MARKUP_REMOVED = "markup_removed"
    TEXT_TOO_LONG = "text_too_long"
    UNDECODABLE_BYTES = "undecodable_bytes"
    PERSONAL_DATA = "personal_data"
    # a row
    TITLE_MISSING = "title_missing"
    INSTITUTION_MISSING = "institution_missing"
    ROW_EMPTY = "row_empty"
    ROW_WIDTH = "row_width"
    ROW_REPEATED = "row_repeated"
    MOJIBAKE = "mojibake"
    SUBTOTAL = "subtotal"
    NOT_A_COURSE = "not_a_course"
    KEY_REUSED = "key_reused"
    QUOTE_UNCLOSED = "quote_unclosed"
    BROKEN_JSON = "broken_json"
    NOT_A_RECORD = "not_a_record"
    # a column or a file
    COLUMN_UNUSED = "column_unused"
    SOURCE_UNCLAIMED = "source_unclaimed"
    SOURCE_SHRANK = "source_shrank"
    SOURCE_VANISHED = "source_vanished"
    # several sources
    SOURCES_DISAGREE = "sources_disagree"
    # what staff decided
    CORRECTION_APPLIED = "correction_applied"
    CORRECTION_UNMATCHED = "correction_unmatched"
    STAFF_FILE_ROW = "staff_file_row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A fault with its place (`R12` is the 12th record of the file), raw value and advice."""

    file: str
    locator: str
    column: str
    raw: str
    code: str
    message: str
    advice: str
    severity: Severity

    def to_json(self) -> dict[str, Any]:
        """Return the issue in the shape of `manabi catalog import --json`."""
        return asdict(self)
