"""LINE's limits on actions, and on which actions may stand where.

Source: "Action objects" in LINE's Messaging API reference.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from bot.simulator.limits.limit import URI_UNITS, Limit, characters, pattern, units
from bot.simulator.wire import JsonObject

QUICK_REPLY_KINDS: Final = (
    "camera",
    "cameraRoll",
    "clipboard",
    "datetimepicker",
    "location",
    "message",
    "postback",
    "uri",
)
MESSAGE_KINDS: Final = ("clipboard", "datetimepicker", "message", "postback", "uri")
"""Outside quick replies: no camera and no location; `richmenuswitch` lives in rich menus only."""

URI_SCHEMES: Final = ("https", "http", "line", "tel", "mailto")

_DATE = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
_PICKER_FORMATS: Mapping[str, str] = {
    "date": _DATE,
    "time": _TIME,
    "datetime": rf"{_DATE}[Tt]{_TIME}",  # no seconds, no time zone
}
_PICKER_BOUNDS = ("min", "initial", "max")


def action(kinds: Iterable[str], *, label: int, label_required: bool = True) -> JsonObject:
    """Limit an action in a place that takes these kinds and labels of that many characters."""
    return {
        "properties": {"type": {"enum": list(kinds)}, "label": characters(label)},
        "required": ["label"] if label_required else [],
    }


def _picker_format(mode: str) -> JsonObject:
    bounds = {name: pattern(_PICKER_FORMATS[mode]) for name in _PICKER_BOUNDS}
    return {
        "if": {"properties": {"mode": {"const": mode}}, "required": ["mode"]},
        "then": {"properties": bounds},
    }


_FILL_IN_NEEDS_KEYBOARD: Final[JsonObject] = {
    "if": {"required": ["fillInText"]},
    "then": {
        "required": ["inputOption"],
        "properties": {"inputOption": {"const": "openKeyboard"}},
    },
}
_ONE_TEXT_ONLY: Final[JsonObject] = {"not": {"required": ["displayText", "text"]}}

ACTIONS: Final[Mapping[str, Limit]] = {
    "MessageAction": Limit(required=("text",), properties={"text": characters(300)}),
    "PostbackAction": Limit(
        required=("data",),
        properties={
            "data": units(300),
            "displayText": characters(300),
            "text": characters(300),
            "fillInText": characters(300),
        },
        rules=(_FILL_IN_NEEDS_KEYBOARD, _ONE_TEXT_ONLY),
    ),
    "URIAction": Limit(
        required=("uri",),
        properties={
            "uri": {"pattern": rf"^(?:{'|'.join(URI_SCHEMES)}):\S+\Z", "maxUtf16": URI_UNITS}
        },
    ),
    "AltUri": Limit(properties={"desktop": {"pattern": r"^https?://\S+\Z", "maxUtf16": URI_UNITS}}),
    "DatetimePickerAction": Limit(
        required=("data", "mode"),
        properties={"data": units(300)},
        rules=(
            *(_picker_format(mode) for mode in _PICKER_FORMATS),
            {"ascending": list(_PICKER_BOUNDS)},
        ),
    ),
}
