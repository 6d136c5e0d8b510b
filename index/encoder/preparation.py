"""Preparation: a sentence-transformers model → a small folder that serves without it.

Tells the story and keeps it safe: everything is built and checked in a scratch folder beside the
goal and appears there by one rename. `export`, `quantization` and `sentencepieces` do the work.
"""

import hashlib
from collections.abc import Callable
from enum import Enum, auto
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.encoder.card import RECIPE, EncoderCard, checksum
from index.encoder.errors import EncoderUnsuitable, PreparationToolsMissing
from index.encoder.export import export
from index.encoder.model import prompt_of, quiet_libraries
from index.encoder.original import LONGEST_INPUT, origin, original_model, served_tokens
from index.encoder.quantization import quantize
from index.encoder.sentencepieces import sentencepiece_model
from index.encoder.served import MODEL_FILE, WEIGHTS_FILE, ServedEncoder
from index.encoder.source import EncoderSource
from index.encoder.subwords import (
    SENTENCEPIECE_FILE,
    TOKENIZER_FILE,
    SentencePieceSubwords,
    TokenizerSubwords,
)
from index.scratch import built_aside

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

TOOLS: Final = ("sentence_transformers", "torch", "onnx", "onnxscript")
LEAST_AGREEMENT: Final = 0.98  # cosine between the model's own vector and the served one
READABLE: Final = 0o644  # another user may serve what this one prepared
MAPPED: Final = 1 << 20  # bytes; larger weights lie in a file of their own, mapped when served
PROBES: Final = (
    "簿記を基礎から学びたい",
    "介護の資格を土日にとる",
    "Excel for beginners",
    "  ①ﾊﾟｿｺﾝ　ＡＢＣ㈱～🎉\n𠮷野家で働きながら学ぶ。\n",
    "",
    "さくらんぼの加工と販売を学び、直売所の売り場づくりを実習します。" * 40,
)


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

    Raises EncoderNotFound, EncoderUnsuitable, EncoderDamaged or PreparationToolsMissing.
    """
    _check_tools()
    with built_aside(folder) as building, quiet_libraries():
        scratch = building.parent
        on_step(Step.LOAD)
        model = original_model(source, scratch / "original")
        on_step(Step.EXPORT)
        exported = export(model, scratch)
        on_step(Step.QUANTIZE)
        _save_graph(quantize(exported), building)
        _save_tokenizer(model, building)
        card = _card(source, model, building)
        card.write(building)
        on_step(Step.CHECK)
        _check_agreement(model, building)
    return card


def _check_tools() -> None:
    for tool in TOOLS:
        if find_spec(tool) is None:
            raise PreparationToolsMissing(tool)


def _save_graph(model: object, folder: Path) -> None:
    import onnx  # noqa: PLC0415 - only preparation has onnx

    onnx.save(
        model,
        folder / MODEL_FILE,
        save_as_external_data=True,
        location=WEIGHTS_FILE,
        size_threshold=MAPPED,
    )
    for path in folder.iterdir():
        path.chmod(READABLE)  # onnx lets the owner alone read the weights


def _save_tokenizer(model: "SentenceTransformer", folder: Path) -> None:
    """Save a sentencepiece model when it gives the same ids, else tokenizer.json."""
    tokenizer = getattr(model.tokenizer, "backend_tokenizer", None)
    if tokenizer is None:
        raise EncoderUnsuitable(
            "このモデルのトークナイザーは配信用の形にできません。",
            hint="tokenizer.json を持つモデルを選んでください。",
        )
    original, rewritten = folder / TOKENIZER_FILE, folder / SENTENCEPIECE_FILE
    tokenizer.save(str(original))
    serialised = sentencepiece_model(original.read_text(encoding="utf-8"))
    if serialised is not None:
        rewritten.write_bytes(serialised)
        (original if _same_ids(original, rewritten) else rewritten).unlink()


def _same_ids(original: Path, rewritten: Path) -> bool:
    theirs = TokenizerSubwords.open(original, max_tokens=LONGEST_INPUT)
    ours = SentencePieceSubwords.open(rewritten, max_tokens=LONGEST_INPUT)
    return all(theirs.ids(text) == ours.ids(text) for text in PROBES)


def _card(source: EncoderSource, model: "SentenceTransformer", folder: Path) -> EncoderCard:
    checksums = {path.name: checksum(path) for path in sorted(folder.iterdir())}
    query, passage = prompt_of(model, "query"), prompt_of(model, "passage", "document")
    max_tokens = served_tokens(model)
    identity = (RECIPE, *checksums.values(), query, passage, str(max_tokens))
    return EncoderCard(
        name=source.name,
        revision=hashlib.sha256("\x1f".join(identity).encode()).hexdigest()[:16],
        source=origin(source),
        dimension=int(model.get_embedding_dimension()),
        max_tokens=max_tokens,
        query_prefix=query,
        passage_prefix=passage,
        quantization=RECIPE,
        checksums=checksums,
    )


def _check_agreement(model: "SentenceTransformer", folder: Path) -> None:
    """Compare the served vectors with the model's own before anything is published."""
    served = ServedEncoder.open(folder)
    own = model.encode(list(PROBES), prompt=served.card.query_prefix, normalize_embeddings=True)
    cosines = (own * served.encode_queries(PROBES).rows).sum(axis=1)
    if not cosines.min() >= LEAST_AGREEMENT:  # so that NaN fails too
        raise EncoderUnsuitable(
            f"配信用の形にすると、もとのモデルと結果が合いません(一致度 {cosines.min():.3f})。",
            hint="別のモデルを選ぶか、MANABI_ENCODER=bundled をお使いください。",
        )
