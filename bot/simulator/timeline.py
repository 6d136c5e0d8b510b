"""What one person's chat shows, in order, and what changed since one last looked.

Pure bookkeeping: entries are frozen and replaced, never altered. An entry whose message was unsent
keeps its place and loses its content, as on a real phone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from bot.simulator.wire import JsonObject


class Author(Enum):
    """Whose words an entry holds."""

    PERSON = "person"
    BOT = "bot"
    PLATFORM = "platform"


class Kind(Enum):
    """What an entry is."""

    MESSAGE = "message"
    TAP = "tap"  # a postback without a display text: not shown, but it was the last act
    NOTE = "note"  # the platform tells the developer something
    REFUSAL = "refusal"  # the platform refused what the bot sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a chat."""

    number: int
    revision: int
    at_ms: int
    author: Author
    kind: Kind
    message_id: str = ""
    message: JsonObject = field(default_factory=dict)
    note: str = ""
    read: bool = False
    unsent: bool = False
    edited: bool = False

    @property
    def text(self) -> str:
        """The words a reader sees: the note, the message's text, or its alternative text."""
        return self.note or str(self.message.get("text") or self.message.get("altText") or "")


class Timeline:
    """One person's entries; the revision counts every change."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self.revision = 0

    def __iter__(self) -> Iterator[Entry]:
        return iter(tuple(self._entries))

    def add(self, entry: Entry) -> Entry:
        """Append the entry under the next number."""
        self.revision += 1
        numbered = replace(entry, number=len(self._entries) + 1, revision=self.revision)
        self._entries.append(numbered)
        return numbered

    def mark_read(self, message_id: str) -> None:
        """Show 既読 beside that message of the person's."""
        self._change(message_id, lambda entry: replace(entry, read=True))

    def edit(self, message_id: str, message: JsonObject) -> bool:
        """Put a text of the person's right; False when there is no such text."""
        texts = {entry.message_id for entry in self._entries if entry.message.get("type") == "text"}
        return message_id in texts and self._change(
            message_id, lambda entry: replace(entry, message=message, edited=True)
        )

    def unsend(self, message_id: str) -> bool:
        """Erase that message's content; False when there is no such message to erase."""
        return self._change(
            message_id, lambda entry: replace(entry, message={}, unsent=True, read=False)
        )

    def touch(self) -> None:
        """Count a change that is in no entry, such as the loading animation."""
        self.revision += 1

    def since(self, revision: int) -> tuple[Entry, ...]:
        """Return the entries that are new or changed after that revision."""
        return tuple(entry for entry in self._entries if entry.revision > revision)

    def _change(self, message_id: str, change: Callable[[Entry], Entry]) -> bool:
        for place, entry in enumerate(self._entries):
            if message_id and entry.message_id == message_id and not entry.unsent:
                self.revision += 1
                self._entries[place] = replace(change(entry), revision=self.revision)
                return True
        return False
