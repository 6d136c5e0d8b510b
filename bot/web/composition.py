"""The web app's composition root: settings → inbox, workers, LINE client, app and simulator."""

import time
from collections.abc import Callable

from flask import Flask

from bot import composition
from bot.line.client import LineClient
from bot.line.conversation import Conversation
from bot.live_release import LiveRelease
from bot.logs import configure_logs
from bot.settings import Settings
from bot.simulator.delivery import HttpDelivery
from bot.simulator.platform import LinePlatform
from bot.simulator.routes import simulator_blueprint
from bot.state.database import open_state
from bot.state.inbox import Inbox
from bot.state.pseudonym import Pseudonyms
from bot.web import wording
from bot.web.app import create_app
from bot.worker import Workers
from data.errors import ManabiError

Stop = Callable[[], None]


def serving_app(settings: Settings, *, simulator: bool) -> tuple[Flask, Stop]:
    """Return the app as a server process serves it, with the simulator beside it if wanted."""
    configure_logs()
    app, stop = web_app(settings)
    if simulator:
        store = composition.release_store(settings)
        current = store.current_id()
        manifest = store.verified(current) if current else None
        add_simulator(app, settings, wording.simulator_notice(settings.now, manifest))
    return app, stop


def web_app(settings: Settings) -> tuple[Flask, Stop]:
    """Return the app with its workers started, and what stops them.

    Raises SettingsInvalid when the LINE channel or the secret is not set.
    """
    channel = settings.line_channel()
    live = LiveRelease(
        composition.release_store(settings),
        lambda release: composition.recommender(settings, release),
    )
    inbox = Inbox(open_state(settings.state_url), Pseudonyms(channel.user_key))
    workers = Workers(
        inbox=inbox,
        conversation=lambda: Conversation(live.recommender(), settings.today),
        messenger=LineClient(
            access_token=channel.access_token, base_url=settings.line_api_base_url
        ),
    )
    _is_ready(live, inbox)  # opens the release now rather than for the first person who asks
    workers.start()
    app = create_app(
        channel_secret=channel.secret,
        inbox=inbox,
        workers=workers,
        is_ready=lambda: _is_ready(live, inbox),
    )
    return app, workers.stop


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


def _is_ready(live: LiveRelease, inbox: Inbox) -> bool:
    try:
        live.recommender()
        return inbox.is_usable()
    except ManabiError:
        return False
