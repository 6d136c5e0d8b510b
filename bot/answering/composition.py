"""The desk's composition root: settings → workers over the inbox, the dialogue and LINE."""

import threading
import time
from dataclasses import replace

from bot import composition
from bot.answering.answering import AT_ONCE, Answering
from bot.answering.housekeeping import Housekeeping
from bot.answering.loading import Loading
from bot.answering.porter import Porter
from bot.answering.pushing import Pushing, PushPolicy
from bot.answering.sending import Sending
from bot.answering.workers import Workers
from bot.dialogue.dialogue import Dialogue
from bot.line.client import LineClient, Messenger
from bot.line.easy import Readings
from bot.live_release import LiveRelease
from bot.release_figures import ShownFigures
from bot.settings import Settings
from bot.state.arrivals import open_arrivals
from bot.state.database import open_state
from bot.state.inbox import Inbox
from bot.state.ledger import Ledger
from bot.state.pseudonym import Pseudonyms
from data.errors import ManabiError
from index.encoder.remembering import RememberingEncoder
from index.release import Release


def desk(settings: Settings) -> tuple[Workers, Housekeeping]:
    """Return workers that are not started yet, and what keeps house beside them.

    Raises SettingsInvalid when the LINE channel or the secret is not set.
    """
    channel = settings.line_channel()
    figures = ShownFigures(settings.today)
    live = LiveRelease(
        composition.release_store(settings), lambda release: _dialogue(settings, release, figures)
    )
    state, pseudonyms = open_state(settings.state_url), Pseudonyms(channel.user_key)
    arrivals = open_arrivals(settings.state_url)
    inbox = Inbox(state, pseudonyms)
    messenger: Messenger = LineClient(
        access_token=channel.access_token, base_url=settings.line_api_base_url
    )
    stopping = threading.Event()
    answering = Answering(
        inbox=inbox,
        ledger=Ledger(state, pseudonyms, today=settings.today),
        dialogue=live.serving,
        sending=Sending(
            messenger=messenger,
            pushing=Pushing(messenger, PushPolicy(settings.push)),
            inbox=inbox,
            stopping=stopping,
        ),
        loading=Loading(messenger),
        computing=threading.Semaphore(AT_ONCE),
    )
    workers = Workers(
        inbox=inbox,
        porter=Porter(arrivals, inbox),
        answering=answering,
        stopping=stopping,
        ready=lambda: _is_ready(live, inbox, figures),
    )
    return workers, Housekeeping(state, arrivals)


def _dialogue(settings: Settings, release: Release, figures: ShownFigures) -> Dialogue:
    """Return a dialogue over one release, in which a topic is encoded once."""
    figures.show(release)
    encoder = RememberingEncoder(release.corpus.encoder)
    remembering = replace(release, corpus=replace(release.corpus, encoder=encoder))
    return Dialogue(
        composition.recommender(settings, remembering),
        settings.today,
        time.time,
        readings=Readings(release.corpus.tokens),
    )


def _is_ready(live: LiveRelease[Dialogue], inbox: Inbox, figures: ShownFigures) -> bool:
    """Tell whether there is a release and a database; what else fails ends the process."""
    try:
        live.serving()
        figures.keep_up()
        inbox.backlog()
    except ManabiError:
        return False
    return True
