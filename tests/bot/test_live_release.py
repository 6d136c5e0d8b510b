import gc
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.live_release import LiveRelease
from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge
from index.errors import ReleaseDamaged, ReleaseMissing
from index.rebuild import rebuild
from index.release import open_release
from index.release_store import KEEP
from recommender.recommender import Recommender
from recommender.request import Request
from recommender.tuning import STANDARD

PATIENCE_S = 20
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


def becomes(live, expected):
    """Ask until another release answers, as people would."""
    until = time.monotonic() + PATIENCE_S
    while release_id(live) != expected and time.monotonic() < until:
        time.sleep(0.02)
    return release_id(live) == expected


def damage(folder):
    (folder / "ids").write_text("nonsense", encoding="utf-8")


def test_before_the_first_release_there_is_nothing_to_ask(live):
    with pytest.raises(ReleaseMissing):
        live.serving()


def test_a_published_release_serves_soon_and_nobody_waits_for_it(shop, live, monkeypatch):
    first = rebuild(shop).release_id
    assert release_id(live) == first
    second = rebuild(shop).release_id
    may_open = threading.Event()
    monkeypatch.setattr(
        "bot.live_release.open_release",
        lambda folder: open_release(folder) if may_open.wait(PATIENCE_S) else None,
    )
    assert release_id(live) == first
    may_open.set()
    assert becomes(live, second)
    shop.store.publish(first)
    assert becomes(live, first)


def test_an_unchanged_release_is_opened_once(shop, live):
    rebuild(shop)
    assert live.serving() is live.serving()


def test_a_damaged_release_is_refused_and_the_one_before_serves_on(shop, live):
    first = rebuild(shop).release_id
    assert release_id(live) == first
    second = rebuild(shop, publish=False).release_id
    damage(shop.store.folder_of(second))
    shop.store.publish(second)
    assert release_id(live) == first
    third = rebuild(shop).release_id
    assert becomes(live, third)


def test_at_the_start_the_last_good_release_serves_for_a_damaged_one(shop, live):
    first = rebuild(shop).release_id
    damage(shop.store.folder_of(rebuild(shop).release_id))
    assert release_id(live) == first


def test_where_every_release_is_damaged_there_is_nothing_to_ask(shop, live):
    for _ in range(2):
        damage(shop.store.folder_of(rebuild(shop).release_id))
    with pytest.raises(ReleaseDamaged):
        live.serving()


def test_a_release_that_is_open_is_not_removed(shop, live):
    first, *others, last = (replace(shop, moment=NOW + timedelta(days=n)) for n in range(KEEP + 3))
    first = rebuild(first).release_id
    serving = live.serving()
    for later in others:
        newest = rebuild(later).release_id
    assert first in shop.store.release_ids()
    assert becomes(live, newest)
    del serving
    gc.collect()
    rebuild(last)
    assert first not in shop.store.release_ids()
