"""LINE's limits on requests and on messages other than templates and Flex.

Source: "Message objects", "Quick reply", "Display a loading animation" in LINE's Messaging API
reference.
"""

from collections.abc import Mapping
from typing import Final

from bot.simulator.limits.actions import QUICK_REPLY_KINDS, action
from bot.simulator.limits.limit import ALT_TEXT, HTTPS_URL, Limit, characters, size, units

TEXT_UNITS: Final = 5000
QUICK_REPLIES: Final = 13
QUICK_REPLY_LABEL: Final = 20

_MEDIA = Limit(properties={"originalContentUrl": HTTPS_URL, "previewImageUrl": HTTPS_URL})
_TEXT = {"text": units(TEXT_UNITS)}

MESSAGES: Final[Mapping[str, Limit]] = {
    "ShowLoadingAnimationRequest": Limit(
        properties={
            "chatId": {"pattern": r"^U[0-9a-f]{32}\Z"},  # one-to-one chats only
            "loadingSeconds": {"multipleOf": 5},  # the range is in the description
        }
    ),
    "PushMessageRequest": Limit(
        properties={"to": {"pattern": r"^[UCR][0-9a-f]{32}\Z"}}  # user, group or room
    ),
    "QuickReply": Limit(required=("items",), properties={"items": size(1, QUICK_REPLIES)}),
    "QuickReplyItem": Limit(
        required=("type", "action"),
        properties={
            "type": {"const": "action"},
            "imageUrl": HTTPS_URL,
            "action": action(QUICK_REPLY_KINDS, label=QUICK_REPLY_LABEL),
        },
    ),
    "Sender": Limit(properties={"name": characters(20), "iconUrl": HTTPS_URL}),
    "TextMessage": Limit(properties={**_TEXT, "emojis": size(1, 20)}),
    "TextMessageV2": Limit(properties=_TEXT),
    "Emoji": Limit(required=("index", "productId", "emojiId")),
    "ImageMessage": _MEDIA,
    "VideoMessage": _MEDIA,
    "AudioMessage": Limit(properties={"originalContentUrl": HTTPS_URL, "duration": {"minimum": 1}}),
    "LocationMessage": Limit(
        properties={
            "title": units(100),
            "address": units(100),
            "latitude": {"minimum": -90, "maximum": 90},
            "longitude": {"minimum": -180, "maximum": 180},
        }
    ),
    "ImagemapMessage": Limit(
        properties={"baseUrl": HTTPS_URL, "altText": ALT_TEXT, "actions": size(1, 50)}
    ),
    "ImagemapBaseSize": Limit(properties={"width": {"const": 1040}, "height": {"minimum": 1}}),
    "MessageImagemapAction": Limit(properties={"text": characters(400)}),
    "URIImagemapAction": Limit(properties={"linkUri": units(1000)}),
}
