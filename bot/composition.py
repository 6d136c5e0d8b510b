"""The composition root: settings → the objects that the commands and the web app work with."""

from pathlib import Path

from bot.settings import Settings
from data.catalog.catalog import Catalog
from index.acceptance.candidate import Measure
from index.encoder.source import EncoderSource
from index.release import Release, open_release
from index.release_store import ReleaseStore
from index.text_cache import TextCache
from index.workshop import MEASURES
from recommender.golden.golden_gates import GoldenGates
from recommender.golden.golden_request import golden_requests
from recommender.recommender import Recommender
from recommender.tuning import tuning_for


def catalog(settings: Settings) -> Catalog:
    """Open the catalog, empty if it is new."""
    return Catalog.open(settings.catalog_file)


def existing_catalog(settings: Settings) -> Catalog:
    """Open a catalog that must be there; raises CatalogMissing."""
    return Catalog.open_existing(settings.catalog_file)


def release_store(settings: Settings) -> ReleaseStore:
    """Return the folder of releases."""
    return ReleaseStore(settings.releases_folder)


def published_release(settings: Settings) -> Release:
    """Open the release that serves."""
    return open_release(release_store(settings).current_folder())


def measures(settings: Settings) -> tuple[Measure, ...]:
    """Return what a built release is measured by; the golden requests where staff keep some."""
    if not settings.golden_file.exists():
        return tuple(MEASURES)
    golden = GoldenGates(
        requests=golden_requests(settings.golden_file),
        opened=lambda release: recommender(settings, release),
        today=settings.today,
    )
    return (*MEASURES, golden)


def recommender(settings: Settings, release: Release) -> Recommender:
    """Return a recommender over an opened release."""
    tuning = tuning_for(release.corpus.encoder.card.source)
    return Recommender(release, tuning, settings.today)


def encoder_folder(settings: Settings) -> Path:
    """Return where the chosen encoder lies once it is prepared."""
    return settings.encoders_folder / EncoderSource.parse(settings.encoder).key


def text_cache(settings: Settings, revision: str) -> TextCache:
    """Open the cache of one encoder revision."""
    return TextCache.open(settings.cache_folder / f"vectors-{revision}.db")
