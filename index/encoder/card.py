"""EncoderCard: what a prepared encoder is, how it was made, and the checksums of its files."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from index.encoder.errors import EncoderDamaged, EncoderNotPrepared

CARD = "card.json"
# How a served folder is made; raise the number whenever a change could change a vector.
RECIPE = "int8-dynamic-per-token-2"
PREPARE_HINT = "「manabi encoder prepare」で準備し直してください。"


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderCard:
    """`revision` changes whenever a vector could: weights, tokenizer, prefixes, preparation."""

    name: str
    revision: str
    source: str
    dimension: int
    max_tokens: int
    query_prefix: str
    passage_prefix: str
    quantization: str
    checksums: Mapping[str, str]

    def write(self, folder: Path) -> None:
        """Write the card into the folder of a prepared encoder."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2)
        (folder / CARD).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "EncoderCard":
        """Read the card; raises EncoderNotPrepared without one, EncoderDamaged when unreadable."""
        path = folder / CARD
        if not path.is_file():
            raise EncoderNotPrepared(
                f"準備のできたエンコーダーが {folder} にありません。", hint=PREPARE_HINT
            )
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise _damaged(path) from error

    def verify(self, folder: Path) -> None:
        """Compare every file with its checksum; raises EncoderDamaged at the first difference."""
        for name, expected in self.checksums.items():
            path = folder / name
            if not path.is_file() or checksum(path) != expected:
                raise _damaged(path)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _damaged(path: Path) -> EncoderDamaged:
    return EncoderDamaged(
        f"エンコーダーのファイル {path} が壊れています。",
        hint=f"{path.parent} を消してから、{PREPARE_HINT}",
    )
