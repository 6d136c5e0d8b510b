"""Reading rows side by side: long tables by several processes, records in the order of the rows.

Reading a row is arithmetic on texts and needs nothing but the reader, so a table is dealt out in
chunks. A worker has one chunk at a time: neither side ever waits for the other to make room.
"""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import chain, islice
from typing import TYPE_CHECKING

from data.rows.reading import RowReader, without_ditto_marks
from data.rows.record import WrittenRecord, written
from data.sources.sheet import SheetRow

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

CHUNK = 500  # rows; a few tenths of a second of work
WORTH_DEALING = 4 * CHUNK  # shorter tables are read sooner than a process starts

Chunk = list[SheetRow]


def read_records(
    reader: RowReader, rows: Iterable[SheetRow], *, processes: int
) -> Iterator[WrittenRecord]:
    """Yield what every row states that says anything, with at most so many processes at work.

    Staff's corrections remember which rows they met, so a table that they concern is read here.
    """
    plain = without_ditto_marks(rows)
    top = list(islice(plain, WORTH_DEALING))
    if processes < 2 or len(top) < WORTH_DEALING or reader.corrections.by_course:  # noqa: PLR2004
        yield from _records(reader, chain(top, plain))
        return
    workers = [_Worker(reader) for _ in range(processes)]
    try:
        yield from _dealt(workers, chain(top, plain))
    finally:
        for worker in workers:
            worker.stop()


def _records(reader: RowReader, rows: Iterable[SheetRow]) -> Iterator[WrittenRecord]:
    return (written(record) for row in rows if (record := reader.record(row)))


def _dealt(workers: list["_Worker"], rows: Iterator[SheetRow]) -> Iterator[WrittenRecord]:
    """Give each worker a chunk in turn, and take the results in the same order."""
    waiting = deque(worker for worker in workers if worker.begin(list(islice(rows, CHUNK))))
    while waiting:
        worker = waiting.popleft()
        records = worker.result()
        if worker.begin(list(islice(rows, CHUNK))):
            waiting.append(worker)
        yield from records


class _Worker:
    """A process that reads chunks; it ends when its pipe is closed, however that comes about."""

    def __init__(self, reader: RowReader) -> None:
        context = multiprocessing.get_context("fork")
        self._pipe, far_end = context.Pipe()
        ends = (far_end, self._pipe)
        self._process = context.Process(target=_work, args=(reader, *ends), daemon=True)
        self._process.start()
        far_end.close()

    def begin(self, chunk: Chunk) -> bool:
        """Hand over a chunk; False when there is nothing left to do."""
        if chunk:
            self._pipe.send(chunk)
        return bool(chunk)

    def result(self) -> list[WrittenRecord]:
        """Return the records of the chunk that was handed over; raises what reading raised."""
        answer = self._pipe.recv()
        if isinstance(answer, Exception):
            raise answer
        records: list[WrittenRecord] = answer
        return records

    def stop(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.terminate()
        self._process.join()


def _work(reader: RowReader, pipe: "Connection", others_end: "Connection") -> None:
    """Read chunks until the other side is gone, be it killed; its end, inherited, must not stay."""
    others_end.close()
    with closing(pipe), suppress(EOFError, BrokenPipeError):
        while True:
            chunk: Chunk = pipe.recv()
            try:
                records: list[WrittenRecord] | Exception = list(_records(reader, chunk))
            except Exception as error:  # noqa: BLE001 - told to the process that asked
                records = error
            pipe.send(records)
