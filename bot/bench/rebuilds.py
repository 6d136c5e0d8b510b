"""Rebuilds, timed: from nothing, with nothing changed, with one program in a hundred changed.

Beside them the plain pipeline, which embeds everything every time: its rate is measured on some of
the same texts, in the same run, and carried over to all of them.
"""

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bot.bench.stage import Silence, lenient
from data.catalog.catalog import Catalog
from data.catalog.database import open_for_writing
from data.catalog.migrations import CATALOG
from data.catalog.program_table import ProgramTable
from data.program import Program
from data.shape import program_to_text
from index.document import program_document
from index.encoder.original import OriginalEncoder
from index.encoder.source import EncoderSource
from index.rebuild import rebuild
from index.release_store import ReleaseStore
from index.text_cache import TextCache
from index.workshop import Workshop

TIMES: Final = 5  # of which the median is told
AT_ONCE: Final = 32  # texts that the plain pipeline embeds for one measurement
ROUNDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildFigures:
    """Seconds; `plain_from_nothing_s` is None where the plain pipeline did not run."""

    programs: int
    from_nothing_s: float
    unchanged_s: float
    one_percent_s: float
    plain_from_nothing_s: float | None

    def to_json(self) -> dict[str, Any]:
        """Return it in the shape of `manabi bench rebuild --json`."""
        return asdict(self)


def timed_rebuilds(
    programs: Sequence[Program], encoder_folder: Path, home: Path, *, model: Path | None
) -> RebuildFigures:
    """Rebuild again and again in the empty folder `home`; `model` is that of the plain pipeline."""
    file = home / "catalog.db"
    _write(file, programs)
    shop = Workshop(
        catalog=Catalog.open_existing(file),
        store=ReleaseStore(home / "releases"),
        encoder_folder=encoder_folder,
        cache=TextCache.open(home / "cache.db"),
        progress=Silence(),
        moment=datetime.now(UTC),
        measures=(lenient,),
    )
    from_nothing = _seconds(shop)
    unchanged = statistics.median(_seconds(shop) for _ in range(TIMES))
    changed = []
    for number in range(TIMES):
        programs = list(_changed(programs, number))
        _write(file, programs)
        changed.append(_seconds(shop))
    shop.catalog.close()
    shop.cache.close()
    texts = [program_document(program).passage for program in programs]
    return RebuildFigures(
        programs=len(programs),
        from_nothing_s=from_nothing,
        unchanged_s=unchanged,
        one_percent_s=statistics.median(changed),
        plain_from_nothing_s=_plain(texts, model) if model else None,
    )


def _seconds(shop: Workshop) -> float:
    started = time.perf_counter()
    rebuild(replace(shop, moment=datetime.now(UTC)))
    return time.perf_counter() - started


def _write(file: Path, programs: Sequence[Program]) -> None:
    """Put the programs into a catalog in place of those before."""
    catalog = open_for_writing(file, CATALOG)
    with catalog.atomic():
        catalog.execute("delete from programs")
        ProgramTable(catalog).write((one.program_id, program_to_text(one)) for one in programs)
    catalog.close()


def _changed(programs: Sequence[Program], number: int) -> Iterator[Program]:
    """Yield the programs, every hundredth with another summary than before."""
    for place, program in enumerate(programs):
        is_changed = place % 100 == number
        yield replace(program, summary=f"{program.summary} 改訂") if is_changed else program


def _plain(texts: Sequence[str], model: Path) -> float:
    """Return the seconds that the plain pipeline needs for all texts, by its median rate."""
    encoder = OriginalEncoder.open(EncoderSource.parse(str(model)), model / "unused")
    encoder.encode_passages(texts[:AT_ONCE])  # its first call prepares
    rates = []
    for start in range(AT_ONCE, AT_ONCE * (ROUNDS + 1), AT_ONCE):
        some = texts[start : start + AT_ONCE]
        started = time.perf_counter()
        encoder.encode_passages(some)
        rates.append((time.perf_counter() - started) / max(1, len(some)))
    return statistics.median(rates) * len(texts)
