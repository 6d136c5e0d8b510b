"""Subwords: text → token ids, as the served model wants them.

A vocabulary of 250,000 unigram pieces costs tokenizers 282 MB of memory and sentencepiece 55 MB,
for the same ids. Preparation writes a sentencepiece model where one gives the same ids, and
tokenizer.json where not; this is the home of both libraries while serving.
"""

from pathlib import Path
from typing import Final, Protocol, Self

from sentencepiece import SentencePieceProcessor
from tokenizers import Tokenizer

SPACE: Final = "▁"  # how unigram pieces write it
SENTENCEPIECE_FILE: Final = "sentencepiece.model"
TOKENIZER_FILE: Final = "tokenizer.json"


class Subwords(Protocol):
    """A tokenizer with a limit."""

    def ids(self, text: str) -> list[int]:
        """Return the token ids of a text, special ones included, never more than the limit."""


class SentencePieceSubwords:
    """Unigram pieces between one beginning and one end token."""

    def __init__(self, processor: SentencePieceProcessor, *, max_tokens: int) -> None:
        self._processor = processor
        self._bos = processor.bos_id()
        self._eos = processor.eos_id()
        self._space = processor.piece_to_id(SPACE)
        self._room = max_tokens - 2

    @classmethod
    def open(cls, path: Path, *, max_tokens: int) -> Self:
        """Open a sentencepiece model; RuntimeError or OSError when it is none."""
        return cls(SentencePieceProcessor(model_file=str(path)), max_tokens=max_tokens)

    def ids(self, text: str) -> list[int]:
        """Return the token ids of a text."""
        pieces = self._processor.encode(text)
        if text[-1:].isspace():  # the library drops it; models were trained with it
            pieces.append(self._space)
        return [self._bos, *pieces[: self._room], self._eos]


class TokenizerSubwords:
    """Whatever a tokenizer.json describes."""

    def __init__(self, tokenizer: Tokenizer, *, max_tokens: int) -> None:
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_tokens)
        self._tokenizer = tokenizer

    @classmethod
    def open(cls, path: Path, *, max_tokens: int) -> Self:
        """Open a tokenizer.json; a bare Exception, the library's own, when it is none."""
        return cls(Tokenizer.from_file(str(path)), max_tokens=max_tokens)

    def ids(self, text: str) -> list[int]:
        """Return the token ids of a text."""
        found: list[int] = self._tokenizer.encode(text).ids
        return found


def open_subwords(folder: Path, *, max_tokens: int) -> Subwords:
    """Open the tokenizer that a prepared folder holds."""
    if (folder / SENTENCEPIECE_FILE).is_file():
        return SentencePieceSubwords.open(folder / SENTENCEPIECE_FILE, max_tokens=max_tokens)
    return TokenizerSubwords.open(folder / TOKENIZER_FILE, max_tokens=max_tokens)
