from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from recommender.ranking.calibration import Calibration, fitted_curve
from recommender.tuning import STANDARD

CURVE = Calibration(intercept=-8, slope=12, offer_from=0.2, list_from=0.1, foreign_shift=0.06)
SCORES = arrays(np.float32, 20, elements=st.floats(-60, 60, width=32))


@given(SCORES, st.booleans())
def test_a_probability_grows_with_the_score_and_stays_between_zero_and_one(scores, is_foreign):
    likely = CURVE.probabilities(np.sort(scores), is_foreign=is_foreign)
    assert likely.dtype == np.float32
    assert np.all(np.diff(likely) >= 0)
    assert np.all((likely >= 0) & (likely <= 1))


def test_a_half_stands_where_the_curve_crosses_zero():
    assert CURVE.probabilities(np.array([8 / 12], np.float32)) == pytest.approx(0.5)


def test_a_score_of_a_foreign_message_counts_as_much_as_a_higher_one_of_a_japanese_message():
    scores = np.linspace(0, 1, 30, dtype=np.float32)
    foreign = CURVE.probabilities(scores, is_foreign=True)
    assert foreign == pytest.approx(CURVE.probabilities(scores + np.float32(0.06)))
    assert np.all(foreign > CURVE.probabilities(scores))


def test_without_a_shift_every_language_is_alike():
    scores = np.linspace(0, 1, 30, dtype=np.float32)
    plain = replace(CURVE, foreign_shift=0.0)
    assert np.array_equal(plain.probabilities(scores, is_foreign=True), plain.probabilities(scores))


def test_its_numbers_tell_it_apart_and_give_it_back():
    assert Calibration(**CURVE.to_json()) == CURVE


def test_the_standard_curve_offers_what_lies_near_and_not_what_lies_far():
    far, near = STANDARD.calibration.probabilities(np.array([0.3, 0.7], np.float32))
    assert far < STANDARD.calibration.offer_from < near


def test_the_curve_behind_a_sample_is_found_again():
    random = np.random.default_rng(3)
    scores = random.normal(size=20_000).astype(np.float32)
    untaught = random.random(20_000) < 0.3
    likely = 1 / (1 + np.exp(-(-2.0 + 1.5 * (scores - 0.8 * untaught))))
    curve = fitted_curve(scores, random.random(20_000) < likely, untaught)
    assert curve == pytest.approx((-2.0, 1.5, 0.8), abs=0.1)


def test_scores_that_separate_perfectly_still_give_a_finite_curve():
    scores, suitable = np.array([0, 1], np.float32), np.array([False, True])
    assert np.all(np.isfinite(fitted_curve(scores, suitable, np.array([False, False]))))


def test_what_nobody_teaches_is_never_more_likely():
    scores = np.linspace(0, 1, 40, dtype=np.float32)
    untaught = np.arange(40) % 2 == 0
    assert fitted_curve(scores, (scores > 0.5) | untaught, untaught)[2] == 0.0
