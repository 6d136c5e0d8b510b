"""The doctor's look at what serves: the release, the lists behind it, and the golden requests."""

from bot import composition
from bot.commands import doctor_wording as wording
from bot.commands.finding import Finding, Mark
from bot.release_figures import STALE_DAYS, ReleaseFigures
from bot.settings import Settings
from recommender.golden.golden_request import golden_requests

OLD_DAYS = 30  # a release older than that deserves a new look at the lists


def release(settings: Settings) -> Finding:
    """Open what is published, every file checked, and count."""
    opened = composition.published_release(settings)
    figures = ReleaseFigures.of(opened, settings.today())
    opened.close()
    days = (settings.moment() - figures.created).days
    return Finding(
        name=wording.RELEASE,
        mark=Mark.ADVICE if days > OLD_DAYS else Mark.GOOD,
        words=wording.release_facts(opened.manifest, figures.open_offerings, days),
        hint=wording.OLD_HINT if days > OLD_DAYS else "",
    )


def sources(settings: Settings) -> Finding:
    """Look for lists that nobody has imported again for long."""
    opened = composition.published_release(settings)
    stale = ReleaseFigures.of(opened, settings.today()).stale
    opened.close()
    return Finding(
        name=wording.SOURCES,
        mark=Mark.ADVICE if stale else Mark.GOOD,
        words=wording.source_facts(len(opened.manifest.sources), STALE_DAYS, stale),
        hint=wording.STALE_HINT if stale else "",
    )


def golden(settings: Settings) -> Finding:
    """Look whether staff keep golden requests, and whether their programs are known."""
    file = settings.golden_file
    requests = golden_requests(file) if file.exists() else ()
    if not requests:
        return Finding(
            name=wording.GOLDEN,
            mark=Mark.ADVICE,
            words=wording.NO_GOLDEN,
            hint=wording.golden_hint(str(file)),
        )
    opened = composition.published_release(settings)
    opened.close()
    unknown = [one.text for one in requests if not any(map(one.expects, opened.programs))]
    return Finding(
        name=wording.GOLDEN,
        mark=Mark.ADVICE if unknown else Mark.GOOD,
        words=wording.golden_facts(len(requests), unknown),
        hint=wording.UNKNOWN_GOLDEN_HINT if unknown else "",
    )
