"""A channel's rich menus: which there are, what they are called, and who sees which.

Pure memory. What LINE refuses is raised as its Refusal; wordings are LINE's where observed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.simulator.http_values import Content
from bot.simulator.identifiers import new_rich_menu_id
from bot.simulator.refusal import BadRequest, NotFound
from bot.simulator.wire import JsonObject

MOST_MENUS = 1000
"""Menus one channel may keep (reference, "Create rich menu")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RichMenu:
    """One menu as the bot made it; without a picture it cannot be shown."""

    menu_id: str
    body: JsonObject
    picture: Content | None = None

    def view(self) -> JsonObject:
        """Return the rich menu response object."""
        return {"richMenuId": self.menu_id, **self.body}


@dataclass(slots=True)
class RichMenuShelf:
    """All menus of a channel; callers hold the channel's lock.

    Of two menus a person could see, the one linked to them wins over the default.
    """

    menus: dict[str, RichMenu] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    default_id: str = ""
    new_id: Callable[[], str] = new_rich_menu_id

    def add(self, body: JsonObject) -> RichMenu:
        """Keep a new menu."""
        if len(self.menus) >= MOST_MENUS:
            raise BadRequest("The number of rich menus has reached the limit")
        menu = RichMenu(menu_id=self.new_id(), body=body)
        self.menus[menu.menu_id] = menu
        return menu

    def menu(self, menu_id: str) -> RichMenu:
        """Find a menu."""
        if menu_id not in self.menus:
            raise NotFound("richmenu not found")
        return self.menus[menu_id]

    def remove(self, menu_id: str) -> None:
        """Forget a menu, wherever it is shown; its aliases then lead nowhere."""
        del self.menus[self.menu(menu_id).menu_id]
        self.links = {chat: linked for chat, linked in self.links.items() if linked != menu_id}
        self.default_id = "" if self.default_id == menu_id else self.default_id

    def draw(self, menu_id: str, picture: Content) -> None:
        """Give a menu its picture, once."""
        menu = self.menu(menu_id)
        if menu.picture:
            raise BadRequest("An image has already been uploaded to the richmenu")
        self.menus[menu_id] = replace(menu, picture=picture)

    def picture(self, menu_id: str) -> Content:
        """Return a menu's picture."""
        picture = self.menu(menu_id).picture
        if picture is None:
            raise NotFound("richmenu image not found")
        return picture

    def show_to_all(self, menu_id: str) -> None:
        """Make a menu the default."""
        self.default_id = self._drawn(menu_id).menu_id

    def show_to(self, chat_id: str, menu_id: str) -> None:
        """Link a menu to one person."""
        self.links[chat_id] = self._drawn(menu_id).menu_id

    def seen_by(self, chat_id: str) -> RichMenu | None:
        """Return the menu a person sees."""
        return self.menus.get(self.links.get(chat_id) or self.default_id)

    def name(self, alias: str, menu_id: str) -> None:
        """Make a new alias for a menu."""
        if alias in self.aliases:
            raise BadRequest("conflict richmenu alias id")
        self.aliases[alias] = self._named(menu_id)

    def rename(self, alias: str, menu_id: str) -> None:
        """Let an alias mean another menu."""
        self.aliased(alias)
        self.aliases[alias] = self._named(menu_id)

    def unname(self, alias: str) -> None:
        """Forget an alias."""
        self.aliased(alias)
        del self.aliases[alias]

    def aliased(self, alias: str) -> str:
        """Return the id of the menu an alias means."""
        if alias not in self.aliases:
            raise NotFound("richmenu alias not found")
        return self.aliases[alias]

    def _named(self, menu_id: str) -> str:
        if menu_id not in self.menus:
            raise BadRequest("richmenu not found")
        return menu_id

    def _drawn(self, menu_id: str) -> RichMenu:
        menu = self.menu(menu_id)
        if menu.picture is None:
            raise BadRequest("must upload richmenu image before applying it to user")
        return menu
