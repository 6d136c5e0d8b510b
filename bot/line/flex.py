"""Flex: the few building blocks of our cards and tables, with one set of sizes and colours.

Every colour of text has a contrast of at least 4.5 to 1 on what it stands on (JIS X 8341-3 AA), and
no meaning is carried by colour alone.
"""

import json
from typing import Any

INK, SOFT, ACCENT, PAPER = "#1F2933", "#52606D", "#0B6E4F", "#F0F7F4"
WHITE, ALERT = "#FFFFFF", "#A3260F"

Part = dict[str, Any]


def text(words: str, **style: Any) -> Part:  # noqa: ANN401 - Flex's own values
    """Return wrapping text; LINE refuses an empty one."""
    return {"type": "text", "text": words if words.strip() else "―", "wrap": True} | style


def box(contents: list[Part], *, layout: str = "vertical", **style: Any) -> Part:  # noqa: ANN401
    """Return parts one below the other, or beside each other in another layout."""
    return {"type": "box", "layout": layout, "contents": contents} | style


def separator() -> Part:
    """Return a line between parts."""
    return {"type": "separator", "margin": "md"}


def badge(words: str, colour: str) -> Part:
    """Return white words on a colour."""
    said = text(words, size="xs", color=WHITE, weight="bold", align="center")
    return box(
        [said | {"wrap": False}],
        backgroundColor=colour,
        cornerRadius="sm",
        paddingStart="md",
        paddingEnd="md",
        paddingTop="xs",
        paddingBottom="xs",
        flex=0,
    )


def button(action: Part, *, style: str = "link") -> Part:
    """Return a button; `primary` is filled."""
    colour = {} if style == "secondary" else {"color": ACCENT}
    return {"type": "button", "style": style, "height": "sm", "action": action} | colour


def postback(label: str, data: str, shown: str) -> Part:
    """Return an action that brings `data` and shows `shown` as said by the person."""
    return {"type": "postback", "label": label, "data": data, "displayText": shown}


def size_bytes(part: Part) -> int:
    """Return how large a part is as JSON in UTF-8."""
    return len(json.dumps(part, ensure_ascii=False).encode("utf-8", "surrogatepass"))
