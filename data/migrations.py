"""The catalog's tables, as steps that only ever grow: a step once released never changes.

Lists are JSON text, dates ISO 8601 text; unknown is NULL or ''.
"""

from data.database import Database, Migrations

CATALOG = Migrations("catalog")

_PROGRAM_TEXTS = (
    "source",
    "program_id",
    "title",
    "institution",
    "source_key",
    "source_refs",
    "summary",
    "skills",
    "fields",
    "audience",
    "eligibility",
    "certificate",
    "subsidies",
    "language",
    "url",
    "contact",
)
_OFFERING_TEXTS = (
    "source",
    "program_id",
    "mode",
    "municipality",
    "venue",
    "time_bands",
    "start_date",
    "end_date",
    "sessions",
    "fee_note",
    "deadline",
    "status",
)
_ISSUE_TEXTS = ("file", "locator", "column", "raw", "code", "message", "advice", "severity")


@CATALOG()
def m001_sources_programs_offerings_issues(db: Database) -> None:
    """Create a table for what sources are, and one each for what they say."""
    programs = dict.fromkeys(_PROGRAM_TEXTS, str) | {"fields_inferred": int, "is_sample": int}
    offerings = dict.fromkeys(_OFFERING_TEXTS, str) | {
        "position": int,
        "total_hours": float,
        "fee_yen": int,
        "capacity": int,
    }
    db.table("sources").create({"name": str, "kind": str, "checksum": str}, pk="name")
    db.table("programs").create(programs, pk=("source", "program_id"))
    db.table("offerings").create(offerings, pk=("source", "program_id", "position"))
    db.table("issues").create(dict.fromkeys(_ISSUE_TEXTS, str))
