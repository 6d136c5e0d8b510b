"""Manifest: what a release holds, from what it was built, and the checksum of every file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from index.encoder.card import checksum
from index.errors import ReleaseDamaged

MANIFEST = "manifest.json"
FORMAT_VERSION = 2  # 2: words in postings of their own, not in the catalog
ROLLBACK_HINT = "「manabi rollback」で前の版に戻すか、「manabi rebuild」で作り直してください。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The first page of a release; `acceptance` holds the figures it was accepted by.

    `changes` counts programs added, changed and removed beside the release before; `sources` tells
    when each was last imported, ISO 8601. Releases of earlier versions of the program have neither.
    """

    release_id: str
    created_at: str
    programs: int
    offerings: int
    sample_programs: int
    document_version: int
    encoder: str
    encoder_revision: str
    dimension: int
    acceptance: Mapping[str, float]
    checksums: Mapping[str, str]
    built_by: str = ""
    changes: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    format_version: int = FORMAT_VERSION

    def summary(self) -> dict[str, Any]:
        """Return it without the checksums, as `manabi releases --json` lists it."""
        return {name: value for name, value in asdict(self).items() if name != "checksums"}

    def write(self, folder: Path) -> None:
        """Write the manifest into a release folder."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read the manifest of a release folder."""
        try:
            shape: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            manifest = cls(**shape)
        except (OSError, ValueError, TypeError) as error:
            raise damaged(folder, MANIFEST) from error
        if manifest.format_version != FORMAT_VERSION:
            raise _other_format(folder)
        return manifest

    def verify(self, folder: Path) -> None:
        """Compare every file with its checksum; raises ReleaseDamaged at the first difference."""
        for name, expected in self.checksums.items():
            try:
                is_intact = checksum(folder / name) == expected
            except OSError as error:
                raise damaged(folder, name) from error
            if not is_intact:
                raise damaged(folder, name)


def damaged(folder: Path, name: str) -> ReleaseDamaged:
    """Return the error that names the broken file of a release."""
    return ReleaseDamaged(f"版 {folder.name} の {name} が壊れています。", hint=ROLLBACK_HINT)


def folder_checksums(folder: Path) -> dict[str, str]:
    """Return the checksum of every file below `folder` but the manifest, by its path inside."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): checksum(path) for path in files}


def _other_format(folder: Path) -> ReleaseDamaged:
    return ReleaseDamaged(
        f"版 {folder.name} は、いまのプログラムとは別の形でつくられていて、開けません。",
        hint="「manabi rebuild」でつくり直してください。",
    )
