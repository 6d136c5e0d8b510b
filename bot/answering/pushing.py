"""Pushing: sending without a reply token, which costs the month's quota, where it is worth that."""

import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from bot.line.client import Messenger
from bot.line.delivery import Delivery
from bot.state.claimed import Prepared

# After LINE said that the quota is used up, how long to believe it; a month has another quota.
BELIEVED_S = 6 * 3600.0


class PushPolicy(StrEnum):
    """Which late answers are pushed; the others wait for the person's next message."""

    URGENT = "urgent"  # the words to a person in crisis
    LATE = "late"  # every answer whose reply token died
    NEVER = "never"


class Pushing:
    """Pushes what the policy finds worth it while there is quota; safe to share."""

    def __init__(
        self,
        messenger: Messenger,
        policy: PushPolicy,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._messenger = messenger
        self._policy = policy
        self._clock = clock
        self._used_up_until = float("-inf")

    def is_worth(self, prepared: Prepared) -> bool:
        """Tell whether this answer may be pushed now."""
        if self._policy is PushPolicy.NEVER or self._clock() < self._used_up_until:
            return False
        return self._policy is PushPolicy.LATE or prepared.is_urgent

    def push(self, user_id: str, messages: Sequence[dict[str, Any]], *, retry_key: str) -> Delivery:
        """Push once; remembers when there is no quota left."""
        delivery = self._messenger.push(user_id, messages, retry_key=retry_key)
        if delivery is Delivery.QUOTA_USED_UP:
            self._used_up_until = self._clock() + BELIEVED_S
        return delivery
