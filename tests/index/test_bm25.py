"""The impacts add up to what SQLite's FTS5 calls bm25, the formula's reference."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.bm25 import bm25_postings, inverse_frequency

WEIGHTS = {"title": 3.0, "body": 1.0}
WORDS = ("簿記", "介護", "農業", "英語", "溶接")
FIELDS = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(WORDS), max_size=6) for name in WEIGHTS}
)


def by_sqlite(documents, words):
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5(title, body)")
    for number, fields in enumerate(documents):
        texts = (" ".join(fields[name]) for name in WEIGHTS)
        database.execute("INSERT INTO t(rowid, title, body) VALUES (?, ?, ?)", [number, *texts])
    sql = "SELECT rowid, -bm25(t, 3.0, 1.0) FROM t WHERE t MATCH ?"
    found = dict(database.execute(sql, [" OR ".join(words)]))
    database.close()
    return found


@settings(max_examples=80)
@given(st.lists(FIELDS, min_size=1, max_size=20), st.sets(st.sampled_from(WORDS), min_size=1))
def test_impacts_add_up_to_bm25(documents, words):
    postings = bm25_postings(documents, WEIGHTS)
    sums = {}
    for word in words:
        posting = postings.of(word)
        if posting:
            for document, impact in zip(posting.documents, posting.impacts, strict=True):
                sums[int(document)] = sums.get(int(document), 0.0) + float(impact)
    assert sums == pytest.approx(by_sqlite(documents, words), rel=1e-4, abs=1e-9)


@given(st.lists(FIELDS, min_size=1, max_size=20))
def test_the_documents_of_a_word_rise(documents):
    postings = bm25_postings(documents, WEIGHTS)
    for word in postings.numbers:
        posting = postings.of(word)
        assert (posting.documents[1:] > posting.documents[:-1]).all()


def test_a_word_that_half_of_the_documents_hold_tells_next_to_nothing():
    assert inverse_frequency(5, 10) == inverse_frequency(9, 10) == 1e-6
    assert inverse_frequency(1, 10) > inverse_frequency(2, 10) > 0.5
