import json

import pytest

from index.encoder.card import EncoderCard, checksum
from index.encoder.errors import EncoderDamaged, EncoderNotPrepared
from tests.index.encoder.fake_encoder import FakeEncoder


def test_a_card_survives_being_written_and_read(tmp_path):
    card = FakeEncoder().card
    card.write(tmp_path)
    assert EncoderCard.read(tmp_path) == card


def test_without_a_card_nothing_was_prepared(tmp_path):
    with pytest.raises(EncoderNotPrepared, match="準備のできた"):
        EncoderCard.read(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"name": "x"}', '{"unknown": 1}'])
def test_a_card_of_another_shape_is_damaged(tmp_path, text):
    (tmp_path / "card.json").write_text(text)
    with pytest.raises(EncoderDamaged):
        EncoderCard.read(tmp_path)


def test_a_file_that_changed_by_one_byte_is_found(tmp_path):
    (tmp_path / "model.onnx").write_bytes(b"weights")
    FakeEncoder().card.write(tmp_path)
    written = json.loads((tmp_path / "card.json").read_text())
    written["checksums"] = {"model.onnx": checksum(tmp_path / "model.onnx")}
    (tmp_path / "card.json").write_text(json.dumps(written))
    card = EncoderCard.read(tmp_path)
    card.verify(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"weightz")
    with pytest.raises(EncoderDamaged, match=r"model\.onnx"):
        card.verify(tmp_path)
