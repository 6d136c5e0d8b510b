"""The whole recommender over an opened release, in what a serving process has loaded."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import bot.web.composition  # noqa: F401 - its libraries weigh in a serving process, too
from bot import composition
from bot.bench.contender import Contender, Order
from bot.bench.search import Search
from bot.bench.stopwatch import Stopwatch
from bot.settings import read_settings
from index.release import Release, open_release
from recommender.recommender import Recommender
from recommender.request import Request


class Manabi:
    """`total` is `recommend()`; encoder and search are also timed alone, after it."""

    def __init__(self, release: Release, recommender: Recommender) -> None:
        self._recommender = recommender
        corpus = release.corpus
        self._search = Search(corpus.encoder, corpus.tokens, corpus.dense, corpus.lexical)

    def reply(self, text: str) -> None:
        """Answer."""
        self._recommender.recommend(Request(text=text))

    def answer(self, text: str) -> Mapping[str, float]:
        """Answer, and return the milliseconds by part."""
        watch = Stopwatch()
        self.reply(text)
        total = watch.lap()
        return {**self._search.answer(text), "total": total}

    def passages(self, texts: Sequence[str]) -> None:
        """Embed documents."""
        self._search.passages(texts)

    def facts(self, texts: Sequence[str]) -> Mapping[str, Any]:
        """Return which index serves and how much it finds of what brute force finds."""
        return self._search.facts(texts)


def opened(order: Order) -> Contender:
    """Open the release that `order` names, on its day."""
    settings = read_settings().model_copy(update={"now": datetime.fromisoformat(order.day)})
    release = open_release(Path(order.folder))
    return Manabi(release, composition.recommender(settings, release))
