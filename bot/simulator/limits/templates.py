"""LINE's limits on template messages.

Source: "Template messages" in LINE's Messaging API reference.
"""

from collections.abc import Mapping
from typing import Final

from bot.simulator.limits.actions import MESSAGE_KINDS, action
from bot.simulator.limits.limit import ALT_TEXT, COLOR, HTTPS_URL, Limit, characters, size
from bot.simulator.wire import JsonObject

TEMPLATE_LABEL: Final = 20
IMAGE_CAROUSEL_LABEL: Final = 12
TEMPLATE_TITLE: Final = 40
SHORT_TEXT: Final = 60
"""Characters left for the text beside an image or a title."""

_ACTION = action(MESSAGE_KINDS, label=TEMPLATE_LABEL)
_IMAGE_ACTION = action(MESSAGE_KINDS, label=IMAGE_CAROUSEL_LABEL, label_required=False)
_DEFAULT_ACTION = action(MESSAGE_KINDS, label=TEMPLATE_LABEL, label_required=False)
_ASPECTS: Mapping[str, JsonObject] = {
    "imageAspectRatio": {"enum": ["rectangle", "square"]},
    "imageSize": {"enum": ["cover", "contain"]},
}
_CARD: Mapping[str, JsonObject] = {
    "thumbnailImageUrl": HTTPS_URL,
    "imageBackgroundColor": COLOR,
    "title": characters(TEMPLATE_TITLE),
    "defaultAction": _DEFAULT_ACTION,
}
_SHORT_BESIDE_IMAGE_OR_TITLE: JsonObject = {
    "if": {"anyOf": [{"required": ["thumbnailImageUrl"]}, {"required": ["title"]}]},
    "then": {"properties": {"text": {"maxLength": SHORT_TEXT}}},
}


def _actions(least: int, most: int) -> JsonObject:
    return {**size(least, most), "items": _ACTION}


TEMPLATES: Final[Mapping[str, Limit]] = {
    "TemplateMessage": Limit(properties={"altText": ALT_TEXT}),
    "ButtonsTemplate": Limit(
        properties={**_CARD, **_ASPECTS, "text": characters(160), "actions": _actions(1, 4)},
        rules=(_SHORT_BESIDE_IMAGE_OR_TITLE,),
    ),
    "ConfirmTemplate": Limit(
        properties={"text": characters(240), "actions": _actions(2, 2)},
    ),
    "CarouselTemplate": Limit(
        properties={
            **_ASPECTS,
            "columns": {
                **size(1, 10),
                "uniform": [
                    {"property": "actions", "measure": "length"},
                    {"property": "thumbnailImageUrl", "measure": "presence"},
                    {"property": "title", "measure": "presence"},
                ],
            },
        },
    ),
    "CarouselColumn": Limit(
        properties={**_CARD, "text": characters(120), "actions": _actions(1, 3)},
        rules=(_SHORT_BESIDE_IMAGE_OR_TITLE,),
    ),
    "ImageCarouselTemplate": Limit(properties={"columns": size(1, 10)}),
    "ImageCarouselColumn": Limit(properties={"imageUrl": HTTPS_URL, "action": _IMAGE_ACTION}),
}
