"""Claimed: an event that one holder alone works on; and what still waits."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.line.events import Event
from bot.line.limits import LineMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An answer as it is sent: no message where we stay silent, else one to five.

    `is_urgent` tells words that must not wait, those to a person in crisis.
    """

    messages: tuple[LineMessage, ...]
    is_urgent: bool = False


PREPARED = TypeAdapter(Prepared)  # its stored form is JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An event that its holder alone works on.

    `received_at` is when LINE last sent it, in seconds since 1970: the reply token lives from then
    on. `tries` counts the holders so far, this one among them. `prepared` is the answer that an
    earlier try wrote down and may have sent, None at first.
    """

    event: Event
    chat_key: str
    person_key: str
    message_key: str
    received_at: float
    tries: int = 1
    prepared: Prepared | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """Events that wait for an answer, and when the oldest of them came, in seconds since 1970."""

    count: int
    oldest_at: float | None

    def __add__(self, other: "Backlog") -> "Backlog":
        moments = [one for one in (self.oldest_at, other.oldest_at) if one is not None]
        return Backlog(count=self.count + other.count, oldest_at=min(moments, default=None))


NOTHING = Backlog(count=0, oldest_at=None)
