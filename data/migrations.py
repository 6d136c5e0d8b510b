"""The catalog's tables, as steps that only ever grow: a step once released never changes."""

from data.database import Database, Migrations

CATALOG = Migrations("catalog")


@CATALOG()
def m001_sources_programs_offerings_issues(db: Database) -> None:
    """Create the four tables; lists are JSON text, dates ISO 8601 text, unknown is NULL or ''."""
    db.table("sources").create({"name": str, "kind": str, "checksum": str}, pk="name")
    db.table("programs").create(
        {
            "source": str,
            "program_id": str,
            "title": str,
            "institution": str,
            "source_key": str,
            "source_refs": str,
            "summary": str,
            "skills": str,
            "fields": str,
            "fields_inferred": int,
            "audience": str,
            "eligibility": str,
            "certificate": str,
            "subsidies": str,
            "language": str,
            "url": str,
            "contact": str,
            "is_sample": int,
        },
        pk=("source", "program_id"),
    )
    db.table("offerings").create(
        {
            "source": str,
            "program_id": str,
            "position": int,
            "mode": str,
            "municipality": str,
            "venue": str,
            "time_bands": str,
            "start_date": str,
            "end_date": str,
            "sessions": str,
            "total_hours": float,
            "fee_yen": int,
            "fee_note": str,
            "deadline": str,
            "status": str,
            "capacity": int,
        },
        pk=("source", "program_id", "position"),
    )
    db.table("issues").create(
        {
            "file": str,
            "locator": str,
            "column": str,
            "raw": str,
            "code": str,
            "message": str,
            "advice": str,
            "severity": str,
        }
    )
