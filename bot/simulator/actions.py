"""The actions a person can tap in a chat, as data inside the bot's messages."""

from collections.abc import Iterable, Iterator, Sequence

from bot.simulator.timeline import Author, Entry, Kind
from bot.simulator.wire import Json, JsonObject

QUICK_REPLY = "quickReply"
_SHOWN = frozenset({Kind.MESSAGE, Kind.TAP})


def find_action(entries: Sequence[Entry], label: str) -> JsonObject | None:
    """Find the action with this label in the newest message that offers it.

    Buttons stay; quick replies show only under the chat's last message, until the person acts.
    """
    spoken = [entry for entry in entries if entry.kind in _SHOWN]
    for entry in reversed(spoken):
        if entry.author is not Author.BOT:
            continue
        for action in actions_of(_offered(entry, is_last=entry is spoken[-1])):
            if action.get("label") == label:
                return action
    return None


def actions_of(message: Json) -> Iterator[JsonObject]:
    """List every action anywhere in a message, in reading order, quick replies included."""
    if isinstance(message, list):
        yield from _in_all(message)
    elif isinstance(message, dict):
        for key, value in message.items():
            if key in {"action", "defaultAction"} and isinstance(value, dict):
                yield value
            elif key == "actions" and isinstance(value, list):
                yield from value
            else:
                yield from actions_of(value)


def _offered(entry: Entry, *, is_last: bool) -> JsonObject:
    if is_last:
        return entry.message
    return {key: part for key, part in entry.message.items() if key != QUICK_REPLY}


def _in_all(items: Iterable[Json]) -> Iterator[JsonObject]:
    for item in items:
        yield from actions_of(item)
