"""LINE's limits on Flex messages.

Source: "Flex Message" in LINE's Messaging API reference; which component may stand in which box is
from developers.line.biz/en/docs/messaging-api/flex-message-layout.
"""

from collections.abc import Mapping
from typing import Final

from bot.simulator.limits.actions import MESSAGE_KINDS, action
from bot.simulator.limits.limit import ALT_TEXT, COLOR, HTTPS_URL, Limit, pattern, size
from bot.simulator.wire import JsonObject

BUTTON_LABEL: Final = 40
BUBBLES: Final = 12
BUBBLE_BYTES: Final = 30_000
CAROUSEL_BYTES: Final = 50_000
"""LINE writes 30 KB and 50 KB; the smaller reading, so that what passes here passes there."""

_PIXELS = r"\d+(?:\.\d+)?px"
_SIGNED_PIXELS = rf"-?{_PIXELS}"
_PERCENT = r"\d+(?:\.\d+)?%"
_STEPS = ("xs", "sm", "md", "lg", "xl", "xxl")
_FONT_STEPS = ("xxs", *_STEPS, "3xl", "4xl", "5xl")

_SPACE = pattern("none", *_STEPS, _PIXELS)
_PADDING = pattern("none", *_STEPS, _PIXELS, _PERCENT)
_LENGTH = pattern(_PIXELS, _PERCENT)
_FONT = pattern(*_FONT_STEPS, _PIXELS)
_IMAGE_SIZE = pattern(*_FONT_STEPS, "full", _PIXELS, _PERCENT)
_ICON_SIZE = pattern(*_FONT_STEPS, _PIXELS, _PERCENT)
_RATIO = pattern(r"[1-9]\d{0,4}(?:\.\d+)?:[1-9]\d{0,4}(?:\.\d+)?")
_OFFSET = pattern("none", *_STEPS, _SIGNED_PIXELS, _PERCENT)
_BORDER = pattern("none", "light", "normal", "medium", "semi-bold", "bold", _PIXELS)
_COUNT: JsonObject = {"minimum": 0}
_TEXT: JsonObject = {"minLength": 1}

_PLACED: Mapping[str, JsonObject] = {
    "margin": _SPACE,
    "offsetTop": _OFFSET,
    "offsetBottom": _OFFSET,
    "offsetStart": _OFFSET,
    "offsetEnd": _OFFSET,
}
_TAP = action(MESSAGE_KINDS, label=BUTTON_LABEL, label_required=False)
_BUTTON_TAP = action(MESSAGE_KINDS, label=BUTTON_LABEL)

_IN_BOX = ["box", "button", "filler", "image", "separator", "text"]
_CONTENTS_BY_LAYOUT: Mapping[str, list[str]] = {
    "vertical": _IN_BOX,
    "horizontal": _IN_BOX,
    "baseline": ["filler", "icon", "text"],
}
_HERO_KINDS = ["box", "image", "video"]
_NO_VIDEO: JsonObject = {
    "properties": {"hero": {"properties": {"type": {"enum": ["box", "image"]}}}}
}


def _contents_of(layout: str) -> JsonObject:
    kinds = {"properties": {"type": {"enum": _CONTENTS_BY_LAYOUT[layout]}}}
    return {
        "if": {"properties": {"layout": {"const": layout}}, "required": ["layout"]},
        "then": {"properties": {"contents": {"items": kinds}}},
    }


_SOME_BLOCK: JsonObject = {
    "anyOf": [{"required": [block]} for block in ("header", "hero", "body", "footer")]
}
_PADDINGS = {f"padding{side}": _PADDING for side in ("All", "Top", "Bottom", "Start", "End")}
_LENGTHS = dict.fromkeys(("width", "maxWidth", "height", "maxHeight"), _LENGTH)

FLEX: Final[Mapping[str, Limit]] = {
    "FlexMessage": Limit(properties={"altText": ALT_TEXT}),
    "FlexCarousel": Limit(
        properties={
            "contents": {
                **size(1, BUBBLES),
                "uniform": [{"property": "size", "measure": "value", "default": "mega"}],
                "items": _NO_VIDEO,
            }
        },
        rules=({"maxJsonBytes": CAROUSEL_BYTES},),
    ),
    "FlexBubble": Limit(
        properties={"hero": {"properties": {"type": {"enum": _HERO_KINDS}}}, "action": _TAP},
        rules=({"maxJsonBytes": BUBBLE_BYTES}, _SOME_BLOCK),
    ),
    "FlexBlockStyle": Limit(properties={"backgroundColor": COLOR, "separatorColor": COLOR}),
    "FlexBox": Limit(
        properties={
            **_PLACED,
            **_PADDINGS,
            **_LENGTHS,
            "flex": _COUNT,
            "spacing": _SPACE,
            "cornerRadius": _SPACE,
            "borderWidth": _BORDER,
            "borderColor": COLOR,
            "backgroundColor": COLOR,
            "action": _TAP,
        },
        rules=tuple(_contents_of(layout) for layout in _CONTENTS_BY_LAYOUT),
    ),
    "FlexButton": Limit(
        properties={**_PLACED, "flex": _COUNT, "color": COLOR, "action": _BUTTON_TAP}
    ),
    "FlexImage": Limit(
        properties={
            **_PLACED,
            "url": HTTPS_URL,
            "flex": _COUNT,
            "size": _IMAGE_SIZE,
            "aspectRatio": _RATIO,
            "backgroundColor": COLOR,
            "action": _TAP,
        }
    ),
    "FlexVideo": Limit(
        properties={
            "url": HTTPS_URL,
            "previewUrl": HTTPS_URL,
            "aspectRatio": _RATIO,
            "altContent": {"properties": {"type": {"enum": ["box", "image"]}}},
            "action": _TAP,
        }
    ),
    "FlexIcon": Limit(
        properties={**_PLACED, "url": HTTPS_URL, "size": _ICON_SIZE, "aspectRatio": _RATIO}
    ),
    "FlexText": Limit(
        properties={
            **_PLACED,
            "flex": _COUNT,
            "text": _TEXT,
            "contents": {"minItems": 1},
            "size": _FONT,
            "color": COLOR,
            "lineSpacing": pattern(_PIXELS),
            "maxLines": _COUNT,
            "action": _TAP,
        },
        rules=({"anyOf": [{"required": ["text"]}, {"required": ["contents"]}]},),
    ),
    "FlexSpan": Limit(
        required=("text",), properties={"text": _TEXT, "size": _FONT, "color": COLOR}
    ),
    "FlexSeparator": Limit(properties={"margin": _SPACE, "color": COLOR}),
    "FlexFiller": Limit(properties={"flex": _COUNT}),
    "FlexBoxLinearGradient": Limit(
        required=("angle", "startColor", "endColor"),
        properties={
            "angle": pattern(r"\d+(?:\.\d+)?deg"),
            "startColor": COLOR,
            "endColor": COLOR,
            "centerColor": COLOR,
            "centerPosition": pattern(_PERCENT),
        },
    ),
}
