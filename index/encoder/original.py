"""The original of an encoder: the sentence-transformers model behind a setting, in float32."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from index.encoder.adapter import WEIGHTS_FILE, AdapterCard, merge_adapter
from index.encoder.bundled import SOURCE, save_bundled
from index.encoder.card import EncoderCard
from index.encoder.model import load_model, prompt_of, quiet_libraries
from index.encoder.source import EncoderSource, SourceKind
from index.encoder.vectors import UnitVectors
from index.scratch import built_aside

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LONGEST_INPUT: Final = 512  # tokens; what the served graph is given, whatever the model claims


def original_model(source: EncoderSource, scratch: Path) -> "SentenceTransformer":
    """Return the model as its authors publish it; `scratch` is a folder that is not there yet.

    Raises EncoderNotFound, EncoderUnsuitable, EncoderDamaged or PreparationToolsMissing.
    """
    if source.kind is SourceKind.HUB:
        return load_model(source.location)
    if source.kind is SourceKind.FOLDER:
        return load_model(Path(source.location))
    save_bundled(scratch)
    model = load_model(scratch)
    if source.kind is SourceKind.ADAPTER:
        merge_adapter(model, Path(source.location))
    return model


def save_original(source: EncoderSource, folder: Path) -> None:
    """Save the model as a sentence-transformers folder, which appears when it is complete.

    Raises EncoderNotFound, EncoderUnsuitable, EncoderDamaged or PreparationToolsMissing.
    """
    with quiet_libraries(), built_aside(folder) as building:
        original_model(source, building.parent / "original").save(
            str(building), create_model_card=False
        )


def origin(source: EncoderSource) -> str:
    """Return where the weights come from, in words that hold on another machine too."""
    if source.kind is SourceKind.ADAPTER:
        adapter = AdapterCard.read(Path(source.location))
        return f"{SOURCE}; LoRA adapter {adapter.checksums[WEIGHTS_FILE][:16]}"
    return SOURCE if source.kind is SourceKind.BUNDLED else source.location


def served_tokens(model: "SentenceTransformer") -> int:
    """Return how many tokens of a text are read when the model is served."""
    return min(model.max_seq_length or LONGEST_INPUT, LONGEST_INPUT)


class OriginalEncoder:
    """Implements `index.encoder.protocol.Encoder` unquantised, to measure what serving loses."""

    def __init__(self, model: "SentenceTransformer", card: EncoderCard) -> None:
        self._model = model
        self._card = card

    @classmethod
    def open(cls, source: EncoderSource, scratch: Path) -> Self:
        """Open a source's model, cut to the length that is served."""
        with quiet_libraries():
            model = original_model(source, scratch)
        model.max_seq_length = served_tokens(model)
        card = EncoderCard(
            name=source.name,
            revision=f"{source.key}-float32",
            source=origin(source),
            dimension=int(model.get_embedding_dimension()),
            max_tokens=model.max_seq_length,
            query_prefix=prompt_of(model, "query"),
            passage_prefix=prompt_of(model, "passage", "document"),
            quantization="none",
            checksums={},
        )
        return cls(model, card)

    @property
    def card(self) -> EncoderCard:
        """What this encoder is."""
        return self._card

    def encode_queries(self, texts: Sequence[str]) -> UnitVectors:
        """Return a vector a question, (n, d)."""
        return self._encode(texts, self._card.query_prefix)

    def encode_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> UnitVectors:
        """Return a vector a document, (n, d); `progress` hears of all at the end."""
        vectors = self._encode(texts, self._card.passage_prefix)
        if progress:
            progress(len(texts))
        return vectors

    def _encode(self, texts: Sequence[str], prefix: str) -> UnitVectors:
        prefixed = [prefix + text for text in texts]
        rows = self._model.encode(prefixed, prompt="", show_progress_bar=False)
        return UnitVectors.normalised(rows.reshape(-1, self._card.dimension))
