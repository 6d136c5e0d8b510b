"""Search alone: encoder, vectors and words, with a condition that three programs in ten fail."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.bench.contender import Contender, Order
from bot.bench.stopwatch import Stopwatch
from index.dense import DenseIndex
from index.encoder.protocol import Encoder
from index.encoder.served import ServedEncoder
from index.lexical import LexicalIndex
from index.release import DENSE_FILE, ENCODER_FOLDER, LEXICAL_FOLDER
from index.tokens import Tokens
from recommender.ranking.retrieval import DEPTH

ALLOWED: Final = 0.7  # the share of programs that meet the condition
RECALLED: Final = (10, DEPTH)


class Search:
    """`search` is both searches and the exact cosines; `total` has the encoder, too."""

    def __init__(
        self, encoder: Encoder, tokens: Tokens, dense: DenseIndex, lexical: LexicalIndex
    ) -> None:
        self._encoder = encoder
        self._tokens = tokens
        self._dense = dense
        self._lexical = lexical
        self._allowed = np.random.default_rng(0).random(len(dense)) < ALLOWED

    def reply(self, text: str) -> None:
        """Search."""
        self.answer(text)

    def answer(self, text: str) -> Mapping[str, float]:
        """Search, and return the milliseconds by part."""
        watch = Stopwatch()
        query = self._encoder.encode_queries([text])
        encode = watch.lap()
        by_words = self._lexical.search(text, DEPTH, allowed=self._allowed)
        lexical = watch.lap()
        by_meaning = self._dense.search(query, DEPTH, allowed=self._allowed)
        self._dense.cosines(query, np.union1d(by_words.positions, by_meaning.positions))
        search = lexical + watch.lap()
        return {"encode": encode, "lexical": lexical, "search": search, "total": encode + search}

    def passages(self, texts: Sequence[str]) -> None:
        """Embed documents."""
        self._encoder.encode_passages(texts)

    def facts(self, texts: Sequence[str]) -> Mapping[str, Any]:
        """Return which index serves and how much it finds of what brute force finds."""
        shares = []
        for text in texts:
            query = self._encoder.encode_queries([text])
            found = self._dense.search(query, DEPTH, allowed=self._allowed)
            true = self._dense.search_exactly(query, DEPTH, allowed=self._allowed)
            shares.append(
                [np.isin(true.positions[:k], found.positions[:k]).mean() for k in RECALLED]
            )
        recalls = np.mean(shares, axis=0).tolist()
        return {"index": self._dense.kind, "recall": dict(zip(RECALLED, recalls, strict=True))}


def opened(order: Order) -> Contender:
    """Open encoder and indexes in a folder that is laid out like a release."""
    folder = Path(order.folder)
    encoder, tokens = ServedEncoder.open(folder / ENCODER_FOLDER), Tokens()
    dense = DenseIndex.open(folder / DENSE_FILE)
    lexical = LexicalIndex.open(folder / LEXICAL_FOLDER, len(dense), tokens)
    return Search(encoder, tokens, dense, lexical)
