"""Reading the JSON that the page sends."""

from flask import request

from bot.simulator.chat_acts import UnreadableActError
from bot.simulator.wire import JsonObject


def json_object() -> JsonObject:
    """Read the page's JSON; asking for its content type keeps other sites' forms out."""
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        raise UnreadableActError("the body must be a JSON object sent as application/json")
    return body
