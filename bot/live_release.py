"""LiveRelease: the published release, opened; another is opened when another is published."""

import threading
import time
from collections.abc import Callable
from typing import Final, Generic, TypeVar

import structlog

from bot.memory import give_back
from bot.metrics import RELEASE_REFUSED
from data.errors import ManabiError
from index.release import Release, open_release
from index.release_store import ReleaseStore

FINISHED_S: Final = 2.0  # by then, what began with the release before has ended

Served = TypeVar("Served")

log = structlog.get_logger()


class LiveRelease(Generic[Served]):
    """Hands out what was made of the release that serves now; safe to share between threads.

    Another release is opened aside, while the one before serves on; that stays open while requests
    that began with it go on, then goes with them. A published release that cannot be opened is
    refused, loudly, and the last good one serves.
    """

    def __init__(self, store: ReleaseStore, make: Callable[[Release], Served]) -> None:
        self._store = store
        self._make = make
        self._opening = threading.Lock()
        self._seen: str | None = None  # the release last published, opened or refused
        self._serving: Served | None = None

    def serving(self) -> Served:
        """Return it; raises ReleaseMissing or ReleaseDamaged when there is none."""
        serving = self._serving or self._opened_first()
        if self._store.current_id() != self._seen and self._opening.acquire(blocking=False):
            threading.Thread(target=self._open_aside, name="opening", daemon=True).start()
        return serving

    def _opened_first(self) -> Served:
        """Open what is published, or the last good one instead; others wait for it."""
        with self._opening:
            if self._serving is None:
                published = self._store.current_id()
                try:
                    release = open_release(self._store.current_folder())
                except ManabiError as error:
                    self._refuse(published, error)
                    release = self._last_good(error, published)
                self._serving, self._seen = self._make(release), published
                give_back()
            return self._serving

    def _open_aside(self) -> None:
        """Open what is published now; the caller has taken the lock."""
        published = self._store.current_id()
        try:
            self._serving = self._make(open_release(self._store.current_folder()))
            RELEASE_REFUSED.set(0)
        except ManabiError as error:
            self._refuse(published, error)
        finally:
            self._seen = published
            self._opening.release()
        time.sleep(FINISHED_S)
        give_back()

    def _refuse(self, published: str | None, error: ManabiError) -> None:
        log.error("release_refused", release=published, code=error.code)
        RELEASE_REFUSED.set(1)

    def _last_good(self, error: ManabiError, refused: str | None) -> Release:
        """Return the newest release that can be opened; raises `error` when there is none."""
        for name in self._store.release_ids():
            if name == refused:
                continue
            try:
                release = open_release(self._store.folder_of(name))
            except ManabiError:
                continue
            log.warning("release_before_serves", release=name)
            return release
        raise error
