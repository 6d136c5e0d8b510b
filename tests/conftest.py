"""What many tests share: the usual encoder prepared once, and the sample catalog published."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from filelock import FileLock
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
from index.workshop import MEASURES, Workshop
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
def made_once(tmp_path_factory, worker_id):
    """Makes a folder once for all test processes that run side by side; they only read it."""
    own = tmp_path_factory.getbasetemp()
    everybodys = own if worker_id == "master" else own.parent

    def folder(name, make):
        made = everybodys / name
        with FileLock(everybodys / f"{name}.lock"):
            if not made.exists():
                make(everybodys / f"{name}-building")
                (everybodys / f"{name}-building").rename(made)
        return made

    return folder


def _published_sample(home, encoder, measures=MEASURES):
    """Lay out a MANABI_HOME as the commands do: the sample catalog, published with an encoder."""
    source = EncoderSource.parse(encoder)
    folder = home / "encoders" / source.key
    prepare_encoder(source, folder, on_step=lambda _step: None)
    catalog = Catalog.open(home / "catalog.db")
    order = ImportOrder(moment=datetime.now(UTC), knowledge=StaffKnowledge(today=SAMPLE_DAY))
    import_sources([SAMPLE], catalog, order)
    revision = EncoderCard.read(folder).revision
    shop = Workshop(
        catalog=catalog,
        store=ReleaseStore(home / "releases"),
        encoder_folder=folder,
        cache=TextCache.open(home / "cache" / f"vectors-{revision}.db"),
        progress=NoProgress(),
        moment=datetime.now(UTC),
        measures=measures,
    )
    rebuild(shop)
    catalog.close()
    shop.cache.close()


@pytest.fixture(scope="session")
def sample_home(made_once, tmp_path_factory):
    """A MANABI_HOME with the sample catalog, published with the default encoder."""
    made = made_once("sample", lambda home: _published_sample(home, "manabi"))
    return shutil.copytree(made, tmp_path_factory.mktemp("home") / "sample")


@pytest.fixture(scope="session")
def prepared_manabi(sample_home):
    """The folder of the prepared encoder that the project uses by default."""
    return sample_home / "encoders" / EncoderSource.parse("manabi").key


@pytest.fixture(scope="session")
def manabi_encoder(prepared_manabi):
    """The default encoder, served."""
    return ServedEncoder.open(prepared_manabi)


@pytest.fixture(scope="session")
def small_model(made_once):
    """A model folder whose texts lie near each other when they share letters; served in no time."""

    def make(folder):
        from tests.small_models import save_small_bert  # noqa: PLC0415 - torch takes seconds

        alphabet = "".join(sorted(set((SAMPLE / "programs.csv").read_text("utf-8"))))
        save_small_bert(folder, alphabet, layers=1, width=64)

    return made_once("small-model", make)


@pytest.fixture(scope="session")
def small_home(made_once, small_model, tmp_path_factory):
    """A MANABI_HOME like the sample's, with the small model, for what is no matter of meaning."""
    made = made_once("small", lambda home: _published_sample(home, str(small_model), measures=()))
    return shutil.copytree(made, tmp_path_factory.mktemp("home") / "small")


@pytest.fixture(scope="session")
def prepared_small(small_home, small_model):
    """The folder of the prepared small model."""
    return small_home / "encoders" / EncoderSource.parse(str(small_model)).key


@pytest.fixture(scope="session")
def small_store(small_home):
    """The releases of the small home."""
    return ReleaseStore(small_home / "releases")


@pytest.fixture
def workshop(tmp_path, prepared_small):
    """Makes what a rebuild works with, around an empty catalog in a folder of the test's own.

    Its encoder is a small one: what is tested is the work, not how well it finds.
    """

    def make(home=tmp_path, encoder_folder=prepared_small, progress=None):
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
def sample_store(sample_home):
    """The releases of the sample home."""
    return ReleaseStore(sample_home / "releases")


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
