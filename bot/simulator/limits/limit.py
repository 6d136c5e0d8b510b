"""What a limit is, and the fragments of JSON Schema that limits are written in.

LINE counts labels, template texts and message texts in grapheme clusters and everything else in
UTF-16 units (developers.line.biz/en/docs/messaging-api/text-character-count). `characters` counts
code points, never fewer than graphemes, so that nothing passes here that LINE would refuse.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.simulator.wire import JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What the documentation adds to one schema of the OpenAPI description."""

    properties: Mapping[str, JsonObject] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    rules: tuple[JsonObject, ...] = ()


def units(most: int) -> JsonObject:
    """Ask for a text, not empty, of at most that many UTF-16 units."""
    return {"minLength": 1, "maxUtf16": most}


def characters(most: int) -> JsonObject:
    """Ask for a text, not empty, of at most that many characters."""
    return {"minLength": 1, "maxLength": most}


def size(least: int, most: int) -> JsonObject:
    """Ask for an array with that many items."""
    return {"minItems": least, "maxItems": most}


def pattern(*alternatives: str) -> JsonObject:
    """Ask for a text that is one of the alternatives from end to end."""
    return {"pattern": rf"^(?:{'|'.join(alternatives)})\Z"}


IMAGE_URL_UNITS: Final = 2000
URI_UNITS: Final = 1000
ALT_TEXT_UNITS: Final = 1500

HTTPS_URL: Final[JsonObject] = {"pattern": r"^https://[^\s/]", "maxUtf16": IMAGE_URL_UNITS}
"""Where LINE's servers and apps fetch images, video and audio from."""

ALT_TEXT: Final = units(ALT_TEXT_UNITS)
COLOR: Final = pattern("#[0-9A-Fa-f]{6}", "#[0-9A-Fa-f]{8}")
