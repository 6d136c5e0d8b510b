"""What many tests share: the usual encoder prepared once, and the sample catalog published."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from data.catalog.catalog import Catalog
from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge
from index.encoder.card import EncoderCard
from index.encoder.preparation import prepare_encoder
from index.encoder.served import ServedEncoder
from index.encoder.source import EncoderSource
from index.rebuild import rebuild
from index.release import open_release
from index.release_store import ReleaseStore
from index.text_cache import TextCache
from index.workshop import Workshop
from recommender.recommender import Recommender
from recommender.tuning import tuning_for

# The same examples every time: a red build says something about the change, not about luck.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
SAMPLE_DAY = date(2026, 11, 23)


class NoProgress:
    """Progress that nobody watches."""

    def begin(self, step, total=None):
        pass

    def advance(self, units):
        pass


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory):
    """A MANABI_HOME laid out as the commands lay it out, its encoder prepared."""
    home = tmp_path_factory.mktemp("home")
    source = EncoderSource.parse("manabi")
    prepare_encoder(source, home / "encoders" / source.key, on_step=lambda _step: None)
    return home


@pytest.fixture(scope="session")
def prepared_manabi(sample_home):
    """The folder of the prepared encoder that the project uses by default."""
    return sample_home / "encoders" / EncoderSource.parse("manabi").key


@pytest.fixture(scope="session")
def manabi_encoder(prepared_manabi):
    """The default encoder, served."""
    return ServedEncoder.open(prepared_manabi)


@pytest.fixture
def workshop(tmp_path, prepared_manabi):
    """Makes what a rebuild works with, around an empty catalog in a folder of the test's own."""

    def make(home=tmp_path, encoder_folder=prepared_manabi, progress=None):
        return Workshop(
            catalog=Catalog.open(home / "catalog.db"),
            store=ReleaseStore(home / "releases"),
            encoder_folder=encoder_folder,
            cache=TextCache.open(home / "cache" / "vectors.db"),
            progress=progress or NoProgress(),
            moment=datetime.now(UTC),
        )

    return make


@pytest.fixture(scope="session")
def sample_store(sample_home, prepared_manabi):
    """The releases of a home with the sample catalog imported and published."""
    catalog = Catalog.open(sample_home / "catalog.db")
    order = ImportOrder(moment=datetime.now(UTC), knowledge=StaffKnowledge(today=SAMPLE_DAY))
    import_sources([SAMPLE], catalog, order)
    revision = EncoderCard.read(prepared_manabi).revision
    shop = Workshop(
        catalog=catalog,
        store=ReleaseStore(sample_home / "releases"),
        encoder_folder=prepared_manabi,
        cache=TextCache.open(sample_home / "cache" / f"vectors-{revision}.db"),
        progress=NoProgress(),
        moment=datetime.now(UTC),
    )
    rebuild(shop)
    catalog.close()
    shop.cache.close()
    return shop.store


@pytest.fixture(scope="session")
def sample_release(sample_store):
    """The published sample release, opened."""
    release = open_release(sample_store.current_folder())
    yield release
    release.close()


@pytest.fixture(scope="session")
def recommender(sample_release):
    """The recommender over the sample release, on the sample's day."""
    tuning = tuning_for(sample_release.corpus.encoder.card.source)
    return Recommender(sample_release, tuning, lambda: SAMPLE_DAY)
