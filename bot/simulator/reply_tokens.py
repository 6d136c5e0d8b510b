"""Reply tokens: each answers one event, once, within its time.

Source of the times: platform rules in "Send reply message" of LINE's Messaging API reference.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.identifiers import new_token

LIFETIME_S = 60.0
"""Seconds after the webhook was received in which its reply token works."""

REDELIVERED_LIFETIME_S = 20 * 60.0
"""Seconds after the event beyond which no redelivery revives its token."""


@dataclass(slots=True, kw_only=True)
class _Ticket:
    user_id: str
    born_s: float
    expires_s: float
    used: bool = False


class ReplyTokens:
    """All reply tokens of a channel."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._tickets: dict[str, _Ticket] = {}

    def issue(self, user_id: str) -> str:
        """Make a token for an event of that person."""
        now, token = self._clock(), new_token()
        self._tickets[token] = _Ticket(user_id=user_id, born_s=now, expires_s=now + LIFETIME_S)
        return token

    def renew(self, token: str) -> None:
        """Start the minute (again) because the event is delivered now; nothing for no token."""
        ticket = self._tickets.get(token)
        if ticket is None:
            return
        latest = ticket.born_s + REDELIVERED_LIFETIME_S
        ticket.expires_s = min(self._clock() + LIFETIME_S, latest)

    def owner(self, token: str) -> str:
        """Whose event the token belongs to, used or not; empty for an unknown token."""
        ticket = self._tickets.get(token)
        return ticket.user_id if ticket else ""

    def spend(self, token: str) -> bool:
        """Use the token up; False when it is unknown, used or expired."""
        ticket = self._tickets.get(token)
        if ticket is None or ticket.used or self._clock() > ticket.expires_s:
            return False
        ticket.used = True
        return True
