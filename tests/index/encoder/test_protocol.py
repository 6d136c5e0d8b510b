"""One contract, kept by the fake encoder and by the served one."""

import numpy as np
import pytest

from tests.index.encoder.fake_encoder import FakeEncoder

TEXTS = ["簿記を学びたい", "パソコン入門", "簿記3級 土日コース", ""]


@pytest.fixture(params=["fake", "served"])
def encoder(request):
    return FakeEncoder() if request.param == "fake" else request.getfixturevalue("manabi_encoder")


def test_every_text_gets_one_vector_as_wide_as_the_card_says(encoder):
    for vectors in (encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)):
        assert (len(vectors), vectors.dimension) == (len(TEXTS), encoder.card.dimension)


def test_no_text_gets_no_vector(encoder):
    assert encoder.encode_queries([]).rows.shape == (0, encoder.card.dimension)
    assert encoder.encode_passages([]).rows.shape == (0, encoder.card.dimension)


def test_a_text_has_the_same_vector_alone_in_company_and_again(encoder):
    together = encoder.encode_passages(TEXTS).rows
    alone = np.concatenate([encoder.encode_passages([text]).rows for text in TEXTS])
    assert np.array_equal(together, alone)
    assert np.array_equal(together, encoder.encode_passages(TEXTS).rows)


def test_progress_hears_of_every_text_once(encoder):
    heard = []
    encoder.encode_passages(TEXTS * 9, progress=heard.append)
    assert sum(heard) == len(TEXTS) * 9


def test_a_question_is_nearer_to_its_subject_than_to_another(encoder):
    cosines = encoder.encode_queries(TEXTS[:1]).rows @ encoder.encode_passages(TEXTS[1:3]).rows.T
    assert cosines[0, 1] > cosines[0, 0]
