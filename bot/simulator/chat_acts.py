"""What a person can do on the page, read from the page's JSON and done on the platform.

The page is as little trusted as any other client: what is missing or too long is refused.
"""

from collections.abc import Callable, Mapping

from bot.simulator.limits.messages import TEXT_UNITS
from bot.simulator.platform import LinePlatform
from bot.simulator.wire import JsonObject, utf16_units


class UnreadableActError(ValueError):
    """The page's request does not say what it must: the page's fault."""


Act = Callable[[LinePlatform, str, JsonObject], object]


def _text(platform: LinePlatform, person: str, body: JsonObject) -> object:
    return platform.say(person, _field(body, "text"))


def _postback(platform: LinePlatform, person: str, body: JsonObject) -> object:
    params = body.get("params") or {}
    if not isinstance(params, dict) or not all(isinstance(text, str) for text in params.values()):
        raise UnreadableActError("params must be texts")
    display_text = str(body.get("displayText") or "")
    return platform.postback(person, _field(body, "data"), display_text=display_text, params=params)


def _sticker(platform: LinePlatform, person: str, body: JsonObject) -> object:
    return platform.send_sticker(person, _field(body, "packageId"), _field(body, "stickerId"))


def _image(platform: LinePlatform, person: str, _body: JsonObject) -> object:
    return platform.send_image(person)


def _voice(platform: LinePlatform, person: str, _body: JsonObject) -> object:
    return platform.send_voice(person)


def _location(platform: LinePlatform, person: str, body: JsonObject) -> object:
    return platform.send_location(
        person,
        title=_field(body, "title"),
        address=_field(body, "address"),
        latitude=_degrees(body, "latitude"),
        longitude=_degrees(body, "longitude"),
    )


def _follow(platform: LinePlatform, person: str, _body: JsonObject) -> object:
    return platform.follow(person)


def _unfollow(platform: LinePlatform, person: str, _body: JsonObject) -> object:
    return platform.unfollow(person)


def _unsend(platform: LinePlatform, person: str, body: JsonObject) -> object:
    return platform.unsend(person, _field(body, "messageId"))


def _edit(platform: LinePlatform, person: str, body: JsonObject) -> object:
    return platform.edit(person, _field(body, "messageId"), _field(body, "text"))


def _menu_switch(platform: LinePlatform, person: str, body: JsonObject) -> object:
    return platform.switch_menu(person, _field(body, "richMenuAliasId"), _field(body, "data"))


ACTS: Mapping[str, Act] = {
    "text": _text,
    "postback": _postback,
    "sticker": _sticker,
    "image": _image,
    "voice": _voice,
    "location": _location,
    "follow": _follow,
    "unfollow": _unfollow,
    "unsend": _unsend,
    "edit": _edit,
    "menu-switch": _menu_switch,
}
"""The last part of the page's address for an act → the act."""


def _field(body: JsonObject, name: str) -> str:
    text = body.get(name)
    if not isinstance(text, str) or not text.strip():
        raise UnreadableActError(f"{name} is missing")
    if utf16_units(text) > TEXT_UNITS:
        raise UnreadableActError(f"{name} is longer than {TEXT_UNITS} UTF-16 units")
    return text


def _degrees(body: JsonObject, name: str) -> float:
    number = body.get(name)
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise UnreadableActError(f"{name} is not a number")
    return float(number)
