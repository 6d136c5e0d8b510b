"""Deployment: LINE has our menus as they are here, and no older ones of ours.

A menu's name carries a fingerprint of its contents and picture, and its alias is set last. So what
is aliased under the right name is finished, and a second run changes nothing.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.line.rich_menu.client import MenuShelf
from bot.line.rich_menu.layout import Menu, MenuName, to_line

FINGERPRINT = 12  # hexadecimal digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployed:
    """What a deployment changed: aliases of new menus, how many old ones went, the default."""

    created: tuple[str, ...]
    removed: int
    default_set: bool


def deploy(menus: Sequence[Menu], shelf: MenuShelf) -> Deployed:
    """Bring LINE's menus to the state of `menus`, the first as everyone's; raises LineError."""
    there, aliases = shelf.menus(), shelf.aliases()
    current, created = {}, []
    for menu in menus:
        name = _named(menu)
        menu_id = aliases.get(str(menu.name), "")
        if there.get(menu_id) != name:
            menu_id = shelf.create(to_line(menu, fingerprint(menu)), menu.picture.read_bytes())
            shelf.name(str(menu.name), menu_id, is_new=menu.name not in aliases)
            created.append(str(menu.name))
        current[menu.name] = menu_id
    first = current[menus[0].name]
    default_set = shelf.default() != first
    if default_set:
        shelf.show_to_all(first)
    old = [one for one, name in there.items() if _is_ours(name) and one not in current.values()]
    for menu_id in old:
        shelf.delete(menu_id)
    return Deployed(created=tuple(created), removed=len(old), default_set=default_set)


def fingerprint(menu: Menu) -> str:
    """Return what tells a menu's contents and picture from others."""
    contents = json.dumps(to_line(menu, ""), ensure_ascii=False, sort_keys=True).encode()
    return hashlib.sha256(contents + menu.picture.read_bytes()).hexdigest()[:FINGERPRINT]


def _named(menu: Menu) -> str:
    return str(to_line(menu, fingerprint(menu))["name"])


def _is_ours(name: str) -> bool:
    return any(name.startswith(f"{one} ") for one in MenuName)
