"""A deployment brings LINE to the state of the source, and a second one changes nothing."""

from dataclasses import dataclass, field, replace

import pytest

from bot.line.rich_menu.deployment import Deployed, deploy
from bot.line.rich_menu.layout import MenuName, menus

NOTHING = Deployed(created=(), removed=0, default_set=False)


@dataclass
class MemoryShelf:
    """LINE's rich menus, in memory; `calls` counts what changes something."""

    kept: dict = field(default_factory=dict)
    named: dict = field(default_factory=dict)
    shown: str = ""
    made: int = 0
    calls: list = field(default_factory=list)

    def menus(self):
        return {menu_id: body["name"] for menu_id, body in self.kept.items()}

    def create(self, body, picture):
        assert picture.startswith(b"\x89PNG")
        self.made += 1
        menu_id = f"richmenu-{self.made}"
        self.kept[menu_id] = body
        self.calls.append("create")
        return menu_id

    def delete(self, menu_id):
        del self.kept[menu_id]
        self.calls.append("delete")

    def aliases(self):
        return dict(self.named)

    def name(self, alias, menu_id, *, is_new):
        assert is_new == (alias not in self.named)
        self.named[alias] = menu_id
        self.calls.append("name")

    def default(self):
        return self.shown

    def show_to_all(self, menu_id):
        self.shown = menu_id
        self.calls.append("show")


@pytest.fixture
def shelf():
    shelf = MemoryShelf()
    deploy(menus(), shelf)
    shelf.calls.clear()
    return shelf


def test_both_menus_are_made_named_and_the_learners_shown_to_everyone():
    shelf = MemoryShelf()
    done = deploy(menus(), shelf)
    assert done.created == (MenuName.LEARNER, MenuName.EMPLOYER)
    assert set(shelf.named) == set(MenuName)
    assert shelf.shown == shelf.named[MenuName.LEARNER]


def test_a_second_run_changes_nothing(shelf):
    assert deploy(menus(), shelf) == NOTHING
    assert shelf.calls == []


def test_a_changed_menu_replaces_the_old_one(shelf):
    learner, employer = menus()
    changed = replace(learner, areas=learner.areas[:-1])
    done = deploy((changed, employer), shelf)
    assert done == Deployed(created=(MenuName.LEARNER,), removed=1, default_set=True)
    assert len(shelf.kept) == 2


def test_a_menu_left_half_made_is_made_again(shelf):
    shelf.named[MenuName.EMPLOYER] = "richmenu-gone"
    assert deploy(menus(), shelf).created == (MenuName.EMPLOYER,)
    assert len(shelf.kept) == 2


def test_menus_of_others_are_left_alone(shelf):
    shelf.kept["richmenu-x"] = {"name": "キャンペーン"}
    assert deploy(menus(), shelf) == NOTHING
