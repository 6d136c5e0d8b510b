"""The web app's composition root: settings → inbox, workers, LINE client, app and simulator."""

from collections.abc import Callable

from flask import Flask

from bot import composition
from bot.line.client import LineClient
from bot.line.conversation import Conversation
from bot.live_release import LiveRelease
from bot.settings import Settings
from bot.state.database import open_state
from bot.state.inbox import Inbox
from bot.state.pseudonym import Pseudonyms
from bot.web.app import create_app
from bot.worker import Workers
from data.errors import ManabiError

Stop = Callable[[], None]


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


def _is_ready(live: LiveRelease, inbox: Inbox) -> bool:
    try:
        live.recommender()
        return inbox.is_usable()
    except ManabiError:
        return False
