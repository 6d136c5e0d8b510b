"""Preparation: a sentence-transformers model → a small folder that serves without it.

The whole pipeline (transformer, pooling, dense layers, normalisation) becomes one ONNX graph with
int8 weights, one scale a channel. Everything heavy is imported inside the functions.
"""

import hashlib
import logging
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from index.encoder.bundled import SOURCE, save_bundled
from index.encoder.card import EncoderCard, checksum
from index.encoder.errors import EncoderUnsuitable, PreparationToolsMissing
from index.encoder.model import load_model
from index.encoder.served import MODEL_FILE, OUTPUT, TOKENIZER_FILE, ServedEncoder
from index.encoder.source import EncoderSource, SourceKind

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

RECIPE = "onnx-int8-per-channel-1"  # raise the number whenever preparation changes a vector
LEAST_AGREEMENT = 0.98  # cosine between the model's own vector and the served one
PROBES = (
    "簿記を基礎から学びたい",
    "介護の資格を土日にとる",
    "Excel for beginners",
    "さくらんぼの加工と販売",
)
LONGEST_INPUT = 512  # pieces; what the served graph is allowed, whatever the model claims


class Step(Enum):
    """The steps of a preparation, in order."""

    LOAD = auto()
    EXPORT = auto()
    QUANTIZE = auto()
    CHECK = auto()


def prepare_encoder(
    source: EncoderSource, folder: Path, *, on_step: Callable[[Step], None]
) -> EncoderCard:
    """Prepare a model into `folder`, which appears only when it is complete and checked.

    Raises EncoderNotFound, PreparationToolsMissing or EncoderUnsuitable.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch_folder = tempfile.TemporaryDirectory(prefix=".preparing-", dir=folder.parent)
    with scratch_folder as scratch, _quiet_libraries():
        building = Path(scratch) / "served"
        building.mkdir()
        on_step(Step.LOAD)
        model = _loaded(source, Path(scratch) / "original")
        on_step(Step.EXPORT)
        exported = Path(scratch) / "exported.onnx"
        _export(model, exported)
        on_step(Step.QUANTIZE)
        _quantize(exported, building / MODEL_FILE)
        _save_tokenizer(model, building / TOKENIZER_FILE)
        card = _card(source, model, building)
        card.write(building)
        on_step(Step.CHECK)
        _check_agreement(model, building)
        shutil.rmtree(folder, ignore_errors=True)
        building.rename(folder)
    return card


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Keep the libraries' advice to their own developers off the staff's terminal."""
    # Loading is what hides behind this import, see the module's docstring.
    from huggingface_hub.utils.tqdm import disable_progress_bars  # noqa: PLC0415
    from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

    disable_progress_bars()
    disable_progress_bar()
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging.NOTSET)


def _loaded(source: EncoderSource, scratch: Path) -> "SentenceTransformer":
    if source.kind is SourceKind.HUB:
        return load_model(source.location)
    if source.kind is SourceKind.FOLDER:
        return load_model(Path(source.location))
    save_bundled(scratch)
    return load_model(scratch)


def _export(model: "SentenceTransformer", path: Path) -> None:
    """Write the pipeline as ONNX with any number of texts and pieces."""
    import torch  # noqa: PLC0415 - costs seconds and hundreds of MB; only preparation pays them

    class Pipeline(torch.nn.Module):  # type: ignore[misc]
        """The model with tensors in and out instead of dictionaries."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: object, attention_mask: object) -> object:
            """Return float32 (n, d)."""
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            return self.model(features)[OUTPUT]

    pieces = torch.ones((2, 7), dtype=torch.int64)
    axes = {0: torch.export.Dim("texts"), 1: torch.export.Dim("pieces")}
    program = torch.onnx.export(
        Pipeline().eval(),
        (pieces, torch.ones_like(pieces)),
        input_names=["input_ids", "attention_mask"],
        output_names=[OUTPUT],
        dynamic_shapes={"input_ids": axes, "attention_mask": axes},
        dynamo=True,
        verbose=False,
    )
    program.save(str(path), external_data=True)


def _quantize(exported: Path, path: Path) -> None:
    """Turn the weights into int8 with one scale a channel; activations are scaled as they come."""
    try:
        from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415 - needs onnx
    except ModuleNotFoundError as error:
        raise PreparationToolsMissing(error.name or "onnx") from error
    quantize_dynamic(exported, path, weight_type=QuantType.QInt8, per_channel=True)


def _save_tokenizer(model: "SentenceTransformer", path: Path) -> None:
    backend = getattr(model.tokenizer, "backend_tokenizer", None)
    if backend is None:
        raise EncoderUnsuitable(
            "このモデルのトークナイザーは配信用の形にできません。",
            hint="tokenizer.json を持つモデルを選んでください。",
        )
    backend.save(str(path))


def _card(source: EncoderSource, model: "SentenceTransformer", folder: Path) -> EncoderCard:
    checksums = {name: checksum(folder / name) for name in (MODEL_FILE, TOKENIZER_FILE)}
    query, passage = _prefix(model.prompts, "query"), _prefix(model.prompts, "passage", "document")
    identity = "\x1f".join((RECIPE, *checksums.values(), query, passage))
    return EncoderCard(
        name=source.name,
        revision=hashlib.sha256(identity.encode()).hexdigest()[:16],
        source=SOURCE if source.kind is SourceKind.BUNDLED else source.location,
        dimension=int(model.get_embedding_dimension()),
        max_tokens=min(model.max_seq_length or LONGEST_INPUT, LONGEST_INPUT),
        query_prefix=query,
        passage_prefix=passage,
        quantization=RECIPE,
        checksums=checksums,
    )


def _prefix(prompts: Mapping[str, str], *names: str) -> str:
    """Return the model's own prompt under the first name it knows; none is invented."""
    return next((prompts[name] for name in names if prompts.get(name)), "")


def _check_agreement(model: "SentenceTransformer", folder: Path) -> None:
    """Compare the served vectors with the model's own before anything is published."""
    served = ServedEncoder.open(folder)
    prefixed = [served.card.query_prefix + text for text in PROBES]
    own = model.encode(prefixed, prompt="", normalize_embeddings=True)
    cosines = (own * served.encode_queries(PROBES).rows).sum(axis=1)
    if cosines.min() < LEAST_AGREEMENT:
        raise EncoderUnsuitable(
            f"配信用の形にすると、もとのモデルと結果が合いません(一致度 {cosines.min():.3f})。",
            hint="別のモデルを選ぶか、MANABI_ENCODER=bundled をお使いください。",
        )
