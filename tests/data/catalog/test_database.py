import sqlite3
from pathlib import Path

import pytest

from data.catalog.database import translated
from data.errors import CatalogBusy, CatalogDamaged, DiskFull


def test_a_catalog_that_another_command_is_changing_is_said_to_be_busy():
    with pytest.raises(CatalogBusy, match="途中"), translated(Path("catalog.db")):
        raise sqlite3.OperationalError("database is locked")


def test_a_broken_catalog_is_said_to_be_unusable():
    with pytest.raises(CatalogDamaged, match=r"catalog\.db"), translated(Path("catalog.db")):
        raise sqlite3.DatabaseError("file is not a database")


def test_a_database_that_finds_no_room_says_which():
    with pytest.raises(DiskFull, match=r"catalog\.db"), translated(Path("catalog.db")):
        raise sqlite3.OperationalError("database or disk is full")
