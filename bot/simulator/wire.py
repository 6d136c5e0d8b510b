"""The JSON that crosses the wire between LINE and a bot.

This is the one place where plain JSON objects are let through: the simulator stands for the other
end of the wire, and must be able to hold what is wrong as well as what is right.
"""

import json
from typing import Any, TypeAlias

Json: TypeAlias = Any
"""Any parsed JSON; nothing about it has been checked yet."""

JsonObject: TypeAlias = dict[str, Any]
"""One JSON object, as parsed."""


def to_bytes(value: object) -> bytes:
    """Write the value as compact UTF-8 JSON, as LINE does and as it counts sizes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def json_size(value: object) -> int:
    """Count the value's bytes as compact UTF-8 JSON; a lone surrogate takes three."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return len(text.encode(errors="surrogatepass"))


def utf16_units(text: str) -> int:
    """Measure a text as LINE counts most texts: an emoji outside the basic plane counts two.

    Source: developers.line.biz/en/docs/messaging-api/text-character-count
    """
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
