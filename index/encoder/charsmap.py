"""A SentencePiece character map, compiled from plain replacements.

The tokenizers library applies such a map as its `Precompiled` normaliser, but offers no way to
make one. Knows the binary layout of SentencePiece's `precompiled_charsmap` and nothing else.

Layout (little-endian): u32 byte length of the trie; the trie, a darts-clone double array of u32
units over UTF-8 bytes; the replacements as NUL-terminated UTF-8, which leaves address by offset.
A unit holds its label in bits 0-7, "has a leaf" in bit 8 and the XOR offset to its children in
bits 10-30; a leaf unit has bit 31 set and its value below.
"""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_HAS_LEAF = 1 << 8
_OFFSET_SHIFT = 10
_LEAF = 1 << 31
_LABELS = 256  # a child's position is the parent's base XOR one byte


@dataclass(slots=True)
class _Node:
    children: "dict[int, _Node]" = field(default_factory=dict)
    value: int | None = None


def compile_charsmap(replacements: Mapping[str, str]) -> bytes:
    """Compile {one character: its replacement, possibly empty} to SentencePiece's binary form."""
    texts = bytearray()
    root = _Node()
    for character, replacement in sorted(replacements.items()):
        _insert(root, character.encode(), value=len(texts))
        texts += replacement.encode() + b"\0"
    units = _double_array(root)
    trie = struct.pack(f"<{len(units)}I", *units)
    return struct.pack("<I", len(trie)) + trie + bytes(texts)


def _insert(root: _Node, key: bytes, *, value: int) -> None:
    node = root
    for byte in key:
        node = node.children.setdefault(byte, _Node())
    node.value = value


def _double_array(root: _Node) -> list[int]:
    """Place every node; the array covers all labels of every base, so no lookup leaves it."""
    units: dict[int, int] = {0: 0}
    bases: set[int] = set()
    pending = [(0, root)]
    while pending:
        position, node = pending.pop()
        labels = sorted(node.children)
        leaf = [0] if node.value is not None else []
        base = _free_base(units, bases, labels=leaf + labels)
        bases.add(base)
        units[position] |= (position ^ base) << _OFFSET_SHIFT
        if node.value is not None:
            units[position] |= _HAS_LEAF
            units[base] = _LEAF | node.value
        for label in labels:
            units[base ^ label] = label
            pending.append((base ^ label, node.children[label]))
    size = (max(bases) | (_LABELS - 1)) + 1
    return [units.get(position, 0) for position in range(size)]


def _free_base(units: Mapping[int, int], bases: set[int], *, labels: Iterable[int]) -> int:
    """Return a base that no node has and whose positions for `labels` are all free.

    The search begins near the end: the dense beginning rarely has room and costs the most.
    """
    wanted = tuple(labels)
    base = max(1, max(bases, default=0) - 2 * _LABELS)
    while base in bases or any((base ^ label) in units for label in wanted):
        base += 1
    return base
