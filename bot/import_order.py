"""How staff's command imports: with their own tables, and with an encoder once one is prepared.

Apart from the composition root, because answering must not wait for the libraries of imports.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot import composition
from bot.settings import Settings
from data.catalog.database import open_for_reading
from data.catalog.program_table import ProgramTable
from data.intake import ImportOrder
from data.issue import Issue
from data.program import Program
from data.sources.source import StaffKnowledge
from data.staff.column_meanings import read_column_meanings
from data.staff.corrections import Corrections, read_corrections
from index.encoder.served import ServedEncoder
from index.fields import FieldInference as EncoderFieldInference
from index.release import CATALOG_FILE
from index.tokens import Tokens

Table = TypeVar("Table")


def import_order(
    settings: Settings,
    *,
    corrections: Path | None = None,
    columns: Path | None = None,
    accept_shrinking: bool = False,
) -> ImportOrder:
    """Return how to import: what staff know, and field inference once an encoder is prepared."""
    known, issues = _staff_table(corrections, settings.corrections_file, read_corrections)
    meanings, more_issues = _staff_table(columns, settings.columns_file, read_column_meanings)
    knowledge = StaffKnowledge(
        today=settings.today(), corrections=known or Corrections(), meanings=meanings or ()
    )
    prepared = composition.encoder_folder(settings).is_dir()
    return ImportOrder(
        moment=settings.moment(),
        knowledge=knowledge,
        staff_issues=(*issues, *more_issues),
        inference=(lambda: field_inference(settings)) if prepared else None,
        accept_shrinking=accept_shrinking,
        processes=os.cpu_count() or 1,
    )


def field_inference(settings: Settings) -> EncoderFieldInference:
    """Return field inference with the prepared encoder; raises EncoderNotPrepared."""
    return EncoderFieldInference(ServedEncoder.open(composition.encoder_folder(settings)), Tokens())


def _staff_table(
    named: Path | None, usual: Path, read: Callable[[Path], tuple[Table, list[Issue]]]
) -> tuple[Table | None, list[Issue]]:
    """Read a table that staff named, or the one in its usual place where there is one."""
    if named is None and not usual.exists():
        return None, []
    return read(named or usual)


def published_programs(settings: Settings) -> list[Program]:
    """Return the programs of the release that serves; none before the first one."""
    store = composition.release_store(settings)
    if store.current_id() is None:
        return []
    database = open_for_reading(store.current_folder() / CATALOG_FILE)
    programs = list(ProgramTable(database).programs())
    database.close()
    return programs
