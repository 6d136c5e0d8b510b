"""Preparation: what is served agrees with the model as its authors publish it."""

import os
import shutil

import numpy as np
import pytest

from data.text import match_form
from index.encoder import preparation
from index.encoder.adapter import SHIPPED, WEIGHTS_FILE, AdapterCard
from index.encoder.card import EncoderCard
from index.encoder.errors import EncoderNotFound, EncoderUnsuitable
from index.encoder.model import load_model
from index.encoder.original import OriginalEncoder, original_model
from index.encoder.preparation import Step, prepare_encoder
from index.encoder.served import ServedEncoder
from index.encoder.source import EncoderSource
from index.training.written import written_programs, written_requests

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]

# 「簿記を学びたい」 as a question: bundled and manabi in float32, manabi as served in int8.
FIRST_VALUES_BUNDLED = [0.05533, -0.0142, -0.06713, -0.07523, 0.0868]
FIRST_VALUES_MANABI = [0.07143, 0.02517, -0.08649, -0.06432, 0.07807]
FIRST_VALUES_SERVED = [0.07266, 0.02691, -0.08801, -0.0642, 0.07997]

QUESTIONS = (
    "簿記",
    "ﾊﾟｿｺﾝを基礎から習いたいです。土日だけ通えます",
    "さくらんぼ農家ですが、加工品を作って売りたい",
    "新人が図面を読めなくて困っている",
    "I want to learn Japanese on weekends",
    "Tôi muốn học tiếng Nhật",
    "看護の仕事に戻りたい😊",
    "",
)
PASSAGES = (
    "日商簿記3級 土日集中コース。仕訳から決算まで、電卓の使い方もあわせて学びます。",
    "はじめてのパソコン教室。マウスの持ち方から、文書と表の作成まで。",
    "6次産業化の進め方。農産物の加工、表示、値付け、商談までを通して学びます。",
    "機械製図の読み方・描き方。三角法、寸法公差、表面性状を実物と見くらべます。",
    "やさしい日本語教室。日曜の午前、生活のことばをゆっくり話します。",
    "潜在看護師の復職支援研修。採血と点滴の演習、電子カルテの体験。",
    "チェーンソーの安全衛生特別教育。目立て、伐倒の実技。",
    "生成AIを仕事に使う半日。指示文の書き方と、任せてはいけないこと。",
)


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """The model behind the default encoder, in float32."""
    return original_model(EncoderSource.parse("manabi"), tmp_path_factory.mktemp("original") / "x")


@pytest.fixture(scope="module")
def bundled(tmp_path_factory):
    """The model that the default encoder's adapter was merged into."""
    return original_model(EncoderSource.parse("bundled"), tmp_path_factory.mktemp("bundled") / "x")


def own_vectors(model, prompt, texts):
    return model.encode([prompt + text for text in texts], prompt="", normalize_embeddings=True)


def test_every_served_vector_agrees_with_the_model(original, manabi_encoder):
    pairs = (
        (own_vectors(original, "query: ", QUESTIONS), manabi_encoder.encode_queries(QUESTIONS)),
        (own_vectors(original, "passage: ", PASSAGES), manabi_encoder.encode_passages(PASSAGES)),
    )
    for own, served in pairs:
        # An adapted encoder spreads texts wider than bundled did (0.999), its rounding with them.
        assert (own * served.rows).sum(axis=1).min() >= 0.995


def test_the_served_encoder_ranks_nearly_as_the_model_does(original, manabi_encoder):
    questions = QUESTIONS[:-1]
    own = (
        own_vectors(original, "query: ", questions) @ own_vectors(original, "passage: ", PASSAGES).T
    )
    served = manabi_encoder.encode_queries(questions).rows
    served = served @ manabi_encoder.encode_passages(PASSAGES).rows.T
    assert (own.argmax(axis=1) == served.argmax(axis=1)).mean() >= 0.85
    best_three = [
        len(set(a[:3]) & set(b[:3])) / 3
        for a, b in zip(np.argsort(-own), np.argsort(-served), strict=True)
    ]
    assert np.mean(best_three) >= 0.85


def test_the_models_first_values_are_pinned(original, bundled):
    for model, values in ((original, FIRST_VALUES_MANABI), (bundled, FIRST_VALUES_BUNDLED)):
        vector = own_vectors(model, "query: ", ["簿記を学びたい"])[0]
        assert vector[:5] == pytest.approx(values, abs=1e-4)


def test_the_served_first_values_are_pinned(manabi_encoder):
    vector = manabi_encoder.encode_queries(["簿記を学びたい"]).rows[0]
    assert vector[:5] == pytest.approx(FIRST_VALUES_SERVED, abs=5e-3)


def test_the_adapter_finds_held_back_programs_for_requests_in_other_languages(
    bundled, manabi_encoder
):
    programs = written_programs()
    held = [name for name, one in programs.items() if one.is_held_back]
    requests = [one for one in written_requests() if one.program in held and one.language != "ja"]
    passages = [programs[name].document.passage for name in held]
    texts = [match_form(one.text) for one in requests]
    own = np.array([held.index(one.program) for one in requests])

    def found_first(questions, answers):
        return ((questions @ answers.T).argmax(axis=1) == own).mean()

    before = found_first(
        own_vectors(bundled, "query: ", texts), own_vectors(bundled, "passage: ", passages)
    )
    after = found_first(
        manabi_encoder.encode_queries(texts).rows, manabi_encoder.encode_passages(passages).rows
    )
    assert after > before + 0.05


def test_the_default_encoders_card_says_where_it_comes_from(manabi_encoder):
    card = manabi_encoder.card
    assert (card.name, card.dimension, card.max_tokens) == ("manabi", 384, 512)
    assert (card.query_prefix, card.passage_prefix) == ("query: ", "passage: ")
    assert "MIT" in card.source
    assert AdapterCard.read(SHIPPED).checksums[WEIGHTS_FILE][:16] in card.source


def test_a_local_folder_is_prepared_with_its_own_prompts_and_agrees(tiny_model, tmp_path):
    steps = []
    source = EncoderSource.parse(str(tiny_model))
    card = prepare_encoder(source, tmp_path / "tiny", on_step=steps.append)
    assert steps == list(Step)
    assert (card.query_prefix, card.passage_prefix, card.dimension) == ("a", "b", 32)
    served = ServedEncoder.open(tmp_path / "tiny").encode_queries(["簿記入門", "英語"])
    own = own_vectors(load_model(tiny_model), "a", ["簿記入門", "英語"])
    assert (own * served.rows).sum(axis=1).min() >= 0.98


def test_preparing_the_same_model_again_gives_the_same_revision(tiny_model, tmp_path):
    source = EncoderSource.parse(str(tiny_model))
    revisions = {
        prepare_encoder(source, tmp_path / name, on_step=lambda _step: None).revision
        for name in ("first", "second")
    }
    assert len(revisions) == 1


class Killed(BaseException):
    """Stands for a process that ends without warning."""


@pytest.mark.parametrize("fatal", list(Step))
def test_a_preparation_cut_short_leaves_nothing_that_could_be_opened(tiny_model, tmp_path, fatal):
    def die_at(step):
        if step is fatal:
            raise Killed

    with pytest.raises(Killed):
        prepare_encoder(EncoderSource.parse(str(tiny_model)), tmp_path / "x", on_step=die_at)
    assert not (tmp_path / "x").exists()


def test_the_next_preparation_clears_what_a_killed_one_left(tiny_model, tmp_path):
    abandoned, running = tmp_path / ".preparing-old", tmp_path / ".preparing-new"
    abandoned.mkdir()
    running.mkdir()
    os.utime(abandoned, (0, 0))
    prepare_encoder(
        EncoderSource.parse(str(tiny_model)), tmp_path / "x", on_step=lambda _step: None
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == [".preparing-new", "x"]


def test_preparing_again_replaces_the_folder(tiny_model, tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "leftover").touch()
    source = EncoderSource.parse(str(tiny_model))
    card = prepare_encoder(source, tmp_path / "x", on_step=lambda _step: None)
    assert EncoderCard.read(tmp_path / "x") == card
    assert not (tmp_path / "x" / "leftover").exists()


def test_dense_layers_and_other_poolings_are_part_of_what_is_served(tiny_modern_model, tmp_path):
    source = EncoderSource.parse(str(tiny_modern_model))
    card = prepare_encoder(source, tmp_path / "x", on_step=lambda _step: None)
    texts = ["簿記入門", "英語", "会計の資格" * 8]
    own = own_vectors(load_model(tiny_modern_model), "", texts)
    served = ServedEncoder.open(tmp_path / "x").encode_passages(texts)
    assert card.dimension == 24
    assert (own * served.rows).sum(axis=1).min() >= 0.98


def test_a_model_whose_served_form_disagrees_is_refused(tiny_model, tmp_path, monkeypatch):
    monkeypatch.setattr(preparation, "LEAST_AGREEMENT", 1.1)
    with pytest.raises(EncoderUnsuitable):
        prepare_encoder(
            EncoderSource.parse(str(tiny_model)), tmp_path / "x", on_step=lambda _step: None
        )
    assert not (tmp_path / "x").exists()


def test_a_folder_that_is_no_model_is_named(tmp_path):
    source = EncoderSource.parse(str(tmp_path))
    with pytest.raises(EncoderNotFound, match="sentence-transformers"):
        prepare_encoder(source, tmp_path / "x", on_step=lambda _step: None)


def test_a_damaged_model_folder_is_refused(tiny_model, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(tiny_model, broken)
    for weights in broken.rglob("*.safetensors"):
        weights.unlink()
    with pytest.raises(EncoderNotFound):
        prepare_encoder(
            EncoderSource.parse(str(broken)), tmp_path / "x", on_step=lambda _step: None
        )


def test_the_unquantised_encoder_gives_the_models_own_vectors(tiny_model, tmp_path):
    texts = ["簿記入門", "英語", ""]
    opened = OriginalEncoder.open(EncoderSource.parse(str(tiny_model)), tmp_path / "unused")
    own = own_vectors(load_model(tiny_model), "a", texts)
    assert opened.encode_queries(texts).rows == pytest.approx(own, abs=1e-6)
    own = own_vectors(load_model(tiny_model), "b", texts)
    assert opened.encode_passages(texts).rows == pytest.approx(own, abs=1e-6)
    assert opened.encode_passages([]).rows.shape == (0, opened.card.dimension)


def test_the_card_survives_being_written_and_read(manabi_encoder, tmp_path):
    manabi_encoder.card.write(tmp_path)
    assert EncoderCard.read(tmp_path) == manabi_encoder.card
