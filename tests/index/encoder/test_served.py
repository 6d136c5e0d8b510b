import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from index.encoder.errors import EncoderDamaged, EncoderNotPrepared
from index.encoder.served import ServedEncoder


def test_a_text_has_the_same_vector_whatever_comes_with_it(manabi_encoder):
    texts = ["簿記", "とても長い文章です。" * 40, "さくらんぼの剪定"]
    together = manabi_encoder.encode_passages(texts).rows
    alone = [manabi_encoder.encode_passages([text]).rows[0] for text in texts]
    assert np.array_equal(together, np.array(alone))


def test_questions_and_passages_are_told_apart(manabi_encoder):
    question = manabi_encoder.encode_queries(["簿記"]).rows
    passage = manabi_encoder.encode_passages(["簿記"]).rows
    assert not np.allclose(question, passage)


def test_threads_may_share_an_encoder(manabi_encoder):
    texts = [f"{number}人で受けられる研修" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda text: manabi_encoder.encode_queries([text]).rows[0], texts))
    assert np.array_equal(np.array(rows), manabi_encoder.encode_queries(texts).rows)


def test_a_text_longer_than_the_model_reads_is_cut_not_refused(manabi_encoder):
    assert len(manabi_encoder.encode_queries(["簿記 " * 5_000])) == 1


def test_no_texts_give_no_vectors(manabi_encoder):
    assert len(manabi_encoder.encode_passages([])) == 0


def test_progress_hears_of_every_text(manabi_encoder):
    heard = []
    manabi_encoder.encode_passages(["簿記"] * 11, progress=heard.append)
    assert sum(heard) == 11


def test_a_folder_without_a_card_is_not_prepared(tmp_path):
    with pytest.raises(EncoderNotPrepared):
        ServedEncoder.open(tmp_path)


@pytest.mark.parametrize("name", ["model.onnx", "weights.bin", "sentencepiece.model", "card.json"])
def test_a_damaged_file_is_refused(prepared_manabi, tmp_path, name):
    folder = tmp_path / "encoder"
    shutil.copytree(prepared_manabi, folder, copy_function=os.link)
    (folder / name).unlink()
    (folder / name).write_bytes(b"{broken")
    with pytest.raises(EncoderDamaged):
        ServedEncoder.open(folder)
