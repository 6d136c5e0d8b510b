import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.document import Document
from index.errors import ReleaseDamaged
from index.lexical import LexicalIndex
from index.tokens import Tokens

TOKENS = Tokens()
DOCUMENTS = (
    Document(document_id="a", title="簿記入門", body="帳簿をつける"),
    Document(document_id="b", title="帳簿の見方", body="会計の基礎。簿記にもふれます"),
    Document(document_id="c", title="溶接実習", keywords="アーク溶接", body="鉄をつなぐ"),
    Document(document_id="d", title="はじめての表計算", provider="簿記学校"),
    # A word that most documents hold would tell nothing apart.
    *(Document(document_id=f"e{n}", title=f"公開講座 第{n}回") for n in range(8)),
)


@pytest.fixture(scope="module")
def index():
    return LexicalIndex.build(DOCUMENTS, TOKENS)


def test_a_word_counts_most_in_the_title_and_least_in_a_long_text(index):
    assert index.search("簿記", 10).positions.tolist() == [0, 3, 1]


def test_only_documents_that_share_a_word_are_found(index):
    assert index.search("溶接", 10).positions.tolist() == [2]
    assert len(index.search("宇宙", 10)) == 0


def test_scores_never_increase(index):
    scores = index.search("簿記 帳簿 会計", 10).scores
    assert np.all(np.diff(scores) <= 0)


def test_what_is_not_allowed_is_not_found_even_if_best(index):
    hits = index.search("簿記", 1, allowed=np.array([1, 2], np.int64))
    assert hits.positions.tolist() == [1]


def test_nothing_allowed_finds_nothing(index):
    assert len(index.search("簿記", 5, allowed=np.empty(0, np.int64))) == 0


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_no_text_can_break_the_query(index, text):
    index.search(text, 5)


@pytest.mark.parametrize(
    "text", ['"', "a AND b", "NEAR(a b)", "col:簿記", "簿記*", "C++", "C#", "^"]
)
def test_signs_are_only_text(index, text):
    assert set(index.search(text, 5).positions.tolist()) <= set(range(len(DOCUMENTS)))


def test_the_score_of_a_named_document_is_the_one_that_the_search_gives(index):
    hits = index.search("簿記 帳簿 会計", 10)
    assert index.scores("簿記 帳簿 会計", hits.positions) == pytest.approx(hits.scores)
    assert index.scores("簿記", np.array([2, 0])).tolist()[0] == 0


def test_a_rarer_word_tells_more_and_an_unknown_one_most(index):
    assert index.idf("講座") < index.idf("簿記") < index.idf("溶接") < index.idf("宇宙")
    assert (index.holds("溶接"), index.holds("宇宙")) == (True, False)


def test_a_mask_allows_the_same_as_positions(index):
    mask = np.zeros(len(DOCUMENTS), np.bool_)
    mask[[1, 2]] = True
    by_mask = index.search("簿記 溶接", 5, allowed=mask)
    by_position = index.search("簿記 溶接", 5, allowed=np.array([1, 2]))
    assert by_mask.positions.tolist() == by_position.positions.tolist()


def test_a_saved_index_answers_as_before(index, tmp_path):
    index.save(tmp_path / "lexical")
    opened = LexicalIndex.open(tmp_path / "lexical", len(DOCUMENTS), TOKENS)
    before, after = (one.search("簿記 帳簿 溶接", 10) for one in (index, opened))
    assert after.positions.tolist() == before.positions.tolist()
    assert after.scores.tolist() == before.scores.tolist()
    assert opened.idf("簿記") == index.idf("簿記")


@pytest.mark.parametrize("name", ["words.json", "impacts.npy"])
def test_a_file_that_is_no_index_is_refused(index, tmp_path, name):
    index.save(tmp_path / "lexical")
    (tmp_path / "lexical" / name).write_bytes(b"nonsense")
    with pytest.raises(ReleaseDamaged):
        LexicalIndex.open(tmp_path / "lexical", len(DOCUMENTS), TOKENS)


def test_an_index_of_nothing_finds_nothing(tmp_path):
    LexicalIndex.build([], TOKENS).save(tmp_path / "lexical")
    assert len(LexicalIndex.open(tmp_path / "lexical", 0, TOKENS).search("簿記", 5)) == 0
