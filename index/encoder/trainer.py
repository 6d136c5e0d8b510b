"""The trainer: how sentence-transformers' own is set up to train an adapter and nothing else.

Checkpoints hold the adapter alone, a hundredth of the model. Runs on a GPU where torch finds one.
"""

import ctypes
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from index.encoder.adapter import WEIGHTS_FILE
from index.encoder.bundled import PROMPTS
from index.encoder.example import Example, ExampleSource

if TYPE_CHECKING:
    from datasets import Dataset
    from sentence_transformers import (
        SentenceTransformer,
        SentenceTransformerTrainer,
        SentenceTransformerTrainingArguments,
    )
    from transformers import TrainerCallback

SAVE_EVERY: Final = 20  # steps; what a killed run may have to do again
WARM_UP: Final = 0.1  # share of the steps in which the learning rate rises
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3  # malloc.h
LARGEST_BLOCK: Final = 2**31 - 1  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRecipe:
    """How an adapter is trained; docs/decisions.md says why these numbers.

    `temperature` divides cosines before the softmax; `longest` cuts texts, in tokens.
    """

    rank: int = 16
    epochs: int = 1
    batch: int = 48
    learning_rate: float = 4e-4
    temperature: float = 0.02
    longest: int = 128
    seed: int = 20261125


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearers:
    """Who hears how many steps there will be, and how many more are done."""

    begin: Callable[[int], None]
    step: Callable[[int], None]


def adapter_trainer(
    model: "SentenceTransformer",
    sources: Sequence[ExampleSource],
    recipe: TrainingRecipe,
    *,
    checkpoints: Path,
    hearers: Hearers,
) -> "SentenceTransformerTrainer":
    """Return the trainer of a model whose adapter alone can be trained."""
    # Cost seconds and hundreds of MB; only training pays them.
    from sentence_transformers.sentence_transformer import losses  # noqa: PLC0415
    from transformers import PrinterCallback  # noqa: PLC0415

    _reuse_memory()
    trainer = _trainer_class()(
        model=model,
        args=_arguments(recipe, checkpoints, _prompts(sources)),
        train_dataset={one.name: _dataset(one.examples) for one in sources},
        loss=losses.MultipleNegativesRankingLoss(model, scale=1 / recipe.temperature),
        callbacks=[_reporting(hearers)],
    )
    trainer.remove_callback(PrinterCallback)  # it prints dictionaries to standard output
    return trainer


def _arguments(
    recipe: TrainingRecipe, checkpoints: Path, prompts: Mapping[str, str]
) -> "SentenceTransformerTrainingArguments":
    from sentence_transformers import SentenceTransformerTrainingArguments  # noqa: PLC0415

    return SentenceTransformerTrainingArguments(
        output_dir=str(checkpoints),
        num_train_epochs=recipe.epochs,
        per_device_train_batch_size=recipe.batch,
        learning_rate=recipe.learning_rate,
        warmup_steps=WARM_UP,
        seed=recipe.seed,
        data_seed=recipe.seed,
        batch_sampler="no_duplicates",
        multi_dataset_batch_sampler="proportional",
        prompts=dict(prompts),
        save_strategy="steps",
        save_steps=SAVE_EVERY,
        save_total_limit=2,
        logging_strategy="no",
        report_to="none",
        disable_tqdm=True,
        dataloader_pin_memory=False,
    )


def _reuse_memory() -> None:
    """Let glibc keep large blocks: fresh pages for every tensor cost more than the sums in them.

    Measured: GELU over 12 million numbers takes 0.10 s with fresh pages and 0.02 s without.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.mallopt(M_MMAP_THRESHOLD, LARGEST_BLOCK)
        libc.mallopt(M_TRIM_THRESHOLD, LARGEST_BLOCK)


def _dataset(examples: Sequence[Example]) -> "Dataset":
    """Return columns in the order the loss wants: question, answer, then distractors."""
    from datasets import Dataset  # noqa: PLC0415 - as above

    columns = {
        "question": [one.question for one in examples],
        "answer": [one.answer for one in examples],
    }
    for place, texts in enumerate(zip(*(one.distractors for one in examples), strict=True)):
        columns[f"distractor_{place}"] = list(texts)
    return Dataset.from_dict(columns)


def _prompts(sources: Sequence[ExampleSource]) -> dict[str, str]:
    """Return the prompt of every column: texts are trained as they are served."""
    most = max(len(one.examples[0].distractors) for one in sources)
    passages = ("answer", *(f"distractor_{place}" for place in range(most)))
    return {"question": PROMPTS["query"]} | dict.fromkeys(passages, PROMPTS["passage"])


def _trainer_class() -> "type[SentenceTransformerTrainer]":
    """Return a trainer that saves and loads the adapter, where the library saves whole models."""
    from peft import get_peft_model_state_dict, set_peft_model_state_dict  # noqa: PLC0415
    from safetensors.torch import load_file, save_file  # noqa: PLC0415
    from sentence_transformers import SentenceTransformerTrainer  # noqa: PLC0415

    class AdapterTrainer(SentenceTransformerTrainer):  # type: ignore[misc]
        def _save(self, output_dir: str | None = None, state_dict: object = None) -> None:  # noqa: ARG002
            folder = Path(output_dir or self.args.output_dir)
            folder.mkdir(parents=True, exist_ok=True)
            weights = get_peft_model_state_dict(self.model[0].model)
            whole = {name: tensor.contiguous() for name, tensor in weights.items()}
            save_file(whole, folder / WEIGHTS_FILE)

        def add_model_card_callback(self, default_args_dict: object) -> None:
            """Leave the library's card alone: we write our own."""

        def _load_from_checkpoint(self, checkpoint_path: str) -> None:
            weights = load_file(Path(checkpoint_path) / WEIGHTS_FILE)
            set_peft_model_state_dict(self.model[0].model, weights)

    return AdapterTrainer


def _reporting(hearers: Hearers) -> "TrainerCallback":
    from transformers import TrainerCallback  # noqa: PLC0415 - as above

    class Reporting(TrainerCallback):  # type: ignore[misc]
        def on_train_begin(self, args: object, state: Any, control: object, **_: object) -> None:  # noqa: ANN401, ARG002
            hearers.begin(state.max_steps)
            hearers.step(state.global_step)

        def on_step_end(self, args: object, state: object, control: object, **_: object) -> None:  # noqa: ARG002
            hearers.step(1)

    return Reporting()
