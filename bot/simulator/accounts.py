"""An account of every event: how often it was delivered, and how often it was answered.

Load and kill tests are judged by it: each event answered exactly once, none lost, none twice. A
reply belongs to its token's event. A push names only a chat; it is booked on that chat's oldest
event without an answer, or on its newest when all have one.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from bot.simulator.events import WebhookEvent
from bot.simulator.wire import JsonObject, to_bytes


class Verdict(Enum):
    """How an event was answered; SILENT is one that cannot be answered and was not."""

    ONCE = "once"
    TWICE = "twice"  # or more often
    NEVER = "never"
    SILENT = "silent"


class Way(Enum):
    """How an answer came."""

    REPLY = "reply"
    PUSH = "push"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One accepted answer; the digest tells equal answers without keeping their words."""

    way: Way
    at_ms: int
    messages: int
    digest: str


@dataclass(slots=True, kw_only=True)
class Account:
    """What became of one event; `refused` counts refused uses of its token."""

    event: WebhookEvent
    deliveries: int = 0
    acknowledged: int = 0
    refused: int = 0
    answers: list[Given] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        """How the event was answered."""
        if not self.answers:
            return Verdict.NEVER if self.event.is_answerable else Verdict.SILENT
        return Verdict.ONCE if len(self.answers) == 1 else Verdict.TWICE


class Accounts:
    """The accounts of a channel; callers hold the channel's lock."""

    def __init__(self) -> None:
        self._by_event: dict[str, Account] = {}
        self._by_token: dict[str, Account] = {}
        self._by_chat: dict[str, list[Account]] = {}

    def __iter__(self) -> Iterator[Account]:
        return iter(tuple(self._by_event.values()))

    def delivered(self, events: Iterable[WebhookEvent]) -> None:
        """Book a delivery, whatever comes of it."""
        for event in events:
            account = self._by_event.get(event.event_id) or self._open(event)
            account.deliveries += 1

    def acknowledged(self, events: Iterable[WebhookEvent]) -> None:
        """Book that the bot took a delivery."""
        for event in events:
            self._by_event[event.event_id].acknowledged += 1

    def replied(self, token: str, at_ms: int, messages: Sequence[JsonObject]) -> None:
        """Book an accepted reply."""
        if account := self._by_token.get(token):
            account.answers.append(_given(Way.REPLY, at_ms, messages))

    def refused(self, token: str) -> None:
        """Book a refused use of a reply token."""
        if account := self._by_token.get(token):
            account.refused += 1

    def pushed(self, chat_id: str, at_ms: int, messages: Sequence[JsonObject]) -> None:
        """Book an accepted push."""
        accounts = self._by_chat.get(chat_id, [])
        waiting = (account for account in accounts if account.verdict is Verdict.NEVER)
        account = next(waiting, accounts[-1] if accounts else None)
        if account:
            account.answers.append(_given(Way.PUSH, at_ms, messages))

    def _open(self, event: WebhookEvent) -> Account:
        account = Account(event=event)
        self._by_event[event.event_id] = account
        self._by_chat.setdefault(event.chat_id, []).append(account)
        if event.reply_token:
            self._by_token[event.reply_token] = account
        return account


def accounts_view(accounts: Iterable[Account], only: Verdict | None = None) -> JsonObject:
    """Describe the accounts as JSON: a count of each verdict, and the events wanted."""
    listed = list(accounts)
    counts = {verdict.value: 0 for verdict in Verdict}
    for account in listed:
        counts[account.verdict.value] += 1
    wanted = [account for account in listed if only in {None, account.verdict}]
    return {"counts": counts, "events": [_view(account) for account in wanted]}


def _view(account: Account) -> JsonObject:
    event = account.event
    return {
        "webhookEventId": event.event_id,
        "chatId": event.chat_id,
        "type": event.kind,
        "timestamp": event.at_ms,
        "mode": event.mode.value,
        "deliveries": account.deliveries,
        "acknowledged": account.acknowledged,
        "refused": account.refused,
        "verdict": account.verdict.value,
        "answers": [
            {
                "way": given.way.value,
                "atMs": given.at_ms,
                "messages": given.messages,
                "digest": given.digest,
            }
            for given in account.answers
        ],
    }


def _given(way: Way, at_ms: int, messages: Sequence[JsonObject]) -> Given:
    digest = hashlib.sha256(to_bytes(list(messages))).hexdigest()[:16]
    return Given(way=way, at_ms=at_ms, messages=len(messages), digest=digest)
