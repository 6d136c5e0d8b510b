"""The Messaging API seen through a bad line: each fault, and what it does to a call."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Protocol

from bot.simulator.faults.fault import Fault, FaultKind
from bot.simulator.faults.plan import FaultPlan
from bot.simulator.http_values import ApiRequest, ApiResponse
from bot.simulator.identifiers import new_request_id
from bot.simulator.refusal import BadRequest, QuotaUsedUp, RateLimited, Refusal


class Api(Protocol):
    """Something that answers the bot's calls."""

    def handle(self, request: ApiRequest) -> ApiResponse:
        """Answer one request."""

    def endpoint_of(self, request: ApiRequest) -> str:
        """Name the endpoint the request means; empty when there is none."""


class FaultyApi:
    """Answers as the API does, unless a fault strikes; `sleep` waits that many seconds."""

    def __init__(self, api: Api, plan: FaultPlan, sleep: Callable[[float], object]) -> None:
        self._api = api
        self._plan = plan
        self._sleep = sleep

    def handle(self, request: ApiRequest) -> ApiResponse:
        """Answer one request."""
        fault = self._plan.draw(self._api.endpoint_of(request))
        if fault is None:
            return self._api.handle(request)
        return _CONDUCT[fault.kind](self, fault, request)

    def hang(self, fault: Fault, _request: ApiRequest) -> ApiResponse:
        """Hold the connection, then break it."""
        self._sleep(fault.seconds)
        return ApiResponse(is_lost=True)

    def slow(self, fault: Fault, request: ApiRequest) -> ApiResponse:
        """Answer late."""
        self._sleep(fault.seconds)
        return self._api.handle(request)

    def reset(self, _fault: Fault, _request: ApiRequest) -> ApiResponse:
        """Break the connection."""
        return ApiResponse(is_lost=True)

    def lost_answer(self, _fault: Fault, request: ApiRequest) -> ApiResponse:
        """Do what is asked, then break the connection: the bot cannot know."""
        self._api.handle(request)
        return ApiResponse(is_lost=True)

    def server_error(self, fault: Fault, _request: ApiRequest) -> ApiResponse:
        """Fail on LINE's side."""
        return _answer(fault.status, HTTPStatus(fault.status).phrase)

    def rate_limit(self, _fault: Fault, _request: ApiRequest) -> ApiResponse:
        """Say that there were too many calls in too short a time."""
        return _refusal(RateLimited())

    def monthly_limit(self, _fault: Fault, _request: ApiRequest) -> ApiResponse:
        """Say that the month's messages are spent."""
        return _refusal(QuotaUsedUp())

    def invalid_token(self, _fault: Fault, _request: ApiRequest) -> ApiResponse:
        """Say that the reply token is not good, or no longer."""
        return _refusal(BadRequest("Invalid reply token"))


_CONDUCT: Mapping[FaultKind, Callable[[FaultyApi, Fault, ApiRequest], ApiResponse]] = {
    FaultKind.HANG: FaultyApi.hang,
    FaultKind.SLOW: FaultyApi.slow,
    FaultKind.SERVER_ERROR: FaultyApi.server_error,
    FaultKind.RATE_LIMIT: FaultyApi.rate_limit,
    FaultKind.MONTHLY_LIMIT: FaultyApi.monthly_limit,
    FaultKind.INVALID_TOKEN: FaultyApi.invalid_token,
    FaultKind.RESET: FaultyApi.reset,
    FaultKind.LOST_ANSWER: FaultyApi.lost_answer,
}


def _refusal(refusal: Refusal) -> ApiResponse:
    return _answer(refusal.status, refusal.message)


def _answer(status: int, message: str) -> ApiResponse:
    headers = {"x-line-request-id": new_request_id()}
    return ApiResponse(status=status, body={"message": message}, headers=headers)
