"""The manner in which webhooks travel: standby, delays, doubles, redelivery.

LINE promises neither that an event arrives once nor that it arrives at once.
"""

from dataclasses import dataclass


class InvalidMannerError(ValueError):
    """A manner that cannot be: the fault of whoever asks for it."""


LONGEST_DELAY_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How events reach the bot.

    `standby` marks new events as not to be answered. `duplicates` is the part of deliveries, 0 to
    1, that arrive twice without saying so. `delay_s` holds every delivery for so many seconds.
    `redelivers` repeats what the bot did not take, as LINE does when that is switched on.
    """

    standby: bool = False
    duplicates: float = 0.0
    delay_s: float = 0.0
    redelivers: bool = False

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if not 0 <= self.duplicates <= 1:
            raise InvalidMannerError("duplicates must lie between 0 and 1")
        if not 0 <= self.delay_s <= LONGEST_DELAY_S:
            raise InvalidMannerError(f"delayS must lie between 0 and {LONGEST_DELAY_S}")


REDELIVERY_WAITS_S = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Seconds before each repeat. LINE discloses neither number nor interval; this is the stand-in's.
"""
