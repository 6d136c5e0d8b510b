"""Adapter: a small correction of the bundled encoder's weights, with the card that explains it.

A folder of PEFT's kind (`adapter_config.json`, `adapter_model.safetensors`) and `card.json` beside
them. An adapter fits one base alone: the card names its checksum. `manabi/` here is the one that
comes with the project; `adapter_training` makes others.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from index.encoder import bundled
from index.encoder.card import checksum
from index.encoder.errors import EncoderDamaged, EncoderUnsuitable, PreparationToolsMissing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

CONFIG_FILE: Final = "adapter_config.json"
WEIGHTS_FILE: Final = "adapter_model.safetensors"
CARD_FILE: Final = "card.json"
FILES: Final = (CONFIG_FILE, WEIGHTS_FILE)
SHIPPED: Final = Path(str(resources.files("index.encoder").joinpath("manabi")))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPart:
    """Examples of one source that an adapter learned from; `sha256` is that of their texts."""

    name: str
    examples: int
    licence: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterCard:
    """What an adapter corrects, what it learned from and how; enough to make it again.

    `checksums` are those of the adapter's own two files, `base_sha256` that of the base's data.
    """

    base: str
    base_sha256: str
    command: str
    recipe: Mapping[str, Any]
    steps: int
    parts: tuple[TrainingPart, ...]
    versions: Mapping[str, str]
    checksums: Mapping[str, str]

    def write(self, folder: Path) -> None:
        """Write the card into the folder of an adapter."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2)
        (folder / CARD_FILE).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "AdapterCard":
        """Read the card; raises EncoderDamaged when it is missing or unreadable."""
        try:
            known = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
            parts = tuple(TrainingPart(**part) for part in known.pop("parts"))
            return cls(parts=parts, **known)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise _damaged(folder) from error

    def verify(self, folder: Path) -> None:
        """Compare both files with their checksums; raises EncoderDamaged when one differs."""
        for name in FILES:
            path = folder / name
            if not path.is_file() or checksum(path) != self.checksums.get(name):
                raise _damaged(folder)


def is_adapter(folder: Path) -> bool:
    """Tell an adapter's folder from a whole model's."""
    return (folder / CONFIG_FILE).is_file()


def merge_adapter(model: "SentenceTransformer", folder: Path) -> None:
    """Add the adapter in `folder` to the weights of the bundled model, in place.

    Raises EncoderDamaged when a file is not as its card says, EncoderUnsuitable when it was made
    for another base.
    """
    card = AdapterCard.read(folder)
    card.verify(folder)
    if card.base_sha256 != bundled.SHA256:
        raise EncoderUnsuitable(
            f"アダプター {folder} は、いまの bundled とは別のモデル用です。",
            hint="「manabi encoder train」で、いまのモデル用につくり直してください。",
        )
    try:
        from peft import PeftModel  # noqa: PLC0415 - costs seconds; only preparation pays them
    except ModuleNotFoundError as error:
        raise PreparationToolsMissing("peft") from error
    model[0].model = PeftModel.from_pretrained(model[0].model, str(folder)).merge_and_unload()


def _damaged(folder: Path) -> EncoderDamaged:
    return EncoderDamaged(
        f"アダプター {folder} のファイルが、そろっていないか、壊れています。",
        hint="入手し直すか、「manabi encoder train」でつくり直してください。",
    )
