"""A question that was encoded lately is not encoded again, and gets the very same vector."""

import numpy as np
import pytest

from index.encoder.remembering import RememberingEncoder
from tests.index.encoder.fake_encoder import FakeEncoder


class Counting(FakeEncoder):
    """Remembers what it had to encode."""

    def __init__(self):
        super().__init__()
        self.encoded = []

    def encode_queries(self, texts):
        self.encoded.extend(texts)
        return super().encode_queries(texts)


@pytest.fixture
def plain():
    return Counting()


def test_only_what_is_new_is_encoded(plain):
    encoder = RememberingEncoder(plain)
    encoder.encode_queries(["簿記", "介護"])
    encoder.encode_queries(["介護", "溶接", "簿記"])
    assert plain.encoded == ["簿記", "介護", "溶接"]


def test_vectors_are_those_of_the_encoder_in_the_order_asked(plain):
    encoder = RememberingEncoder(plain)
    encoder.encode_queries(["介護"])
    texts = ["簿記", "介護", "簿記", "溶接"]
    assert np.array_equal(encoder.encode_queries(texts).rows, plain.encode_queries(texts).rows)


def test_what_was_asked_longest_ago_is_forgotten_first(plain):
    encoder = RememberingEncoder(plain, most=2)
    for text in ("簿記", "介護", "簿記", "溶接", "簿記", "介護"):
        encoder.encode_queries([text])
    assert plain.encoded == ["簿記", "介護", "溶接", "介護"]


def test_more_questions_at_once_than_are_remembered_get_their_vectors(plain):
    texts = ["簿記", "介護", "溶接"]
    vectors = RememberingEncoder(plain, most=1).encode_queries(texts)
    assert np.array_equal(vectors.rows, plain.encode_queries(texts).rows)


def test_nobodys_words_stay_in_memory(plain):
    encoder = RememberingEncoder(plain)
    encoder.encode_queries(["秘密の相談"])
    assert "秘密" not in str(vars(encoder))


def test_no_question_gets_no_vector(plain):
    assert RememberingEncoder(plain).encode_queries([]).rows.shape == (0, plain.card.dimension)
