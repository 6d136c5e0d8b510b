import numpy as np
import pytest

from index.encoder.vectors import UnitVectors
from recommender.ranking.exemplars import SHARE, Exemplars


def unit(*rows):
    return UnitVectors.normalised(np.array(rows, np.float32))


TWO = Exemplars(
    questions=unit([1, 0, 0, 0], [0, 1, 0, 0]), answers=unit([0, 0, 1, 0], [0, 0, 0, 1])
)


def test_a_question_moves_towards_what_answered_the_nearest_exemplar():
    moved = TWO.lent(unit([1, 0.1, 0, 0])).rows[0]
    assert moved[2] > 100 * moved[3]
    assert moved[2] / moved[0] == pytest.approx(SHARE, rel=0.02)


def test_between_two_exemplars_it_moves_towards_both_alike():
    moved = TWO.lent(unit([1, 1, 0, 0])).rows[0]
    assert moved[2] == pytest.approx(moved[3])


def test_its_own_direction_weighs_most():
    question = unit([0.6, 0.8, 0, 0])
    assert float(TWO.lent(question).rows[0] @ question.rows[0]) > 0.9


def test_they_are_kept_in_half_precision():
    kept = Exemplars.from_json(TWO.to_json())
    assert np.array_equal(kept.questions.rows, TWO.questions.rows)
    assert np.array_equal(kept.answers.rows, TWO.answers.rows)


def test_as_many_answers_as_questions_are_needed():
    one = Exemplars(questions=unit([1, 0]), answers=unit([0, 1])).to_json()
    two = Exemplars(questions=unit([1, 0], [0, 1]), answers=unit([0, 1], [1, 0])).to_json()
    with pytest.raises(ValueError, match="2 questions, 1 answers"):
        Exemplars.from_json(two | {"answers": one["answers"]})
