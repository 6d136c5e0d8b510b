"""LiveRelease: the published release, opened; another is opened when another is published."""

import threading
from collections.abc import Callable

from bot.web.metrics import RELEASE_PROGRAMS
from index.release import Release, open_release
from index.release_store import ReleaseStore
from recommender.recommender import Recommender


class LiveRelease:
    """Hands out a recommender over the release that serves now; safe to share between threads.

    The release before stays open while requests that began with it go on, then goes with them.
    """

    def __init__(self, store: ReleaseStore, recommender: Callable[[Release], Recommender]) -> None:
        self._store = store
        self._make = recommender
        self._opening = threading.Lock()
        self._serving: tuple[str, Recommender] | None = None

    def recommender(self) -> Recommender:
        """Return a recommender; raises ReleaseMissing or ReleaseDamaged when there is none."""
        published = self._store.current_id()
        serving = self._serving
        if serving and serving[0] == published:
            return serving[1]
        with self._opening:
            return self._opened(published)

    def _opened(self, published: str | None) -> Recommender:
        if self._serving and self._serving[0] == published:
            return self._serving[1]
        release = open_release(self._store.current_folder())
        RELEASE_PROGRAMS.set(len(release.programs))
        self._serving = (release.release_id, self._make(release))
        return self._serving[1]
