"""Contender: one way to answer, in a process of its own, timed request by request.

Started as `python -m bot.bench.contender`: an order on the first line of standard input, a task on
each further one; a JSON object in return for each. In its own process because memory and start-up
belong to a process, and because the plain pipeline's libraries must not weigh on ours.
"""

import importlib
import json
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final, Protocol, TextIO

from bot.bench.memory import memory


class Way(StrEnum):
    """The ways to answer that are compared."""

    MANABI = "manabi"  # the whole recommender
    SEARCH = "search"  # its search alone, for catalogs beyond what one office will have
    PLAIN = "plain"  # sentence-transformers and a flat FAISS index
    LEXICAL = "lexical"  # words alone


# Imported when chosen: each brings its own libraries, and none of the others'.
HOMES: Final[Mapping[Way, str]] = {
    Way.MANABI: "bot.bench.manabi",
    Way.SEARCH: "bot.bench.search",
    Way.PLAIN: "bot.bench.plain",
    Way.LEXICAL: "bot.bench.lexical",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a contender starts with; `started` is `time.monotonic()` when it was called.

    `folder` is that of a release, `model` that of a sentence-transformers model, `day` is ISO 8601.
    """

    way: Way
    folder: str
    model: str
    day: str
    started: float
    first: str


class Contender(Protocol):
    """One way to answer."""

    def reply(self, text: str) -> None:
        """Answer, as fast as it goes."""

    def answer(self, text: str) -> Mapping[str, float]:
        """Answer, and return the milliseconds by part; `total` is the whole."""

    def passages(self, texts: Sequence[str]) -> None:
        """Turn documents into what is searched."""

    def facts(self, texts: Sequence[str]) -> Mapping[str, Any]:
        """Return what else can be said of it, measured on these requests."""


def main() -> None:
    """Serve tasks until the input ends."""
    order = json.loads(sys.stdin.readline())
    contender: Contender = importlib.import_module(HOMES[Way(order["way"])]).opened(Order(**order))
    contender.reply(order["first"])
    held = memory()
    seconds = time.monotonic() - order["started"]
    _say({"first_answer_s": seconds, "memory": asdict(held) if held else None}, sys.stdout)
    for line in sys.stdin:
        _say(_done(contender, json.loads(line)), sys.stdout)


def _done(contender: Contender, task: Mapping[str, Any]) -> Mapping[str, Any]:
    """Do one task: `answer` a text, `together` many with threads, `passages`, or `facts`."""
    if "answer" in task:
        return contender.answer(task["answer"])
    if "facts" in task:
        held = memory()
        return {**contender.facts(task["facts"]), "memory": asdict(held) if held else None}
    start = time.perf_counter()
    if "passages" in task:
        contender.passages(task["passages"])
    else:
        with ThreadPoolExecutor(task["threads"]) as pool:
            list(pool.map(contender.reply, task["together"]))
    return {"seconds": time.perf_counter() - start}


def _say(value: Mapping[str, Any], stream: TextIO) -> None:
    stream.write(json.dumps(value) + "\n")
    stream.flush()


if __name__ == "__main__":
    main()
