"""The menus keep LINE's limits, cover their picture, and every tap means something."""

import struct

import pytest

from bot.dialogue.commands import command_in
from bot.dialogue.comparisons import comparison_in
from bot.line.postback import read_postback
from bot.line.rich_menu.layout import HEIGHT, WIDTH, menus, to_line
from bot.simulator.validation.validator import messaging_api

MENUS = pytest.mark.parametrize("menu", menus(), ids=lambda menu: menu.name)
ACTIONS = [area.action for menu in menus() for area in menu.areas]


@MENUS
def test_a_menu_is_valid_for_line(menu):
    assert messaging_api().problems("RichMenuRequest", to_line(menu, "0" * 12)) == ()


@MENUS
def test_areas_cover_the_picture_without_overlapping(menu):
    assert sum(area.width * area.height for area in menu.areas) == WIDTH * HEIGHT
    corners = {(area.x + area.width, area.y + area.height) for area in menu.areas}
    assert max(corners) == (WIDTH, HEIGHT)


@MENUS
def test_the_picture_is_as_large_as_the_menu_and_at_most_a_megabyte(menu):
    data = menu.picture.read_bytes()
    assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT)
    assert len(data) <= 1_000_000


@pytest.mark.parametrize("action", [one for one in ACTIONS if "data" in one])
def test_every_postback_is_one_that_the_bot_reads(action):
    assert read_postback(action["data"]) is not None


@pytest.mark.parametrize("action", [one for one in ACTIONS if one["type"] == "message"])
def test_every_sentence_is_one_that_the_bot_knows(action):
    assert command_in(action["text"]) or comparison_in(action["text"])


def test_each_tab_leads_to_a_menu_that_exists():
    targets = {one["richMenuAliasId"] for one in ACTIONS if one["type"] == "richmenuswitch"}
    assert targets == {menu.name for menu in menus()}
