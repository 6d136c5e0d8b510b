"""`manabi serve`: the web app, with the simulator beside it if wanted.

The process that starts here only watches over the door, which starts the desk (`manabi work`).
"""

import click

from bot.commands import help_texts
from bot.settings import read_settings, share_figures
from bot.web import wording
from bot.web.server import Server, check_free, check_simulator

EVERYWHERE, LOOPBACK = "0.0.0.0", "127.0.0.1"  # noqa: S104 - a web app behind a platform's router


@click.command(help=help_texts.SERVE)
@click.option("--port", type=click.IntRange(1, 65535), help=help_texts.SERVE_PORT)
@click.option("--simulator", is_flag=True, help=help_texts.SERVE_SIMULATOR)
def serve(*, port: int | None, simulator: bool) -> None:
    """Serve until stopped; with the simulator, only to this machine."""
    settings = read_settings()
    settings = settings.model_copy(update={"port": port or settings.port})
    if simulator:
        check_simulator()
        settings = settings.for_simulator()
    settings.line_channel()
    host = LOOPBACK if simulator else EVERYWHERE
    check_free(host, settings.port)
    if simulator:
        click.echo(wording.simulator_address(settings.port))
    share_figures(settings.figures_folder)
    Server(host=host, settings=settings, simulator=simulator).run()
