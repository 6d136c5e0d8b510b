"""The catalog's tables, as steps that only ever grow: a step once released never changes.

A program or listing is kept as one JSON text in the catalog's shape (data.shape); lists are JSON.
"""

from data.catalog.database import Database, Migrations

CATALOG = Migrations("catalog")
PROGRAMS = Migrations("programs")  # what a release needs of the catalog

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


@CATALOG()
def m002_listings_rows_and_programs_put_together(db: Database) -> None:
    """Keep raw rows, what each source lists, and the programs that follow; lists are read anew."""
    for table in ("programs", "offerings", "sources", "issues"):
        db.table(table).drop()
    db.table("sources").create(
        {"name": str, "kind": str, "checksum": str, "folder": str, "programs": int}, pk="name"
    )
    db.table("rows").create({"source": str, "locator": str, "listing": str, "cells": str})
    db.table("listings").create(
        {"listing": str, "source": str, "shape": str}, pk=("listing", "source")
    )
    create_programs(db)
    db.table("issues").create(dict.fromkeys(_ISSUE_TEXTS, str))
    for table, column in (("rows", "source"), ("listings", "source"), ("issues", "file")):
        db.table(table).create_index([column])


@CATALOG()
def m003_identity_history_and_inferred_fields(db: Database) -> None:
    """Remember which program a listing belongs to, what each program was, and inferred fields."""
    db.table("identities").create({"listing": str, "program_id": str}, pk="listing")
    db.table("history").create({"program_id": str, "at": str, "change": str, "shape": str})
    db.table("history").create_index(["program_id"])
    db.table("inferred_fields").create({"text_hash": str, "fields": str}, pk="text_hash")


@CATALOG()
def m004_when_each_source_was_imported(db: Database) -> None:
    """Remember when each source was last read; empty for those read before."""
    db.table("sources").add_column("imported_at", str, not_null_default="")


@PROGRAMS()
def m001_programs(db: Database) -> None:
    """Create the table of programs."""
    create_programs(db)


def create_programs(db: Database) -> None:
    """Create the table of programs, each as one text in the catalog's shape."""
    db.table("programs").create({"program_id": str, "shape": str}, pk="program_id")
