"""An adapter is used only when every file is as its card says, and on the base it was made for."""

import json
import shutil

import pytest

from index.encoder.adapter import (
    CARD_FILE,
    FILES,
    SHIPPED,
    WEIGHTS_FILE,
    AdapterCard,
    merge_adapter,
)
from index.encoder.bundled import SHA256
from index.encoder.errors import EncoderDamaged, EncoderUnsuitable

LARGEST = 10_000_000  # bytes of a file in the repository


@pytest.fixture
def copy(tmp_path):
    folder = tmp_path / "adapter"
    shutil.copytree(SHIPPED, folder)
    return folder


def changed_card(folder, **changes):
    path = folder / CARD_FILE
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


def test_the_shipped_adapter_fits_the_bundled_encoder_and_its_own_card():
    card = AdapterCard.read(SHIPPED)
    assert card.base_sha256 == SHA256
    card.verify(SHIPPED)


def test_the_shipped_adapter_is_small_enough_for_a_repository():
    assert (SHIPPED / WEIGHTS_FILE).stat().st_size < LARGEST


def test_the_shipped_card_says_what_it_learned_from_under_which_licence():
    card = AdapterCard.read(SHIPPED)
    assert {"written", "jaquad", "jobtag", "asdc"} == {part.name for part in card.parts}
    assert all(part.licence and part.examples for part in card.parts)
    assert card.command.startswith("manabi encoder train")
    assert card.recipe["seed"]


def test_a_card_survives_being_written_and_read(tmp_path):
    card = AdapterCard.read(SHIPPED)
    card.write(tmp_path)
    assert AdapterCard.read(tmp_path) == card


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_refused(copy, name):
    content = (copy / name).read_bytes()
    (copy / name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(EncoderDamaged):
        merge_adapter(None, copy)


@pytest.mark.parametrize("name", [CARD_FILE, *FILES])
def test_a_missing_file_is_refused(copy, name):
    (copy / name).unlink()
    with pytest.raises(EncoderDamaged):
        merge_adapter(None, copy)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"parts": []}', '{"parts": [{"x": 1}]}'])
def test_an_unreadable_card_is_refused(copy, content):
    (copy / CARD_FILE).write_text(content, "utf-8")
    with pytest.raises(EncoderDamaged, match="アダプター"):
        AdapterCard.read(copy)


def test_an_adapter_of_another_base_is_refused_with_what_to_do(copy):
    changed_card(copy, base_sha256="0" * 64)
    with pytest.raises(EncoderUnsuitable, match="別のモデル") as error:
        merge_adapter(None, copy)
    assert "encoder train" in error.value.hint
