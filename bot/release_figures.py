"""Release figures: what staff watch of the release that serves, for /metrics and the doctor."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from bot.metrics import OPEN_OFFERINGS, RELEASE_CREATED, RELEASE_PROGRAMS, STALE_SOURCES
from index.release import Release
from recommender.eligibility.offerings import is_open

STALE_DAYS: Final = 60  # a list older than that has probably been replaced where it came from


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFigures:
    """Counts of one release on one day; `stale` are the sources not imported for STALE_DAYS."""

    programs: int
    open_offerings: int
    created: datetime
    stale: tuple[str, ...]

    @classmethod
    def of(cls, release: Release, today: date) -> "ReleaseFigures":
        """Count."""
        offerings = (one for program in release.programs for one in program.offerings)
        return cls(
            programs=len(release.programs),
            open_offerings=sum(is_open(one, today) for one in offerings),
            created=datetime.fromisoformat(release.manifest.created_at),
            stale=tuple(
                name for name, at in release.manifest.sources.items() if at and _is_stale(at)
            ),
        )

    def show(self) -> None:
        """Show them on /metrics."""
        RELEASE_PROGRAMS.set(self.programs)
        RELEASE_CREATED.set(self.created.timestamp())
        OPEN_OFFERINGS.set(self.open_offerings)
        STALE_SOURCES.set(len(self.stale))


class ShownFigures:
    """Keeps /metrics true of the release that serves, although offerings close day by day."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._release: Release | None = None
        self._counted_on: date | None = None

    def show(self, release: Release) -> None:
        """Show another release from now on."""
        self._release, self._counted_on = release, None
        self.keep_up()

    def keep_up(self) -> None:
        """Count again when a new day has begun."""
        today = self._today()
        if self._release is not None and self._counted_on != today:
            ReleaseFigures.of(self._release, today).show()
            self._counted_on = today


def _is_stale(imported_at: str) -> bool:
    return (datetime.now(UTC) - datetime.fromisoformat(imported_at)).days >= STALE_DAYS
