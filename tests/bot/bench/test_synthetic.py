import numpy as np
import pytest

from bot.bench.synthetic import SyntheticPrograms
from data.program import Program
from index.document import program_document
from index.encoder.vectors import UnitVectors
from index.lexical import WEIGHTS
from index.tokens import Tokens

TOKENS = Tokens()
SAMPLE = (
    Program(program_id="a", title="簿記入門", skills=("仕訳", "決算"), summary="帳簿をつけて学ぶ"),
    Program(program_id="b", title="溶接実習", skills=("鉄板",), summary="アークで鉄をつなぐ"),
)
LETTER_FOR_LETTER = {"簿記", "入門", "決算", "溶接", "実習"}  # written as they are indexed


@pytest.fixture(scope="module")
def synthetic():
    return SyntheticPrograms(SAMPLE, TOKENS)


def test_the_sample_comes_first_as_it_is(synthetic):
    assert tuple(synthetic.programs(2)) == SAMPLE
    assert [one.program_id for one in synthetic.programs(1)] == ["a"]


def test_they_are_the_same_every_time_and_at_every_size(synthetic):
    again = SyntheticPrograms(SAMPLE, TOKENS)
    assert list(synthetic.programs(30)) == list(again.programs(50))[:30]


def test_every_program_is_another(synthetic):
    assert len({one.program_id for one in synthetic.programs(200)}) == 200


def test_copies_are_made_of_the_words_of_the_sample(synthetic):
    letters = {letter for one in SAMPLE for letter in f"{one.title}{one.skills}{one.summary}"}
    copies = list(synthetic.programs(40))[2:]
    assert {letter for one in copies for letter in f"{one.title}{one.summary}"} <= letters
    assert sum(one.title not in {"簿記入門", "溶接実習"} for one in copies) > 10


def test_the_words_are_those_that_an_index_finds_in_the_texts(synthetic):
    pairs = list(zip(synthetic.programs(40), synthetic.words(40), strict=True))
    for program, words in pairs[:2]:
        document = program_document(program)
        assert words == {name: TOKENS.of(getattr(document, name)) for name in WEIGHTS}
    for program, words in pairs[2:]:
        assert len(words["title"]) >= 2
        assert all(word in program.title for word in words["title"] if word in LETTER_FOR_LETTER)


def test_a_copy_lies_nearest_to_what_it_was_made_from(synthetic):
    rows = np.linalg.qr(np.random.default_rng(1).normal(size=(384, 2)))[0].T
    sample = UnitVectors.normalised(np.ascontiguousarray(rows))
    vectors = synthetic.vectors(100, sample)
    assert np.array_equal(vectors.rows[:2], sample.rows)
    nearest = (vectors.rows @ sample.rows.T).argmax(axis=1)
    assert nearest.tolist() == [number % 2 for number in range(100)]
