"""What can go wrong, told so that a person knows whose turn it is.

ManabiError              one Japanese line, a hint, a code and whose fault it is
├── CatalogMissing       staff: nothing was imported yet
├── SourceUnreadable     staff: a file cannot be read at all
├── NotInCatalog         staff: no such source or program is known
├── StaffTableUnreadable staff: their own table of corrections or columns cannot be used
├── CatalogBusy          outside: another command is changing the catalog
├── DiskFull             outside: there is no room to write
└── CatalogDamaged       outside: the catalog file is broken or the disk failed

The other folders grow their own branches from ManabiError; turning a fault into an exit status or
an HTTP status is the adapter's business.
"""

from enum import Enum
from typing import ClassVar


class Fault(Enum):
    """Whose turn it is."""

    REFUSED = "refused"  # nobody's: the honest answer is no
    INPUT = "input"  # the person's who asked or the file's
    OUTSIDE = "outside"  # disk, database, network, LINE


class ManabiError(Exception):
    """An expected failure; `message` and `hint` are Japanese sentences for the person."""

    fault: ClassVar[Fault] = Fault.OUTSIDE
    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class CatalogMissing(ManabiError):
    """No catalog has been made yet, or it holds no program."""

    fault = Fault.INPUT
    code = "catalog_missing"


class SourceUnreadable(ManabiError):
    """A source cannot be read as any known kind; nothing was changed."""

    fault = Fault.INPUT
    code = "source_unreadable"


class NotInCatalog(ManabiError):
    """A source or program that was named is not in the catalog; nothing was changed."""

    fault = Fault.INPUT
    code = "not_in_catalog"


class StaffTableUnreadable(ManabiError):
    """A table that staff keep (corrections, columns) cannot be used; nothing was changed."""

    fault = Fault.INPUT
    code = "staff_table_unreadable"


class CatalogDamaged(ManabiError):
    """The catalog database cannot be used."""

    fault = Fault.OUTSIDE
    code = "catalog_damaged"


class DiskFull(ManabiError):
    """There is no room to write; what was there before stays as it was."""

    fault = Fault.OUTSIDE
    code = "disk_full"

    def __init__(self, place: str) -> None:
        super().__init__(
            f"ディスクがいっぱいで、{place} に書けません。",
            hint="前の内容はそのままです。空きをつくって、もう一度どうぞ。",
        )


class CatalogBusy(ManabiError):
    """Another command is changing the catalog; nothing was changed by this one."""

    fault = Fault.OUTSIDE
    code = "catalog_busy"
