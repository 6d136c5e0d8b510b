from datetime import UTC, datetime

import pytest

from bot.live_release import LiveRelease
from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge
from index.errors import ReleaseMissing
from index.rebuild import rebuild
from recommender.recommender import Recommender
from recommender.request import Request
from recommender.tuning import STANDARD

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ORDER = ImportOrder(moment=NOW, knowledge=StaffKnowledge(today=NOW.date()))


@pytest.fixture
def shop(workshop, tmp_path):
    made = workshop()
    path = tmp_path / "list.csv"
    path.write_text("講座名,実施機関,申込状況\n簿記入門,商工会,募集中\n", encoding="utf-8")
    import_sources([path], made.catalog, ORDER)
    yield made
    made.catalog.close()
    made.cache.close()


@pytest.fixture
def live(shop):
    return LiveRelease(shop.store, lambda release: Recommender(release, STANDARD, NOW.date))


def release_id(live):
    return live.serving().recommend(Request(text="")).release_id


def test_before_the_first_release_there_is_nothing_to_ask(live):
    with pytest.raises(ReleaseMissing):
        live.serving()


def test_a_published_release_serves_from_the_next_request_on(shop, live):
    first = rebuild(shop).release_id
    assert release_id(live) == first
    second = rebuild(shop).release_id
    assert release_id(live) == second
    shop.store.publish(first)
    assert release_id(live) == first


def test_an_unchanged_release_is_opened_once(shop, live):
    rebuild(shop)
    assert live.serving() is live.serving()


def test_a_damaged_release_is_refused_and_the_one_before_serves_on(shop, live):
    first = rebuild(shop).release_id
    assert release_id(live) == first
    second = rebuild(shop, publish=False).release_id
    (shop.store.folder_of(second) / "ids").write_text("nonsense", encoding="utf-8")
    shop.store.publish(second)
    assert release_id(live) == first
    third = rebuild(shop).release_id
    assert release_id(live) == third
