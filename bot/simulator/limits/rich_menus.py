"""LINE's limits on rich menus.

Source: "Rich menu" in LINE's Messaging API reference, requirements for the image included.
"""

from collections.abc import Mapping
from typing import Final

from bot.simulator.limits.actions import MESSAGE_KINDS, action
from bot.simulator.limits.limit import Limit, characters, pattern, size, units

WIDTH, WIDEST, HEIGHT = 800, 2500, 250
"""Pixels: least and greatest width, least height."""
LEAST_RATIO: Final = 1.45
"""Width through height."""
AREAS: Final = 20
CHAT_BAR_TEXT: Final = 14
LABEL: Final = 20
_ALIAS = pattern("[a-z0-9_-]{1,32}")
_KINDS = (*MESSAGE_KINDS, "richmenuswitch")

RICH_MENUS: Final[Mapping[str, Limit]] = {
    "RichMenuRequest": Limit(
        required=("size", "selected", "name", "chatBarText", "areas"),
        properties={
            "name": units(300),
            "chatBarText": characters(CHAT_BAR_TEXT),
            "areas": size(0, AREAS),
        },
        rules=({"areasWithinSize": True},),
    ),
    "RichMenuSize": Limit(
        required=("width", "height"),
        properties={
            "width": {"minimum": WIDTH, "maximum": WIDEST},
            "height": {"minimum": HEIGHT},
        },
        rules=({"leastRatio": LEAST_RATIO},),
    ),
    "RichMenuArea": Limit(
        required=("bounds", "action"),
        properties={"action": action(_KINDS, label=LABEL, label_required=False)},
    ),
    "RichMenuBounds": Limit(required=("x", "y", "width", "height")),
    "RichMenuSwitchAction": Limit(
        required=("richMenuAliasId", "data"),
        properties={"richMenuAliasId": _ALIAS, "data": units(300)},
    ),
    "CreateRichMenuAliasRequest": Limit(properties={"richMenuAliasId": _ALIAS}),
}
