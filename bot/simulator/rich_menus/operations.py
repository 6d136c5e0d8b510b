"""What the Messaging API's calls about rich menus do.

Bodies arrive checked against their schema and `limits/rich_menus.py`; the picture is checked here.
"""

from bot.simulator.channel import Channel
from bot.simulator.http_values import Answer, Call, Content
from bot.simulator.limits.rich_menus import HEIGHT, LEAST_RATIO, WIDEST, WIDTH
from bot.simulator.refusal import BadRequest, NotSet, TooLarge, WrongMedia
from bot.simulator.rich_menus.picture import JPEG, PNG, picture_size
from bot.simulator.wire import JsonObject

MOST_PICTURE_BYTES = 1_000_000
"""Bytes of a rich menu's picture (1 MB, the smaller reading)."""


class RichMenuOperations:
    """The Messaging API's verbs on a channel's rich menus."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._shelf = channel.rich_menus

    def create_rich_menu(self, call: Call) -> Answer:
        """Keep a new menu, still without a picture."""
        with self._channel.changed:
            return Answer(body={"richMenuId": self._shelf.add(call.body).menu_id})

    def validate_rich_menu(self, _call: Call) -> Answer:
        """Do nothing: the front door has validated the menu."""
        return Answer()

    def upload_rich_menu_image(self, call: Call) -> Answer:
        """Give a menu its picture."""
        with self._channel.changed:
            menu = self._shelf.menu(call.parameters["menu_id"])
            _check_picture(call.content, menu.body["size"])
            self._shelf.draw(menu.menu_id, call.content)
        return Answer()

    def download_rich_menu_image(self, call: Call) -> Answer:
        """Return a menu's picture."""
        with self._channel.changed:
            return Answer(content=self._shelf.picture(call.parameters["menu_id"]))

    def get_rich_menu(self, call: Call) -> Answer:
        """Return one menu."""
        with self._channel.changed:
            return Answer(body=self._shelf.menu(call.parameters["menu_id"]).view())

    def list_rich_menus(self, _call: Call) -> Answer:
        """Return all menus."""
        with self._channel.changed:
            menus = [menu.view() for menu in self._shelf.menus.values()]
        return Answer(body={"richmenus": menus})

    def delete_rich_menu(self, call: Call) -> Answer:
        """Forget a menu."""
        with self._channel.changed:
            self._shelf.remove(call.parameters["menu_id"])
            self._channel.touch_everyone()
        return Answer()

    def set_default_rich_menu(self, call: Call) -> Answer:
        """Show a menu to everyone who has none of their own."""
        with self._channel.changed:
            self._shelf.show_to_all(call.parameters["menu_id"])
            self._channel.touch_everyone()
        return Answer()

    def get_default_rich_menu(self, _call: Call) -> Answer:
        """Return the default's id."""
        with self._channel.changed:
            if not self._shelf.default_id:
                raise NotSet("no default richmenu")
            return Answer(body={"richMenuId": self._shelf.default_id})

    def cancel_default_rich_menu(self, _call: Call) -> Answer:
        """Show no default any more."""
        with self._channel.changed:
            self._shelf.default_id = ""
            self._channel.touch_everyone()
        return Answer()

    def link_rich_menu(self, call: Call) -> Answer:
        """Show a menu to one person."""
        with self._channel.changed:
            user_id = self._user(call)
            self._shelf.show_to(user_id, call.parameters["menu_id"])
            self._channel.touch_everyone()
        return Answer()

    def get_linked_rich_menu(self, call: Call) -> Answer:
        """Return the id of the menu linked to a person."""
        with self._channel.changed:
            linked = self._shelf.links.get(self._user(call))
            if not linked:
                raise NotSet("the user has no richmenu")
            return Answer(body={"richMenuId": linked})

    def unlink_rich_menu(self, call: Call) -> Answer:
        """Show a person the default again."""
        with self._channel.changed:
            self._shelf.links.pop(self._user(call), None)
            self._channel.touch_everyone()
        return Answer()

    def create_alias(self, call: Call) -> Answer:
        """Name a menu."""
        with self._channel.changed:
            self._shelf.name(call.body["richMenuAliasId"], call.body["richMenuId"])
        return Answer()

    def update_alias(self, call: Call) -> Answer:
        """Let a name mean another menu."""
        with self._channel.changed:
            self._shelf.rename(call.parameters["alias"], call.body["richMenuId"])
        return Answer()

    def get_alias(self, call: Call) -> Answer:
        """Return what a name means."""
        alias = call.parameters["alias"]
        with self._channel.changed:
            return Answer(body=_alias_view(alias, self._shelf.aliased(alias)))

    def list_aliases(self, _call: Call) -> Answer:
        """Return all names."""
        with self._channel.changed:
            aliases = [_alias_view(*alias) for alias in self._shelf.aliases.items()]
        return Answer(body={"aliases": aliases})

    def delete_alias(self, call: Call) -> Answer:
        """Forget a name."""
        with self._channel.changed:
            self._shelf.unname(call.parameters["alias"])
        return Answer()

    def _user(self, call: Call) -> str:
        user_id = call.parameters["user_id"]
        if user_id not in self._channel.people:
            raise BadRequest("The value for the userId is invalid")
        return user_id


def _alias_view(alias: str, menu_id: str) -> JsonObject:
    return {"richMenuAliasId": alias, "richMenuId": menu_id}


def _check_picture(picture: Content, size: JsonObject) -> None:
    """Refuse a picture that LINE could not show, or of another size than the menu says."""
    if picture.media_type not in {PNG, JPEG}:
        raise WrongMedia
    if len(picture.data) > MOST_PICTURE_BYTES:
        raise TooLarge
    measured = picture_size(picture.data, picture.media_type)
    if measured is None:
        raise BadRequest("The image could not be read")
    width, height = measured
    if not (WIDTH <= width <= WIDEST and height >= HEIGHT and width / height >= LEAST_RATIO):
        raise BadRequest("invalid image size")
    if measured != (size["width"], size["height"]):
        raise BadRequest("The image size does not match the size of the richmenu")
