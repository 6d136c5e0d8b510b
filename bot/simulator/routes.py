"""The simulator's place in a web app: LINE's API for the bot, the chat page for people.

A thin shell: addresses and status codes live here, everything else in the pure modules. Several
people chat at once, each under a user id of their own.
"""

from http import HTTPStatus
from pathlib import Path

from flask import Blueprint, Response, jsonify, request, send_from_directory
from flask.typing import ResponseReturnValue

from bot.simulator.broken_connection import break_connection
from bot.simulator.channel import ACCOUNT_NAME, UnknownPersonError
from bot.simulator.chat_acts import ACTS, UnreadableActError
from bot.simulator.chat_view import chat_view
from bot.simulator.control_routes import add_controls
from bot.simulator.http_values import ApiRequest
from bot.simulator.page_json import json_object
from bot.simulator.people import NotPossibleError
from bot.simulator.platform import LinePlatform
from bot.simulator.refusal import NotFound

URL_PREFIX = "/simulator"
LONGEST_WAIT_S = 20.0
"""Seconds a request for news may wait; each waiting page occupies one thread of the server."""

_PAGE = Path(__file__).parent / "page"
_CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def simulator_blueprint(platform: LinePlatform, notice: str = "") -> Blueprint:
    """Mount the stand-in under `/simulator`; the notice is shown at the top of the page.

    Point the bot at it with LINE_API_BASE_URL=http://127.0.0.1:PORT/simulator.
    """
    blueprint = Blueprint("simulator", __name__, url_prefix=URL_PREFIX)
    _add_messaging_api(blueprint, platform)
    _add_page(blueprint, notice)
    _add_people(blueprint, platform.in_background())
    _add_chat(blueprint, platform.in_background())
    add_controls(blueprint, platform)
    blueprint.register_error_handler(UnknownPersonError, _unknown_person)
    blueprint.register_error_handler(UnreadableActError, _unreadable)
    blueprint.register_error_handler(NotPossibleError, _not_possible)
    return blueprint


def _add_messaging_api(blueprint: Blueprint, platform: LinePlatform) -> None:
    @blueprint.route("/v2/bot/<path:rest>", methods=["GET", "POST", "PUT", "DELETE"])
    def messaging_api(rest: str) -> ResponseReturnValue:
        answer = platform.handle(
            ApiRequest(
                method=request.method,
                path=f"/v2/bot/{rest}",
                headers=dict(request.headers),
                body=request.get_data(),
            )
        )
        if answer.is_lost:
            break_connection(request.environ)
            return "", HTTPStatus.INTERNAL_SERVER_ERROR  # which nobody gets to read
        if answer.content:
            picture = answer.content
            return Response(picture.data, content_type=picture.media_type)
        return jsonify(answer.body), answer.status, dict(answer.headers)


def _add_page(blueprint: Blueprint, notice: str) -> None:
    @blueprint.get("/")
    def page() -> Response:
        response = send_from_directory(_PAGE, "index.html")
        response.headers["Content-Security-Policy"] = _CONTENT_POLICY
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    @blueprint.get("/page/<path:name>")
    def page_file(name: str) -> Response:
        return send_from_directory(_PAGE, name)

    @blueprint.get("/chat/about")
    def about() -> Response:
        return jsonify(accountName=ACCOUNT_NAME, notice=notice)


def _add_people(blueprint: Blueprint, platform: LinePlatform) -> None:
    @blueprint.post("/chat/people")
    def new_person() -> Response:
        body = json_object()
        return jsonify(userId=platform.new_person(str(body.get("name") or "")))

    @blueprint.get("/chat/people")
    def people() -> Response:
        return jsonify(
            people=[{"userId": person.user_id, "name": person.name} for person in platform.people()]
        )

    @blueprint.post("/chat/groups")
    def new_group() -> Response:
        json_object()
        return jsonify(userId=platform.new_group())


def _add_chat(blueprint: Blueprint, platform: LinePlatform) -> None:
    @blueprint.get("/chat/menus/<menu_id>/picture")
    def menu_picture(menu_id: str) -> ResponseReturnValue:
        try:
            picture = platform.channel.rich_menus.picture(menu_id)
        except NotFound as missing:
            return jsonify(missing.body()), HTTPStatus.NOT_FOUND
        return Response(picture.data, content_type=picture.media_type)

    @blueprint.get("/chat/<person>/state")
    def state(person: str) -> Response:
        after = request.args.get("after", 0, type=int)
        wait = max(0.0, min(request.args.get("wait", 0.0, type=float), LONGEST_WAIT_S))
        with platform.channel.changed:  # so that the entries are those of the revision
            changed = platform.wait_for_change(person, after=after, timeout=wait)
            asked = platform.channel.person(person)
            menu = platform.rich_menu(person)
            response = jsonify(chat_view(asked, changed, platform.channel.clock(), menu))
        response.headers["Cache-Control"] = "no-store"
        return response

    @blueprint.post("/chat/<person>/<act>")
    def act(person: str, act: str) -> ResponseReturnValue:
        if act not in ACTS:
            return jsonify(message="Not found"), HTTPStatus.NOT_FOUND
        ACTS[act](platform, person, json_object())
        return jsonify({}), HTTPStatus.ACCEPTED


def _unknown_person(_error: Exception) -> ResponseReturnValue:
    return jsonify(message="この人はいません"), HTTPStatus.NOT_FOUND


def _unreadable(error: Exception) -> ResponseReturnValue:
    return jsonify(message=str(error)), HTTPStatus.BAD_REQUEST


def _not_possible(error: Exception) -> ResponseReturnValue:
    return jsonify(message=str(error)), HTTPStatus.CONFLICT
