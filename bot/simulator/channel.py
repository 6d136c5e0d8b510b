"""What LINE remembers about one channel: its people, their chats and the tokens it gave out.

One lock guards it all, and a condition tells those who wait for something to appear. Knows neither
HTTP nor how webhooks travel.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from bot.simulator.accounts import Accounts
from bot.simulator.identifiers import (
    bot_user_id,
    new_group_id,
    new_message_id,
    new_token,
    new_user_id,
)
from bot.simulator.reply_tokens import ReplyTokens
from bot.simulator.retry_keys import RetryKeys
from bot.simulator.rich_menus.shelf import RichMenuShelf
from bot.simulator.timeline import Author, Entry, Kind, Timeline
from bot.simulator.wire import JsonObject

ACCOUNT_NAME = "まなびコンパス"


class UnknownPersonError(LookupError):
    """There is no person with that user id: the caller's fault; make one with `new_person`."""


class Friendship(Enum):
    """What the account is to a person."""

    STRANGER = "stranger"
    FRIEND = "friend"
    BLOCKED = "blocked"


@dataclass(slots=True, kw_only=True)
class Person:
    """One LINE user, or one group, as the platform sees them.

    A group is a person whose id begins with C and who speaks through its members; it is a friend
    while the account is in it and blocked once the account had to leave.
    """

    user_id: str
    name: str
    members: tuple[str, ...] = ()
    friendship: Friendship = Friendship.STRANGER
    timeline: Timeline = field(default_factory=Timeline)
    loading_until_s: float = 0.0

    @property
    def is_group(self) -> bool:
        """Whether several people share this chat."""
        return bool(self.members)

    @property
    def size(self) -> int:
        """How many people a message reaches here."""
        return len(self.members) or 1

    def source(self, *, speaks: bool = True) -> JsonObject:
        """Return the source object of an event; in a group the first member speaks, if any."""
        if not self.is_group:
            return {"type": "user", "userId": self.user_id}
        speaker = {"userId": self.members[0]} if speaks else {}
        return {"type": "group", "groupId": self.user_id, **speaker}


class Channel:
    """The platform's memory. Callers hold `changed` while they read or write it."""

    def __init__(
        self, *, channel_secret: str, access_token: str, clock: Callable[[], float], quota: int
    ) -> None:
        self.access_token = access_token
        self.bot_user_id = bot_user_id(channel_secret)
        self.clock = clock
        self.quota = quota
        self.pushed = 0
        self.webhook_endpoint = ""
        self.changed = threading.Condition(threading.RLock())
        self.people: dict[str, Person] = {}
        self.reply_tokens = ReplyTokens(clock)
        self.retry_keys = RetryKeys(clock)
        self.rich_menus = RichMenuShelf()
        self.accounts = Accounts()
        self.read_tokens: dict[str, tuple[str, str]] = {}
        self.refusals: list[str] = []

    def now_ms(self) -> int:
        """Return the clock in milliseconds."""
        return int(self.clock() * 1000)

    def add_person(self, name: str) -> Person:
        """Make a person who has not added the account yet."""
        with self.changed:
            name = name or f"見本さん{len(self.people) + 1}"
            person = Person(user_id=new_user_id(), name=name)
            self.people[person.user_id] = person
            return person

    def add_group(self, name: str, size: int) -> Person:
        """Make a group of that many people, which the account has just been invited to."""
        with self.changed:
            group = Person(
                user_id=new_group_id(),
                name=name,
                members=tuple(new_user_id() for _ in range(size)),
                friendship=Friendship.FRIEND,
            )
            self.people[group.user_id] = group
            return group

    def touch_everyone(self) -> None:
        """Let every page look again: something changed that is in no entry."""
        with self.changed:
            for person in self.people.values():
                person.timeline.touch()
            self.changed.notify_all()

    def person(self, user_id: str) -> Person:
        """Find a person; UnknownPersonError when there is none."""
        try:
            return self.people[user_id]
        except KeyError:
            raise UnknownPersonError(user_id) from None

    def write(self, person: Person, author: Author, kind: Kind, **content: Any) -> Entry:  # noqa: ANN401 - passed on to Entry, which is typed
        """Add an entry to a person's chat and wake those who wait."""
        with self.changed:
            entry = Entry(
                number=0, revision=0, at_ms=self.now_ms(), author=author, kind=kind, **content
            )
            written = person.timeline.add(entry)
            self.changed.notify_all()
            return written

    def show_messages(self, person: Person, messages: list[JsonObject]) -> list[JsonObject]:
        """Put the bot's messages into a chat, if they still reach the person.

        Returns LINE's `sentMessages`. To someone who has blocked the account LINE accepts messages
        and shows them nowhere.
        """
        sent = [{"id": new_message_id(), "quoteToken": new_token()} for _ in messages]
        if person.friendship is Friendship.BLOCKED:
            return sent
        with self.changed:
            person.loading_until_s = 0.0
            for message, receipt in zip(messages, sent, strict=True):
                self.write(
                    person, Author.BOT, Kind.MESSAGE, message=message, message_id=receipt["id"]
                )
        return sent

    def refuse(self, user_id: str, reason: str) -> None:
        """Remember a refusal, and show it in the chat it was meant for."""
        with self.changed:
            self.refusals.append(reason)
            if user_id in self.people:
                note = f"LINEはこのメッセージを受け付けません: {reason}"
                self.write(self.people[user_id], Author.PLATFORM, Kind.REFUSAL, note=note)
