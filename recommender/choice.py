"""Choice: an answer to tap."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What stands on it, and the message that it sends."""

    label: str
    text: str
