import struct

import numpy as np
import pytest

from index.encoder.packed import MAGIC, PackedModel, Pieces, Shape, read_packed

SCALE = 0.5


def packed_file(path):
    header = struct.pack("<I7ifi", 1, 32, 1, 2, 64, 3, 8, 2, 1e-12, 32)
    words = ["<s>", "</s>", "簿記"]
    text = "".join(words).encode()
    ends = np.cumsum([0, *(len(word.encode()) for word in words)]).astype("<u4").tobytes()
    pieces = struct.pack("<5iQ", 3, 0, 1, 1, 0, len(text)) + ends
    pieces += np.array([0, 0, -2.5], "<f4").tobytes() + text
    row = struct.pack("<IBI", ord("①"), 1, ord("1"))
    replacements = struct.pack("<iI", 1, len(row)) + row
    names = ((b"bias", 0, 2), (b"blocks", 1, 32))
    directory_size = 4 + sum(2 + len(name) + 21 for name, _, _ in names)
    start = len(MAGIC) + len(header) + len(pieces) + len(replacements) + directory_size
    directory = struct.pack("<i", 2)
    for (name, kind, count), offset in zip(names, (start, start + 8), strict=True):
        directory += (
            struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, count, offset, 0)
        )
    block = np.float16(SCALE).tobytes() + bytes(low | (15 - low) << 4 for low in range(16))
    bias = np.array([1.5, -2], "<f4").tobytes()
    path.write_bytes(MAGIC + header + pieces + replacements + directory + bias + block)
    return path


@pytest.fixture
def packed(tmp_path):
    return read_packed(packed_file(tmp_path / "model.bin"))


def test_the_header_gives_the_shape(packed: PackedModel):
    assert packed.shape == Shape(
        hidden=32,
        layers=1,
        heads=2,
        intermediate=64,
        vocabulary=3,
        positions=8,
        token_types=2,
        layer_norm_eps=pytest.approx(1e-12),
    )


def test_the_pieces_come_with_scores_and_the_map_before_them(packed: PackedModel):
    assert packed.pieces == Pieces(
        scored=(("<s>", 0.0), ("</s>", 0.0), ("簿記", -2.5)),
        bos=0,
        eos=1,
        pad=1,
        unk=0,
        replacements={"①": "1"},
    )


def test_float_tensors_are_read_as_they_are(packed: PackedModel):
    assert packed.tensors["bias"].tolist() == [1.5, -2]


def test_a_block_holds_low_halves_first_around_a_zero_of_eight(packed: PackedModel):
    low = [(code - 8) * SCALE for code in range(16)]
    assert packed.tensors["blocks"].tolist() == low + low[::-1]


def test_another_file_is_no_packed_model(tmp_path):
    (tmp_path / "other").write_bytes(b"PK\x03\x04 and more")
    with pytest.raises(ValueError, match="other"):
        read_packed(tmp_path / "other")
