"""`manabi serve`: the web app, with the simulator beside it if wanted."""

import socket

import click
from flask import Flask

from bot import composition
from bot.commands import help_texts, wording
from bot.logs import configure_logs
from bot.settings import Settings, read_settings
from bot.web.composition import Stop, add_simulator, web_app
from bot.web.errors import PortTaken
from bot.web.server import Server
from index.manifest import Manifest

EVERYWHERE, LOOPBACK = "0.0.0.0", "127.0.0.1"  # noqa: S104 - a web app behind a platform's router


@click.command(help=help_texts.SERVE)
@click.option("--port", type=click.IntRange(1, 65535), help=help_texts.SERVE_PORT)
@click.option("--simulator", is_flag=True, help=help_texts.SERVE_SIMULATOR)
def serve(*, port: int | None, simulator: bool) -> None:
    """Serve until stopped."""
    settings = read_settings()
    run_server(settings.model_copy(update={"port": port or settings.port}), simulator=simulator)


def run_server(settings: Settings, *, simulator: bool) -> None:
    """Serve the web app; with the simulator, only to this machine."""
    configure_logs()
    if simulator:
        settings = settings.for_simulator()
    settings.line_channel()
    host = LOOPBACK if simulator else EVERYWHERE
    _check_free(host, settings.port)
    if simulator:
        click.echo(wording.simulator_address(settings.port))
    server = Server(
        address=f"{host}:{settings.port}",
        build=lambda: _app(settings, simulator=simulator),
    )
    server.run()


def _check_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(port) from error


def _published(settings: Settings) -> Manifest | None:
    store = composition.release_store(settings)
    return store.verified(current) if (current := store.current_id()) else None


def _app(settings: Settings, *, simulator: bool) -> tuple[Flask, Stop]:
    app, stop = web_app(settings)
    if simulator:
        notice = wording.simulator_notice(settings.now, _published(settings))
        add_simulator(app, settings, notice)
    return app, stop
