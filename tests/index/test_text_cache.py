import numpy as np
import pytest

from index.document import Document
from index.encoder.vectors import UnitVectors
from index.lexical import document_words
from index.text_cache import TextCache
from index.tokens import Tokens


class CountingEncoder:
    """The default encoder, with a note of every text it was given."""

    def __init__(self, encoder):
        self._encoder = encoder
        self.card = encoder.card
        self.given = []

    def encode_passages(self, texts, *, progress=None):
        self.given.extend(texts)
        return self._encoder.encode_passages(texts, progress=progress)


@pytest.fixture
def encoder(manabi_encoder):
    return CountingEncoder(manabi_encoder)


@pytest.fixture
def cache(tmp_path):
    opened = TextCache.open(tmp_path / "vectors.db")
    yield opened
    opened.close()


def test_a_text_is_embedded_once_however_often_it_is_asked_for(cache, encoder):
    first, embedded = cache.vectors(["簿記", "介護", "簿記"], encoder)
    second, again = cache.vectors(["介護", "簿記"], encoder)
    assert (embedded, again) == (2, 0)
    assert encoder.given == ["簿記", "介護"]
    assert np.array_equal(first.rows[[1, 2]], second.rows)


def test_cached_vectors_are_those_of_the_encoder(cache, encoder, manabi_encoder):
    cache.vectors(["簿記"], encoder)
    cached, _ = cache.vectors(["簿記"], encoder)
    assert np.array_equal(cached.rows, manabi_encoder.encode_passages(["簿記"]).rows)


def test_progress_counts_what_was_known_and_what_was_embedded(cache, encoder):
    cache.vectors(["簿記"], encoder)
    heard = []
    cache.vectors(["簿記", "介護"], encoder, on_embedded=heard.append)
    assert sum(heard) == 2


def test_no_texts_give_an_empty_set_of_the_right_width(cache, encoder):
    vectors, embedded = cache.vectors([], encoder)
    assert isinstance(vectors, UnitVectors)
    assert (len(vectors), vectors.dimension, embedded) == (0, 384, 0)


class CountingTokens(Tokens):
    """Tokens with a note of every text that was parted into words."""

    def __init__(self):
        super().__init__()
        self.parted = []

    def of(self, text):
        self.parted.append(text)
        return super().of(text)


def test_only_new_documents_are_parted_into_words(cache):
    tokens, known = CountingTokens(), Document(document_id="1", title="簿記の基礎", body="仕訳")
    first = list(cache.words([known], tokens))
    assert first == [document_words(known, tokens)]
    tokens.parted.clear()
    other = Document(document_id="2", title="介護の基礎", body="仕訳")
    assert list(cache.words([known, other], tokens)) == [*first, document_words(other, tokens)]
    assert "簿記の基礎" not in tokens.parted
    assert "介護の基礎" in tokens.parted
