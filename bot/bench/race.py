"""Race: the contenders as child processes, asked turn by turn: a slow moment hits all of them."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, replace
from types import TracebackType
from typing import Any, Final, Self

from bot.bench.contender import Order, Way
from bot.bench.errors import ContenderEnded
from bot.bench.figures import Raw, WayFigures, way_figures

STARTS: Final = 3  # the median of so many is shown
THREADS: Final = 4  # that ask at once, for the throughput
FACTS_OF: Final = 50  # requests that recall is measured on
PASSAGES: Final = 64  # documents that are timed


class Process:
    """A contender at work in another process."""

    def __init__(self, order: Order) -> None:
        self._way = order.way
        command = [sys.executable, "-m", "bot.bench.contender"]
        self._child = subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            self.started = self.does(asdict(replace(order, started=time.monotonic())))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the process end, and wait until it has."""
        for stream in (self._child.stdin, self._child.stdout):
            with suppress(BrokenPipeError):  # it may have ended before
                if stream:
                    stream.close()
        self._child.wait()

    def does(self, task: Mapping[str, Any]) -> dict[str, Any]:
        """Send a task and wait for what comes back."""
        assert self._child.stdin  # noqa: S101 - asked for above
        assert self._child.stdout  # noqa: S101 - asked for above
        with suppress(BrokenPipeError):  # then it says nothing, either
            self._child.stdin.write(json.dumps(task) + "\n")
            self._child.stdin.flush()
        line = self._child.stdout.readline()
        if not line:
            raise ContenderEnded(
                f"くらべている途中で、ひとつの処理({self._way})が終わりました。",
                hint="わけは上に出ています。--programs を小さくすると、通るかもしれません。",
            )
        done: dict[str, Any] = json.loads(line)
        return done


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """Who runs, and on what: requests as people write them, documents as they are embedded."""

    orders: Sequence[Order]
    requests: Sequence[str]
    passages: Sequence[str]


def run(race: Race) -> dict[Way, WayFigures]:
    """Start all, ask all, and return the figures of each."""
    starts: dict[Way, list[float]] = {order.way: [] for order in race.orders}
    for _ in range(STARTS - 1):
        for order in race.orders:
            with Process(order) as child:
                starts[order.way].append(child.started["first_answer_s"])
    with ExitStack() as stack:
        children = {order.way: stack.enter_context(Process(order)) for order in race.orders}
        for way, child in children.items():
            starts[way].append(child.started["first_answer_s"])
        answers: dict[Way, list[dict[str, float]]] = {way: [] for way in children}
        for text in race.requests:
            for way, child in children.items():
                answers[way].append(child.does({"answer": text}))
        return {
            way: way_figures(_told(race, child, starts[way], answers[way]))
            for way, child in children.items()
        }


def _told(race: Race, child: Process, starts: list[float], answers: list[dict[str, float]]) -> Raw:
    """Ask one process for the rest, while the others wait."""
    facts = child.does({"facts": list(race.requests[:FACTS_OF])})  # first: memory as it serves
    together = child.does({"together": list(race.requests), "threads": THREADS})
    passages = race.passages[:PASSAGES]
    embedded = child.does({"passages": list(passages)})
    return Raw(
        starts=starts,
        answers=answers,
        facts=facts,
        together_s=together["seconds"],
        passages=len(passages),
        passages_s=embedded["seconds"],
    )
