import numpy as np
import pytest

from recommender.evaluation.intervals import (
    Interval,
    mean_figure,
    mean_interval,
    ratio_figure,
)


def test_a_mean_lies_within_its_interval_and_the_interval_within_the_values():
    figure = mean_figure([0.1, 0.4, 0.5, 0.9, 0.2])
    assert figure.value == pytest.approx(0.42)
    assert 0.1 <= figure.interval.low < figure.value < figure.interval.high <= 0.9
    assert figure.of == 5


def test_more_requests_make_the_interval_narrower():
    few, many = mean_figure([0, 1] * 10), mean_figure([0, 1] * 100)
    assert few.interval.low < many.interval.low < 0.5 < many.interval.high < few.interval.high


def test_the_interval_of_a_mean_agrees_with_the_normal_approximation():
    values = np.random.default_rng(3).normal(0.5, 0.2, 400)
    margin = 1.96 * values.std() / np.sqrt(len(values))
    found = mean_interval(values)
    assert found.low == pytest.approx(values.mean() - margin, abs=0.002)
    assert found.high == pytest.approx(values.mean() + margin, abs=0.002)


def test_equal_values_leave_nothing_to_luck():
    assert mean_figure([1.0, 1.0, 1.0]).interval == Interval(low=1, high=1)


@pytest.mark.parametrize(("values", "value"), [([], 0), ([0.7], 0.7)])
def test_fewer_than_two_requests_have_no_interval(values, value):
    figure = mean_figure(values)
    assert (figure.value, figure.interval, figure.of) == (value, None, len(values))


def test_a_ratio_is_that_of_the_sums_not_the_mean_of_ratios():
    figure = ratio_figure([1, 0, 3], [1, 2, 4])
    assert figure.value == pytest.approx(4 / 7)
    assert figure.of == 7
    assert 0 <= figure.interval.low < 4 / 7 < figure.interval.high <= 1


def test_requests_with_nothing_to_count_do_not_move_a_ratio():
    assert ratio_figure([1, 0, 1, 0], [1, 2, 3, 0]) == ratio_figure([1, 0, 1], [1, 2, 3])


def test_a_ratio_over_nothing_is_zero_without_an_interval():
    figure = ratio_figure([0, 0], [0, 0])
    assert (figure.value, figure.interval, figure.of) == (0, None, 0)


def test_a_resample_without_any_whole_counts_as_zero():
    figure = ratio_figure([1, 0], [1, 0])
    assert (figure.value, figure.interval) == (1, None)
    spread = ratio_figure([2, 0, 0], [2, 1, 1]).interval
    assert (spread.low, spread.high) == (0, 1)


def test_the_json_rounds_to_four_digits_and_says_null_without_an_interval():
    assert mean_figure([1 / 3]).to_json("share") == {"share": 0.3333, "share_interval": None}
    told = mean_figure([0.0, 1 / 3]).to_json("share")
    assert told == {"share": 0.1667, "share_interval": [0.0, 0.3333]}
