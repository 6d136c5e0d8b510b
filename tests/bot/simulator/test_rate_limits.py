"""An endpoint may be called so often, in any window of its length."""

import pytest

from bot.simulator.rate_limits import RATES, USUAL, RateLimits


def admitted(limits, endpoint, calls):
    return [limits.admit(endpoint) for _ in range(calls)]


@pytest.mark.parametrize(("endpoint", "rate"), [*RATES.items(), ("reply", USUAL)])
def test_the_rate_is_admitted_and_one_more_is_not(clock, endpoint, rate):
    limits = RateLimits(clock)
    assert admitted(limits, endpoint, rate.calls + 1) == [True] * rate.calls + [False]
    clock.now += rate.seconds
    assert limits.admit(endpoint)


def test_the_window_slides(clock):
    limits = RateLimits(clock)
    admitted(limits, "start_loading", 60)
    clock.now += 0.6
    admitted(limits, "start_loading", 40)
    clock.now += 0.5
    assert admitted(limits, "start_loading", 61) == [True] * 60 + [False]


def test_endpoints_are_counted_apart(clock):
    limits = RateLimits(clock)
    admitted(limits, "start_loading", 100)
    assert limits.admit("reply")


def test_a_call_too_many_is_told_apart_from_the_monthly_limit(platform, call):
    body = {"chatId": platform.new_person(), "loadingSeconds": 5}
    statuses = [call("POST chat/loading/start", body).status for _ in range(101)]
    assert statuses == [202] * 100 + [429]
    assert "rate limit" in call("POST chat/loading/start", body).body["message"]
