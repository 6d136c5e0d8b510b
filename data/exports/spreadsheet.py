"""The catalog as CSV for Excel: one line an occasion, UTF-8 with mark, nothing that computes.

The headers are those of the secretariat's own list, so that an export can be imported again. A cell
that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV Injection).
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TextIO

from data.columns.roles import Role
from data.program import Offering, Program

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

PROGRAM_COLUMNS: Mapping[str, Callable[[Program], Any]] = {
    Role.SOURCE_KEY: lambda program: program.source_key,
    Role.TITLE: lambda program: program.title,
    Role.INSTITUTION: lambda program: program.institution,
    Role.SUMMARY: lambda program: program.summary,
    Role.SKILLS: lambda program: program.skills,
    Role.FIELDS: lambda program: program.fields,
    Role.AUDIENCE: lambda program: program.audience,
    Role.ELIGIBILITY: lambda program: program.eligibility,
    Role.CERTIFICATE: lambda program: program.certificate,
    Role.SUBSIDIES: lambda program: program.subsidies,
    Role.LANGUAGE: lambda program: program.language,
    Role.URL: lambda program: program.url,
    Role.CONTACT: lambda program: program.contact,
}
OFFERING_COLUMNS: Mapping[str, Callable[[Offering], Any]] = {
    Role.MODE: lambda offering: offering.mode,
    Role.MUNICIPALITY: lambda offering: offering.municipality,
    Role.VENUE: lambda offering: offering.venue,
    Role.TIME_BANDS: lambda offering: offering.time_bands,
    Role.START_DATE: lambda offering: offering.start_date,
    Role.END_DATE: lambda offering: offering.end_date,
    Role.SCHEDULE: lambda offering: offering.sessions,
    Role.TOTAL_HOURS: lambda offering: offering.total_hours,
    Role.FEE: lambda offering: offering.fee_yen,
    Role.FEE_NOTE: lambda offering: offering.fee_note,
    Role.DEADLINE: lambda offering: offering.deadline,
    Role.STATUS: lambda offering: offering.status,
    Role.CAPACITY: lambda offering: offering.capacity,
}


def write_spreadsheet(programs: Iterable[Program], file: TextIO) -> None:
    """Write the catalog; `file` is text, opened without newline translation."""
    file.write(BYTE_ORDER_MARK)
    rows = csv.writer(file)
    rows.writerow([str(header) for header in (*PROGRAM_COLUMNS, *OFFERING_COLUMNS)])
    for program in programs:
        own = [safe_cell(_text(read(program))) for read in PROGRAM_COLUMNS.values()]
        for offering in program.offerings:
            occasion = [safe_cell(_text(read(offering))) for read in OFFERING_COLUMNS.values()]
            rows.writerow([*own, *occasion])


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a lone dash stays as it is."""
    begins = text.lstrip()
    if len(begins) > 1 and begins.startswith(FORMULA_STARTS):
        return f"'{text}"
    return text


def _text(value: Any) -> str:  # noqa: ANN401 - any value of a program
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "、".join(str(entry) for entry in value)
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, date) else str(value)
