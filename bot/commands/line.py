"""`manabi line`: the account at LINE is set up, and its menus' pictures are drawn."""

import importlib
from typing import TYPE_CHECKING, cast

import click

from bot.commands import help_texts, line_wording
from bot.commands.output import print_json
from bot.line.client import LineClient
from bot.line.rich_menu.client import RichMenuClient
from bot.line.rich_menu.errors import FontMissing
from bot.line.rich_menu.layout import menus
from bot.line.setup import SetUp, set_up
from bot.settings import read_settings

if TYPE_CHECKING:  # brings Pillow, which only an extra installs
    from collections.abc import Callable

    from bot.line.rich_menu.layout import Menu

DRAWING = "bot.line.rich_menu.drawing"


@click.group(help=help_texts.LINE)
def line() -> None:
    """Group what concerns LINE itself."""


@line.command(help=help_texts.LINE_SETUP)
@click.option("--webhook", metavar="URL", default="", help=help_texts.LINE_WEBHOOK)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def setup(webhook: str, *, as_json: bool) -> None:
    """Set the account up; a second run changes nothing that is right."""
    settings = read_settings()
    channel = settings.line_channel()
    token, host = channel.access_token, settings.line_api_base_url
    account = LineClient(access_token=token, base_url=host)
    shelf = RichMenuClient(access_token=token, base_url=host)
    done = set_up(account, shelf, menus(), webhook)
    if as_json:
        print_json(_as_json(done))
        return
    click.echo(line_wording.set_up(done))


@line.command(help=help_texts.LINE_MENU)
def menu() -> None:
    """Draw the menus' pictures again."""
    drawn = _drawing()
    for one in menus():
        one.picture.write_bytes(drawn(one))
        click.echo(line_wording.menu_drawn(one.picture))


def _drawing() -> "Callable[[Menu], bytes]":
    """Load the drawing when it is asked for: servers have no Pillow."""
    try:
        return cast("Callable[[Menu], bytes]", importlib.import_module(DRAWING).drawn)
    except ModuleNotFoundError as error:
        raise FontMissing from error


def _as_json(done: SetUp) -> dict[str, object]:
    return {
        "account": done.account,
        "menus": {
            "created": list(done.menus.created),
            "removed": done.menus.removed,
            "default_set": done.menus.default_set,
        },
        "webhook": {"address": done.webhook, "changed": done.webhook_changed},
        "by_hand": list(line_wording.BY_HAND),
    }
