"""Words alone: what a search without any encoder costs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bot.bench.contender import Contender, Order
from bot.bench.stopwatch import Stopwatch
from index.lexical import LexicalIndex
from index.release import IDS_FILE, LEXICAL_FOLDER
from index.tokens import Tokens

SHOWN: Final = 10  # what the simplest program would show


class Lexical:
    """`total` is splitting the request into words and searching for them."""

    def __init__(self, index: LexicalIndex, tokens: Tokens) -> None:
        self._index = index
        self._tokens = tokens

    def reply(self, text: str) -> None:
        """Search."""
        self.answer(text)

    def answer(self, text: str) -> Mapping[str, float]:
        """Search, and return the milliseconds."""
        watch = Stopwatch()
        self._index.search(text, SHOWN)
        return {"total": watch.lap()}

    def passages(self, texts: Sequence[str]) -> None:
        """Split documents into words."""
        for text in texts:
            self._tokens.of(text)

    def facts(self, texts: Sequence[str]) -> Mapping[str, Any]:
        """Nothing more."""
        del texts
        return {}


def opened(order: Order) -> Contender:
    """Open the words of a folder that is laid out like a release."""
    folder, tokens = Path(order.folder), Tokens()
    size = len((folder / IDS_FILE).read_text("utf-8").split())
    return Lexical(LexicalIndex.open(folder / LEXICAL_FOLDER, size, tokens), tokens)
