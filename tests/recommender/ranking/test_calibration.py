import numpy as np
import pytest

from recommender.ranking.calibration import STANDARD, fitted_curve


def test_a_probability_grows_with_the_score_and_stays_between_zero_and_one():
    likely = STANDARD.probabilities(np.linspace(-50, 50, 200, dtype=np.float32))
    assert np.all(np.diff(likely) >= 0)
    assert likely.min() >= 0
    assert likely.max() <= 1


def test_the_curve_behind_a_sample_is_found_again():
    random = np.random.default_rng(3)
    scores = random.normal(size=20_000).astype(np.float32)
    likely = 1 / (1 + np.exp(-(-2.0 + 1.5 * scores)))
    intercept, slope = fitted_curve(scores, random.random(20_000) < likely)
    assert (intercept, slope) == pytest.approx((-2.0, 1.5), abs=0.1)


def test_scores_that_separate_perfectly_still_give_a_finite_curve():
    curve = fitted_curve(np.array([0, 1], np.float32), np.array([False, True]))
    assert np.all(np.isfinite(curve))
