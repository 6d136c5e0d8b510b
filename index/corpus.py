"""Corpus: documents that can be searched by words and by meaning, position by position."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.dense import DenseIndex
from index.document import Document
from index.encoder.protocol import Encoder
from index.encoder.vectors import UnitVectors
from index.lexical import LexicalIndex
from index.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything a search needs; `ids[i]` is the document at position i of both indexes."""

    ids: tuple[str, ...]
    dense: DenseIndex
    lexical: LexicalIndex
    encoder: Encoder
    tokens: Tokens

    def __post_init__(self) -> None:
        if not len(self.ids) == len(self.dense) == len(self.lexical):
            sizes = f"{len(self.dense)} vectors, {len(self.lexical)} documents of words"
            raise ValueError(f"{len(self.ids)} ids, {sizes}")


def built_in_memory(
    documents: Sequence[Document], vectors: UnitVectors, encoder: Encoder
) -> Corpus:
    """Build a corpus that lives only as long as the process."""
    tokens = Tokens()
    return Corpus(
        ids=tuple(document.document_id for document in documents),
        dense=DenseIndex.build(vectors),
        lexical=LexicalIndex.build(documents, tokens),
        encoder=encoder,
        tokens=tokens,
    )
