"""A chat as the page receives it: what changed, and how things stand."""

from bot.simulator.channel import Person
from bot.simulator.rich_menus.shelf import RichMenu
from bot.simulator.timeline import Entry
from bot.simulator.wire import JsonObject


def chat_view(
    person: Person, changed: tuple[Entry, ...], now_s: float, menu: RichMenu | None
) -> JsonObject:
    """Describe a chat for the page; `loadingMs` is how long the dots still run, in ms."""
    return {
        "userId": person.user_id,
        "name": person.name,
        "isGroup": person.is_group,
        "richMenu": menu.view() if menu else None,
        "friendship": person.friendship.value,
        "revision": person.timeline.revision,
        "loadingMs": max(0, int((person.loading_until_s - now_s) * 1000)),
        "entries": [entry_view(entry) for entry in changed],
    }


def entry_view(entry: Entry) -> JsonObject:
    """Describe one entry; the message is the JSON object as LINE or the bot wrote it."""
    return {
        "number": entry.number,
        "atMs": entry.at_ms,
        "author": entry.author.value,
        "kind": entry.kind.value,
        "messageId": entry.message_id,
        "message": entry.message,
        "note": entry.note,
        "read": entry.read,
        "unsent": entry.unsent,
        "edited": entry.edited,
    }
