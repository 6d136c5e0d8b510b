"""Postbacks: what a tap on one of our buttons carries back."""

import json
from dataclasses import dataclass
from enum import StrEnum

from bot.line.text_length import utf16_length

LONGEST_DATA = 300  # UTF-16 units; Messaging API reference, postback action


class Tap(StrEnum):
    """What a button asks for."""

    MORE = "more"  # further programs for the same words
    DETAIL = "detail"  # everything about one program
    TOPIC = "topic"  # the same search without its conditions
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Postback:
    """A tap with its subject: words to search for, or a program's identity for DETAIL."""

    tap: Tap
    subject: str = ""
    offset: int = 0

    def encoded(self) -> str | None:
        """Return it as postback data, or None when it does not fit into LINE's limit."""
        data = json.dumps([self.tap, self.offset, self.subject], ensure_ascii=False)
        return data if utf16_length(data) <= LONGEST_DATA else None


def read_postback(data: str) -> Postback | None:
    """Read postback data; None for what no button of ours has sent."""
    try:
        tap, offset, subject = json.loads(data)
        if isinstance(offset, int) and offset >= 0 and isinstance(subject, str):
            return Postback(tap=Tap(tap), offset=offset, subject=subject)
    except (ValueError, TypeError):
        pass
    return None
