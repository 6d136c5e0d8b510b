"""`manabi work`: the desk, which answers what the web app stores."""

import click

from bot.answering.composition import desk
from bot.answering.process import work as work_on
from bot.commands import help_texts
from bot.logs import configure_logs
from bot.settings import read_settings


@click.command(help=help_texts.WORK)
@click.option("--door", "has_door", is_flag=True, help=help_texts.WORK_DOOR)
def work(*, has_door: bool) -> None:
    """Answer stored events until stopped."""
    configure_logs()
    workers, housekeeping = desk(read_settings())
    work_on(workers, housekeeping, has_door=has_door)
