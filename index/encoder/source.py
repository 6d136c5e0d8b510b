"""EncoderSource: what MANABI_ENCODER means."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Self

from index.encoder.card import RECIPE
from index.encoder.errors import EncoderNotFound

BUNDLED = "bundled"
_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9.-]+")


class SourceKind(Enum):
    """Where a model comes from."""

    BUNDLED = auto()
    FOLDER = auto()
    HUB = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderSource:
    """A model before it is prepared; `location` is a folder's path or a hub id."""

    kind: SourceKind
    location: str

    @classmethod
    def parse(cls, setting: str) -> Self:
        """Read the setting: `bundled`, an existing folder, or a hub id such as org/name."""
        setting = setting.strip()
        if setting == BUNDLED:
            return cls(kind=SourceKind.BUNDLED, location=BUNDLED)
        if setting and Path(setting).is_dir():
            return cls(kind=SourceKind.FOLDER, location=str(Path(setting).resolve()))
        if _HUB_ID.fullmatch(setting):
            return cls(kind=SourceKind.HUB, location=setting)
        raise EncoderNotFound(
            f"MANABI_ENCODER の値「{setting}」を使えません。",
            hint="bundled、モデルのフォルダー、または「組織/モデル名」を書いてください。",
        )

    @property
    def name(self) -> str:
        """The model's name for people."""
        return Path(self.location).name if self.kind is SourceKind.FOLDER else self.location

    @property
    def key(self) -> str:
        """A folder name for the prepared encoder: another model or recipe gives another name."""
        readable = _NOT_IN_A_NAME.sub("-", self.name).strip("-.") or "model"
        identity = "\x1f".join((RECIPE, self.location, *self._contents()))
        return f"{readable}-{hashlib.sha256(identity.encode()).hexdigest()[:8]}"

    def _contents(self) -> Iterator[str]:
        """Tell a retrained folder from the old one by names, sizes and times, not by reading."""
        if self.kind is SourceKind.FOLDER:
            for path in sorted(Path(self.location).rglob("*")):
                state = path.stat()
                yield f"{path} {state.st_size} {state.st_mtime_ns}"
