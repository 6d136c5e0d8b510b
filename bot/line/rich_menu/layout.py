"""The two menus as data: tabs above, and below them what one can do.

Pixels, from the upper left corner. Location actions exist only over the keyboard, so 近くの講座
sends words that are answered with such a button.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from bot.line.postback import Postback, Tap
from bot.line.rich_menu import wording

WIDTH, HEIGHT = 2500, 1686  # LINE's large size
TAB_HEIGHT, ROW_HEIGHT = 306, 690
EDGES: Final = (0, 833, 1666, WIDTH)  # of three columns
PICTURES: Final = Path(__file__).parent / "pictures"


class MenuName(StrEnum):
    """Whom a menu is for; the value is its alias at LINE."""

    LEARNER = "manabi-learner"
    EMPLOYER = "manabi-employer"


class Look(StrEnum):
    """How an area is drawn."""

    TAB = "tab"
    TAB_CHOSEN = "tab_chosen"
    MAIN = "main"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A tappable area: where it is, what stands on it, and LINE's action."""

    x: int
    y: int
    width: int
    height: int
    look: Look
    label: str
    action: dict[str, Any]
    below: str = ""

    def to_line(self) -> dict[str, Any]:
        """Return the area in the Messaging API's form."""
        bounds = {"x": self.x, "y": self.y, "width": self.width, "height": self.height}
        return {"bounds": bounds, "action": self.action}


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """A rich menu."""

    name: MenuName
    areas: tuple[Area, ...]

    @property
    def picture(self) -> Path:
        """Where its picture lies."""
        return PICTURES / f"{self.name}.png"


def menus() -> tuple[Menu, ...]:
    """Return both menus, the one that everyone sees first at the beginning."""
    write = (wording.WRITE_LEARNER, wording.WRITE_LEARNER_BELOW)
    consult = (wording.WRITE_EMPLOYER, wording.WRITE_EMPLOYER_BELOW)
    return (
        Menu(name=MenuName.LEARNER, areas=(*_tabs(MenuName.LEARNER), *_body(*write))),
        Menu(name=MenuName.EMPLOYER, areas=(*_tabs(MenuName.EMPLOYER), *_body(*consult))),
    )


TABS: Final = (
    (MenuName.LEARNER, wording.LEARNER, Tap.LEARNER),
    (MenuName.EMPLOYER, wording.EMPLOYER, Tap.EMPLOYER),
)


def _tabs(chosen: MenuName) -> tuple[Area, ...]:
    width = WIDTH // len(TABS)
    return tuple(
        Area(
            x=place * width,
            y=0,
            width=width,
            height=TAB_HEIGHT,
            look=Look.TAB_CHOSEN if name is chosen else Look.TAB,
            label=label,
            action={
                "type": "richmenuswitch",
                "label": label,
                "richMenuAliasId": str(name),
                "data": Postback(tap=tap).encoded(),
            },
        )
        for place, (name, label, tap) in enumerate(TABS)
    )


def _body(write: str, below: str) -> tuple[Area, ...]:
    """Return what lies below the tabs: two rows of three columns, the first area two wide."""
    nearby = _says(wording.NEARBY, wording.SAY_NEARBY)
    easy = _says(wording.EASY, wording.SAY_EASY)
    main = _cell(0, 0, write, _keyboard(write), columns=2)
    return (
        replace(main, look=Look.MAIN, below=below),
        _cell(2, 0, wording.SAVED, _tap(Tap.SAVED, wording.SAVED)),
        _cell(0, 1, wording.NEARBY, nearby),
        replace(_cell(1, 1, wording.EASY, easy), below=wording.EASY_BELOW),
        _cell(2, 1, wording.HELP, _tap(Tap.HELP, wording.HELP)),
    )


def _cell(column: int, row: int, label: str, action: dict[str, Any], *, columns: int = 1) -> Area:
    left, right = EDGES[column], EDGES[column + columns]
    return Area(
        x=left,
        y=TAB_HEIGHT + row * ROW_HEIGHT,
        width=right - left,
        height=ROW_HEIGHT,
        look=Look.PLAIN,
        label=label,
        action=action,
    )


def _keyboard(label: str) -> dict[str, Any]:
    """Open the keyboard; the bot says how to begin."""
    data = Postback(tap=Tap.SEARCH).encoded()
    return {"type": "postback", "label": label, "data": data, "inputOption": "openKeyboard"}


def _tap(tap: Tap, label: str) -> dict[str, Any]:
    data = Postback(tap=tap).encoded()
    return {"type": "postback", "label": label, "data": data, "displayText": label}


def _says(label: str, words: str) -> dict[str, Any]:
    return {"type": "message", "label": label, "text": words}


def to_line(menu: Menu, version: str) -> dict[str, Any]:
    """Return a menu in the Messaging API's form; its name at LINE ends in `version`."""
    return {
        "size": {"width": WIDTH, "height": HEIGHT},
        "selected": True,
        "name": f"{menu.name} {version}",
        "chatBarText": wording.CHAT_BAR,
        "areas": [area.to_line() for area in menu.areas],
    }
