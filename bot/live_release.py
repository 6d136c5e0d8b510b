"""LiveRelease: the published release, opened; another is opened when another is published."""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

import structlog

from bot.metrics import RELEASE_CREATED, RELEASE_PROGRAMS
from data.errors import ManabiError
from index.release import Release, open_release
from index.release_store import ReleaseStore

Served = TypeVar("Served")

log = structlog.get_logger()


class LiveRelease(Generic[Served]):
    """Hands out what was made of the release that serves now; safe to share between threads.

    The release before stays open while requests that began with it go on, then goes with them. A
    published release that cannot be opened is refused, loudly, and the one before serves on.
    """

    def __init__(self, store: ReleaseStore, make: Callable[[Release], Served]) -> None:
        self._store = store
        self._make = make
        self._opening = threading.Lock()
        self._seen: str | None = None  # the release last published, opened or refused
        self._serving: Served | None = None

    def serving(self) -> Served:
        """Return it; raises ReleaseMissing or ReleaseDamaged when there is none."""
        published = self._store.current_id()
        if self._serving is None or published != self._seen:
            with self._opening:
                if self._serving is None or published != self._seen:
                    self._serving = self._opened()
                    self._seen = published
        return self._serving

    def _opened(self) -> Served:
        try:
            release = open_release(self._store.current_folder())
        except ManabiError as error:
            if self._serving is None:
                raise
            log.warning("release_refused", code=error.code)
            return self._serving
        RELEASE_PROGRAMS.set(len(release.programs))
        created = datetime.fromisoformat(release.manifest.created_at)
        RELEASE_CREATED.set(created.timestamp())
        return self._make(release)
