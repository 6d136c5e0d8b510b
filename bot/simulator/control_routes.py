"""The switches and the accounts over HTTP, for the page's panel and for load and kill tests.

| call | does |
|---|---|
| `GET /simulator/controls` | how the switches stand, which faults and endpoints there are |
| `POST /simulator/controls/faults` | switches one on: `{"kind", "endpoint", "share", "calls"}` |
| `DELETE /simulator/controls/faults` | switches all off |
| `POST /simulator/controls/webhooks` | `{"standby", "duplicates", "delayS", "redelivers"}` |
| `POST /simulator/controls/seed` | begins chance anew: `{"seed": 7}` |
| `POST /simulator/controls/redeliver` | delivers again what the bot has not taken |
| `GET /simulator/accounts?verdict=never` | what became of every event, and counts |
"""

from http import HTTPStatus

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from bot.simulator.accounts import Verdict, accounts_view
from bot.simulator.controls import controls_view, fault_from, manner_from
from bot.simulator.faults.fault import InvalidFaultError
from bot.simulator.manner import InvalidMannerError
from bot.simulator.page_json import json_object
from bot.simulator.platform import LinePlatform


def add_controls(blueprint: Blueprint, platform: LinePlatform) -> None:
    """Mount the switches and the accounts."""
    _add_faults(blueprint, platform)
    _add_webhooks(blueprint, platform)
    _add_accounts(blueprint, platform)
    blueprint.register_error_handler(InvalidFaultError, _invalid)
    blueprint.register_error_handler(InvalidMannerError, _invalid)


def _add_faults(blueprint: Blueprint, platform: LinePlatform) -> None:
    @blueprint.get("/controls")
    def controls() -> Response:
        return jsonify(controls_view(platform))

    @blueprint.post("/controls/faults")
    def add_fault() -> Response:
        platform.faults.add(fault_from(json_object(), platform.endpoints.names))
        return jsonify(controls_view(platform))

    @blueprint.delete("/controls/faults")
    def clear_faults() -> Response:
        platform.faults.clear()
        return jsonify(controls_view(platform))

    @blueprint.post("/controls/seed")
    def reseed() -> Response:
        seed = json_object().get("seed")
        if type(seed) is not int:
            raise InvalidFaultError("seed must be a whole number")
        platform.faults.reseed(seed)
        platform.traffic.reseed(seed)
        return jsonify(controls_view(platform))


def _add_webhooks(blueprint: Blueprint, platform: LinePlatform) -> None:
    @blueprint.post("/controls/webhooks")
    def set_manner() -> Response:
        platform.traffic.manner = manner_from(json_object(), platform.traffic.manner)
        return jsonify(controls_view(platform))

    @blueprint.post("/controls/redeliver")
    def redeliver() -> Response:
        return jsonify(taken=platform.redeliver_failed(), **controls_view(platform))


def _add_accounts(blueprint: Blueprint, platform: LinePlatform) -> None:
    @blueprint.get("/accounts")
    def accounts() -> ResponseReturnValue:
        asked = request.args.get("verdict")
        if asked is not None and asked not in {verdict.value for verdict in Verdict}:
            return jsonify(message="no such verdict"), HTTPStatus.BAD_REQUEST
        return jsonify(accounts_view(platform.accounts(), Verdict(asked) if asked else None))


def _invalid(error: Exception) -> ResponseReturnValue:
    return jsonify(message=str(error)), HTTPStatus.BAD_REQUEST
