"""The web app with the stand-in for LINE beside it: for demo and tests, never in production."""

import time

from flask import Flask

from bot import composition
from bot.settings import Settings
from bot.simulator.delivery import HttpDelivery
from bot.simulator.platform import LinePlatform
from bot.simulator.routes import simulator_blueprint
from bot.web import wording
from bot.web.composition import Stop, served_app
from index.manifest import Manifest


def simulated_app(settings: Settings) -> tuple[Flask, Stop]:
    """Return the app with the simulator under /simulator/, and what stops it."""
    app, stop = served_app(settings)
    store = composition.release_store(settings)
    current = store.current_id()
    manifest = Manifest.read(store.folder_of(current)) if current else None
    add_simulator(app, settings, wording.simulator_notice(settings.now, manifest))
    return app, stop


def add_simulator(app: Flask, settings: Settings, notice: str) -> LinePlatform:
    """Let the app serve LINE's stand-in too, which delivers to the app over loopback."""
    channel = settings.line_channel()
    platform = LinePlatform(
        channel_secret=channel.secret,
        access_token=channel.access_token,
        deliver=HttpDelivery(f"http://127.0.0.1:{settings.port}/callback"),
        clock=time.time,
    )
    app.register_blueprint(simulator_blueprint(platform, notice))
    return platform
