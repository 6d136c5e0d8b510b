"""EncoderSource: what MANABI_ENCODER means."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Self

from index.encoder.adapter import SHIPPED, AdapterCard, is_adapter
from index.encoder.card import RECIPE
from index.encoder.errors import EncoderNotFound

BUNDLED = "bundled"
MANABI = "manabi"  # the adapter that comes with the project
_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9.-]+")


class SourceKind(Enum):
    """Where a model comes from."""

    BUNDLED = auto()
    ADAPTER = auto()
    FOLDER = auto()
    HUB = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderSource:
    """A model before it is prepared; `location` is a folder's path or a hub id."""

    kind: SourceKind
    location: str

    @classmethod
    def parse(cls, setting: str) -> Self:
        """Read the setting: `manabi`, `bundled`, an existing folder, or a hub id (org/name)."""
        setting = setting.strip()
        if setting == MANABI:
            return cls(kind=SourceKind.ADAPTER, location=str(SHIPPED))
        if setting == BUNDLED:
            return cls(kind=SourceKind.BUNDLED, location=BUNDLED)
        if setting and Path(setting).is_dir():
            kind = SourceKind.ADAPTER if is_adapter(Path(setting)) else SourceKind.FOLDER
            return cls(kind=kind, location=str(Path(setting).resolve()))
        if _HUB_ID.fullmatch(setting):
            return cls(kind=SourceKind.HUB, location=setting)
        raise EncoderNotFound(
            f"エンコーダー「{setting}」を使えません。",
            hint="MANABI_ENCODER は、manabi、bundled、フォルダー、「組織/モデル名」のどれかです。",
        )

    @property
    def name(self) -> str:
        """The model's name for people."""
        in_folder = self.kind in {SourceKind.FOLDER, SourceKind.ADAPTER}
        return Path(self.location).name if in_folder else self.location

    @property
    def key(self) -> str:
        """A folder name for the prepared encoder: another model or recipe gives another name.

        Raises EncoderDamaged for an adapter without a readable card.
        """
        readable = _NOT_IN_A_NAME.sub("-", self.name).strip("-.") or "model"
        identity = "\x1f".join((RECIPE, *self._contents()))
        return f"{readable}-{hashlib.sha256(identity.encode()).hexdigest()[:8]}"

    def _contents(self) -> Iterator[str]:
        """Tell a retrained model from the old one without reading its weights.

        An adapter's card holds their checksum; a folder is known by names, sizes and times.
        """
        if self.kind is SourceKind.ADAPTER:
            yield repr(AdapterCard.read(Path(self.location)))
            return
        yield self.location
        if self.kind is SourceKind.FOLDER:
            for path in sorted(Path(self.location).rglob("*")):
                state = path.stat()
                yield f"{path} {state.st_size} {state.st_mtime_ns}"
