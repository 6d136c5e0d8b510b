"""Workshop: what a rebuild works with, handed in from outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.catalog.catalog import Catalog
from index.acceptance.candidate import Measure
from index.acceptance.encoder_change import encoder_change
from index.acceptance.shrinking import shrinking
from index.acceptance.soundness import soundness
from index.progress import Progress
from index.release_store import ReleaseStore
from index.text_cache import TextCache

MEASURES: Sequence[Measure] = (soundness, shrinking, encoder_change)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A catalog, where releases lie, and how to get from one to the other.

    `encoder_folder` holds the prepared encoder, `moment` is now. `measures` are taken of the built
    release, which with `may_shrink` may hold much less than the one before.
    """

    catalog: Catalog
    store: ReleaseStore
    encoder_folder: Path
    cache: TextCache
    progress: Progress
    moment: datetime
    measures: Sequence[Measure] = MEASURES
    may_shrink: bool = False
