"""Mining: distractors are near, never an answer, never nearer than one."""

import pytest

from index.encoder.example import Example
from index.encoder.mining import MARGIN, MOST, mined_distractors
from index.encoder.model import load_model

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]

ANSWERS = [
    "簿記の講座",
    "会計入門",
    "介護の資格",
    "農業の学習",
    "英語の基礎",
    "あいうえお",
    "abc",
    "bcd",
]
TWO_ANSWERS = "簿記"
PAIRS = [
    Example(question=TWO_ANSWERS, answer=ANSWERS[0]),
    Example(question=TWO_ANSWERS, answer=ANSWERS[1]),
    Example(question="介護", answer=ANSWERS[2]),
    Example(question="農業", answer=ANSWERS[3]),
    Example(question="英語", answer=ANSWERS[4]),
    *(Example(question=text[0], answer=text) for text in ANSWERS[5:]),
]


@pytest.fixture(scope="module")
def model(tiny_model):
    return load_model(tiny_model)


@pytest.fixture(scope="module")
def mined(model):
    return mined_distractors(model, PAIRS)


def test_no_answer_becomes_a_distractor_of_its_own_question(mined):
    assert mined
    for pair in PAIRS:
        assert pair.answer not in mined.get(pair.question, ())


def test_what_lies_nearer_than_the_answer_is_left_out(model, mined):
    compared = 0
    for pair in PAIRS:
        texts = mined.get(pair.question, ())
        if pair.question == TWO_ANSWERS or not texts:
            continue  # with two answers, each has a limit of its own
        question = model.encode(["query: " + pair.question], prompt="")[0]
        own = model.encode(["passage: " + pair.answer], prompt="")[0] @ question
        near = model.encode(["passage: " + text for text in texts], prompt="") @ question
        assert near.max() <= own - MARGIN + 1e-5
        compared += 1
    assert compared


def test_a_question_gets_few_distractors_each_once(mined):
    for texts in mined.values():
        assert len(texts) == len(set(texts)) <= 2 * MOST


def test_the_librarys_progress_stays_off_the_terminal(model, capfd):
    mined_distractors(model, PAIRS)
    assert capfd.readouterr() == ("", "")
