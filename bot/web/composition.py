"""The door's composition root: settings → inbox, desk and app. Loads no model."""

import sys
from collections.abc import Callable

from flask import Flask

from bot.settings import Settings, shared_figures
from bot.state.arrivals import open_arrivals
from bot.state.database import open_state
from bot.state.inbox import Inbox
from bot.state.pseudonym import Pseudonyms
from bot.web.app import create_app
from bot.web.desk import Desk, DeskProcess

Stop = Callable[[], None]
DESK = (sys.executable, "-m", "bot.cli", "work", "--door")


def served_app(settings: Settings) -> tuple[Flask, Stop]:
    """Return the app with its desk started as a process, and what stops that.

    Raises SettingsInvalid when the LINE channel or the secret is not set.
    """
    desk = DeskProcess(DESK, settings.as_environment())
    app = web_app(settings, desk)
    desk.start()
    return app, desk.stop


def web_app(settings: Settings, desk: Desk) -> Flask:
    """Return the app in front of a desk."""
    channel = settings.line_channel()
    inbox = Inbox(open_state(settings.state_url), Pseudonyms(channel.user_key))
    return create_app(
        channel_secret=channel.secret,
        arrivals=open_arrivals(settings.state_url),
        inbox=inbox,
        desk=desk,
        figures=shared_figures(),
    )
