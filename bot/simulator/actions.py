"""The actions a person can tap in a chat, as data inside the bot's messages."""

from collections.abc import Iterable, Iterator, Sequence

from bot.simulator.timeline import Author, Entry
from bot.simulator.wire import Json, JsonObject


def find_action(entries: Sequence[Entry], label: str) -> JsonObject | None:
    """Find the action with this label in the newest message that offers it."""
    for entry in reversed(entries):
        if entry.author is Author.BOT:
            for action in actions_of(entry.message):
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


def _in_all(items: Iterable[Json]) -> Iterator[JsonObject]:
    for item in items:
        yield from actions_of(item)
