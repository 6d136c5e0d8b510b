import shutil

import pytest

from index.encoder.adapter import CARD_FILE, CONFIG_FILE, SHIPPED
from index.encoder.errors import EncoderDamaged, EncoderNotFound
from index.encoder.source import EncoderSource, SourceKind


def test_bundled_is_bundled_whatever_spaces_surround_it():
    source = EncoderSource.parse(" bundled ")
    assert source.kind is SourceKind.BUNDLED
    assert source.key == EncoderSource.parse("bundled").key
    assert source.key.startswith("bundled-")


def test_manabi_is_the_adapter_that_comes_with_the_project():
    source = EncoderSource.parse("manabi")
    assert (source.kind, source.name) == (SourceKind.ADAPTER, "manabi")
    assert source.key.startswith("manabi-")


def test_an_adapters_folder_is_an_adapter_and_known_by_its_card_wherever_it_lies(tmp_path):
    first, second = tmp_path / "a" / "mine", tmp_path / "b" / "mine"
    shutil.copytree(SHIPPED, first)
    shutil.copytree(SHIPPED, second)
    source = EncoderSource.parse(str(first))
    assert (source.kind, source.name) == (SourceKind.ADAPTER, "mine")
    assert source.key == EncoderSource.parse(str(second)).key
    card = second / CARD_FILE
    card.write_text(card.read_text("utf-8").replace("manabi", "other"), "utf-8")
    assert source.key != EncoderSource.parse(str(second)).key


def test_an_adapter_without_its_card_is_refused(tmp_path):
    (tmp_path / CONFIG_FILE).touch()
    with pytest.raises(EncoderDamaged):
        EncoderSource.parse(str(tmp_path)).key  # noqa: B018 - reading it is the test


def test_an_existing_folder_is_a_folder_whatever_its_name(tmp_path):
    folder = tmp_path / "私のモデル v1"
    folder.mkdir()
    source = EncoderSource.parse(str(folder))
    assert (source.kind, source.name) == (SourceKind.FOLDER, "私のモデル v1")
    assert source.key.isascii()
    assert "/" not in source.key


def test_a_hub_id_is_a_hub_id():
    source = EncoderSource.parse("cl-nagoya/ruri-v3-30m")
    assert source.kind is SourceKind.HUB
    assert source.key.startswith("cl-nagoya-ruri-v3-30m-")


def test_two_sources_never_share_a_key():
    keys = {EncoderSource.parse(name).key for name in ("a/b-c", "a-b/c", "a/b.c")}
    assert len(keys) == 3


def test_a_retrained_folder_has_another_key(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"old")
    before = EncoderSource.parse(str(tmp_path)).key
    (tmp_path / "model.safetensors").write_bytes(b"newer")
    assert EncoderSource.parse(str(tmp_path)).key != before


@pytest.mark.parametrize("setting", ["", "  ", "no such model", "/no/such/folder", "../x/y"])
def test_any_other_value_is_refused_with_the_allowed_ones(setting):
    with pytest.raises(EncoderNotFound) as error:
        EncoderSource.parse(setting)
    assert "bundled" in error.value.hint
