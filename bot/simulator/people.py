"""What people do in LINE's app: add the account, write, tap, take back.

A person, or a group, is named by an id. Whatever LINE's app does not offer them is refused.
"""

from collections.abc import Mapping

from bot.simulator import events
from bot.simulator.actions import find_action
from bot.simulator.channel import ACCOUNT_NAME, Channel, Friendship, Person
from bot.simulator.events import WebhookEvent
from bot.simulator.outbox import Outbox
from bot.simulator.rich_menus.shelf import RichMenu
from bot.simulator.timeline import Author, Kind
from bot.simulator.wire import JsonObject

VOICE_MS = 3_000
GROUP_SIZE = 3


class NotPossibleError(Exception):
    """A person tried what LINE's app does not offer them: the caller's fault."""


class People:
    """The verbs of one channel's people; each makes its webhook and hands it to the outbox."""

    channel: Channel
    outbox: Outbox

    def new_person(self, name: str = "") -> str:
        """Make a person who has not added the account yet, and return their user id."""
        return self.channel.add_person(name).user_id

    def new_group(self, name: str = "みんなのグループ", size: int = GROUP_SIZE) -> str:
        """Make a group that invites the account, and return its id."""
        group = self.channel.add_group(name, size)
        self._note(group, "グループに招待しました")
        self.outbox.send("join", {}, group)
        return group.user_id

    def follow(self, user_id: str) -> WebhookEvent:
        """Add the account as a friend, or unblock it; in a group, invite it."""
        person = self.channel.person(user_id)
        returns = person.friendship is Friendship.BLOCKED
        person.friendship = Friendship.FRIEND
        if person.is_group:
            self._note(person, "グループに招待しました")
            return self.outbox.send("join", {}, person)
        self._note(person, "ブロックを解除しました" if returns else "友だちに追加しました")
        return self.outbox.send("follow", {"follow": {"isUnblocked": returns}}, person)

    def unfollow(self, user_id: str) -> WebhookEvent:
        """Block the account, or remove it from a group; there is no reply token for it."""
        person = self.channel.person(user_id)
        person.friendship = Friendship.BLOCKED
        self._note(person, "退会させました" if person.is_group else "ブロックしました")
        kind = "leave" if person.is_group else "unfollow"
        return self.outbox.send(kind, {}, person, answerable=False)

    def say(self, user_id: str, text: str) -> WebhookEvent:
        """Write a text message; in a group, `@` and the account's name mention it."""
        return self._say(user_id, self.text_content(user_id, text))

    def send_sticker(self, user_id: str, package_id: str, sticker_id: str) -> WebhookEvent:
        """Send a sticker."""
        return self._say(user_id, events.sticker_content(package_id, sticker_id))

    def send_image(self, user_id: str) -> WebhookEvent:
        """Send a picture."""
        return self._say(user_id, events.image_content())

    def send_voice(self, user_id: str) -> WebhookEvent:
        """Send a voice message."""
        return self._say(user_id, events.voice_content(VOICE_MS))

    def send_location(
        self, user_id: str, *, title: str, address: str, latitude: float, longitude: float
    ) -> WebhookEvent:
        """Send a place; coordinates in degrees."""
        content = events.location_content(
            title=title, address=address, latitude=latitude, longitude=longitude
        )
        return self._say(user_id, content)

    def postback(
        self,
        user_id: str,
        data: str,
        *,
        display_text: str = "",
        params: Mapping[str, str] | None = None,
    ) -> WebhookEvent:
        """Tap a postback or date-and-time action."""
        person = self._reachable(user_id)
        kind = Kind.MESSAGE if display_text else Kind.TAP
        shown = {"type": "text", "text": display_text} if display_text else {}
        self.channel.write(person, Author.PERSON, kind, message=shown)
        content = {"data": data, **({"params": dict(params)} if params else {})}
        return self.outbox.send("postback", {"postback": content}, person)

    def tap(self, user_id: str, label: str) -> WebhookEvent:
        """Tap the newest button, or a quick reply that shows, with this label."""
        action = find_action(tuple(self.channel.person(user_id).timeline), label)
        return self._perform(user_id, action, label)

    def pick(self, user_id: str, label: str, moment: str) -> WebhookEvent:
        """Open the date picker with this label and choose, for instance, `2026-12-01`."""
        action = find_action(tuple(self.channel.person(user_id).timeline), label)
        if action is None or action["type"] != "datetimepicker":
            raise NotPossibleError(f"no date picker is labelled {label!r}")
        if not action.get("min", moment) <= moment <= action.get("max", moment):
            raise NotPossibleError(f"the picker does not offer {moment}")
        return self.postback(user_id, action["data"], params={action["mode"]: moment})

    def rich_menu(self, user_id: str) -> RichMenu | None:
        """Return the menu below a person's chat; groups have none."""
        with self.channel.changed:
            is_group = self.channel.person(user_id).is_group
            return None if is_group else self.channel.rich_menus.seen_by(user_id)

    def tap_menu(self, user_id: str, place: int) -> WebhookEvent:
        """Tap an area of the rich menu, counted from 0."""
        menu = self.rich_menu(user_id)
        areas = menu.body["areas"] if menu else []
        action = areas[place]["action"] if place < len(areas) else None
        return self._perform(user_id, action, f"area {place}")

    def switch_menu(self, user_id: str, alias: str, data: str) -> WebhookEvent:
        """Tap a rich menu switch action: the menu changes, and the postback says to what."""
        with self.channel.changed:
            shelf = self.channel.rich_menus
            menu = shelf.menus.get(shelf.aliases.get(alias, ""))
            if menu and menu.picture:
                shelf.show_to(user_id, menu.menu_id)
                self.channel.person(user_id).timeline.touch()
                self.channel.changed.notify_all()
        status = SWITCHED if menu else NO_SUCH_ALIAS if alias not in shelf.aliases else NO_SUCH_MENU
        return self.postback(user_id, data, params={"newRichMenuAliasId": alias, "status": status})

    def edit(self, group_id: str, message_id: str, text: str) -> WebhookEvent:
        """Put a text right that was sent to a group; LINE offers it nowhere else."""
        group = self.channel.person(group_id)
        content = {**self.text_content(group_id, text), "id": message_id}
        with self.channel.changed:
            if not group.is_group or not group.timeline.edit(message_id, content):
                raise NotPossibleError(f"there is no text {message_id} to edit in a group")
            self.channel.changed.notify_all()
        return self.outbox.send("messageEdited", {"message": content}, group)

    def unsend(self, user_id: str, message_id: str) -> WebhookEvent:
        """Take a message back."""
        person = self.channel.person(user_id)
        with self.channel.changed:
            if not person.timeline.unsend(message_id):
                raise NotPossibleError(f"there is no message {message_id} to unsend")
            self.channel.changed.notify_all()
        return self.outbox.send(
            "unsend", {"unsend": {"messageId": message_id}}, person, answerable=False
        )

    def text_content(self, user_id: str, text: str) -> JsonObject:
        """Make a text message, its mention of the account included; lone surrogates go."""
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        called = self.channel.person(user_id).is_group
        bot = self.channel.bot_user_id
        mention = events.mention_of(bot, ACCOUNT_NAME, whole) if called else None
        return events.text_content(whole, mention)

    def write(self, user_id: str, content: JsonObject) -> WebhookEvent:
        """Put the person's message into the chat and make the event that tells of it."""
        person = self._reachable(user_id)
        with self.channel.changed:
            message_id = content["id"]
            self.channel.read_tokens[content["markAsReadToken"]] = (user_id, message_id)
            self.channel.write(
                person, Author.PERSON, Kind.MESSAGE, message=content, message_id=message_id
            )
            return self.outbox.event("message", {"message": content}, person)

    def _say(self, user_id: str, content: JsonObject) -> WebhookEvent:
        event = self.write(user_id, content)
        self.outbox.run(lambda: self.outbox.deliver([event]))
        return event

    def _perform(self, user_id: str, action: JsonObject | None, label: str) -> WebhookEvent:
        match action:
            case {"type": "message", "text": text}:
                return self.say(user_id, text)
            case {"type": "postback", "data": data, "displayText": shown}:
                return self.postback(user_id, data, display_text=shown)
            case {"type": "postback", "data": data}:
                return self.postback(user_id, data)
            case {"type": "richmenuswitch", "richMenuAliasId": alias, "data": data}:
                return self.switch_menu(user_id, alias, data)
        raise NotPossibleError(f"nothing that can be tapped is labelled {label!r}")

    def _reachable(self, user_id: str) -> Person:
        person = self.channel.person(user_id)
        if person.friendship is Friendship.BLOCKED:
            raise NotPossibleError("one cannot write to an account one has blocked")
        return person

    def _note(self, person: Person, note: str) -> None:
        self.channel.write(person, Author.PERSON, Kind.NOTE, note=note)


SWITCHED = "SUCCESS"
NO_SUCH_ALIAS = "RICHMENU_ALIAS_ID_NOTFOUND"
NO_SUCH_MENU = "RICHMENU_NOTFOUND"
"""What the postback of a rich menu switch says (reference, "Postback params object")."""
