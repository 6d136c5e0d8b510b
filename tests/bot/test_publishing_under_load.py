"""While people ask without a break, releases are published: nobody fails, no answer mixes two."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.live_release import LiveRelease
from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge
from index.rebuild import rebuild
from recommender.answer import Outcome
from recommender.recommender import Recommender
from recommender.request import Request
from recommender.tuning import STANDARD

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ORDER = ImportOrder(moment=NOW, knowledge=StaffKnowledge(today=NOW.date()))
SUBJECTS = ("簿記", "溶接", "剪定", "接客")
PUBLISHED = 20
ASKING = 4
PATIENCE_S = 30


@pytest.fixture
def releases(workshop, tmp_path):
    """Two releases, each of whose programs say in their title to which they belong."""
    shop = workshop()
    names = {}
    for day, edition in enumerate(("春の", "秋の")):
        rows = "".join(f"{edition}{one}入門,商工会,募集中\n" for one in SUBJECTS)
        path = tmp_path / "list.csv"
        path.write_text("講座名,実施機関,申込状況\n" + rows, encoding="utf-8")
        import_sources([path], shop.catalog, ORDER)
        shop = replace(shop, moment=NOW + timedelta(days=day))
        names[rebuild(shop).release_id] = edition
    yield shop.store, names
    shop.catalog.close()
    shop.cache.close()


class Asking(threading.Thread):
    """Somebody who asks again and again, and keeps every answer's release and its titles."""

    def __init__(self, live, subject, done):
        super().__init__()
        self.live, self.subject, self.done = live, subject, done
        self.answers, self.error = [], None

    def run(self):
        try:
            while not self.done.is_set():
                answer = self.live.serving().recommend(Request(text=f"{self.subject}を学びたい"))
                assert answer.outcome is Outcome.RECOMMEND
                titles = [item.program.title for item in answer.items]
                self.answers.append((time.monotonic(), answer.release_id, titles))
        except Exception as error:  # noqa: BLE001 - told by the test
            self.error = error


@pytest.mark.slow
def test_nobody_fails_and_no_answer_mixes_two_releases(releases):
    store, editions = releases
    live = LiveRelease(store, lambda release: Recommender(release, STANDARD, NOW.date))
    live.serving()
    done = threading.Event()
    people = [Asking(live, subject, done) for subject in SUBJECTS[:ASKING]]
    for person in people:
        person.start()
    for number in range(PUBLISHED):
        name = list(editions)[number % 2]
        store.publish(name)
        until = time.monotonic() + PATIENCE_S
        while live.serving().recommend(Request(text="簿記")).release_id != name:
            assert time.monotonic() < until
            time.sleep(0.01)
    done.set()
    for person in people:
        person.join()
        assert person.error is None
        assert {name for _, name, _ in person.answers} == set(editions)
        assert all(
            title.startswith(editions[name])
            for _, name, titles in person.answers
            for title in titles
        )
