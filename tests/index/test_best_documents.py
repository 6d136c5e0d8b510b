"""The best documents are those of adding everything up and sorting it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.best_documents import best_documents
from index.postings import Posting

SIZE = 200


def random_postings(seed, words):
    chance = np.random.default_rng(seed)
    for _ in range(words):
        held = chance.random(SIZE) < chance.choice([0.02, 0.2, 0.8])
        held[chance.integers(SIZE)] = True  # a word stands somewhere, else it is not indexed
        documents = np.flatnonzero(held).astype(np.int32)
        impacts = (chance.random(len(documents)) * chance.choice([0.1, 1, 5]) + 0.01).astype("f4")
        yield Posting(documents=documents, impacts=impacts)


@settings(max_examples=200)
@given(
    seed=st.integers(0, 9999),
    words=st.integers(0, 12),
    limit=st.integers(1, 30),
    share=st.sampled_from([0.0, 0.05, 0.6, 1.0]),
)
def test_the_best_are_those_of_adding_everything_up(seed, words, limit, share):
    postings = list(random_postings(seed, words))
    allowed = np.random.default_rng(seed + 1).random(SIZE) < share
    hits = best_documents(postings, SIZE, limit, allowed=allowed)
    scores = np.zeros(SIZE)
    for posting in postings:
        scores[posting.documents] += posting.impacts
    best = np.sort(scores[allowed & (scores > 0)])[::-1][:limit]
    assert hits.scores == pytest.approx(best, abs=1e-4)
    assert hits.scores == pytest.approx(scores[hits.positions], abs=1e-4)
    assert allowed[hits.positions].all()


def test_of_equal_documents_the_first_come_first():
    same = Posting(documents=np.arange(9, dtype=np.int32), impacts=np.ones(9, "f4"))
    assert best_documents([same], 9, 3, allowed=None).positions.tolist() == [0, 1, 2]
