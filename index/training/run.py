"""A training run: written and public examples → distractors mined → an adapter with its card.

Reads top to bottom as the story. What a run that was cut short had done lies in the workshop under
names made from all that decides it, so a later run goes on only where nothing has changed.
"""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import Enum, auto
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from index.encoder import bundled, mining
from index.encoder.adapter import FILES, AdapterCard, TrainingPart, is_adapter
from index.encoder.adapter_training import AdapterTraining, library_versions
from index.encoder.card import checksum
from index.encoder.example import Example, ExampleSource
from index.encoder.model import quiet_libraries
from index.encoder.trainer import Hearers, TrainingRecipe
from index.errors import AdapterInTheWay, TrainingRunning
from index.progress import Progress
from index.scratch import built_aside, clear_abandoned
from index.training.examples import Mined, Programs, answer_pairs, taught_requests, written_examples
from index.training.written import WrittenRequest
from index.work_lock import work_lock

WRITTEN: Final = "written"
LICENCE: Final = "this project, MIT"
FORGOTTEN: Final = 7 * 24 * 3600.0  # seconds after which a run that was cut short is not resumed


class TrainingStep(Enum):
    """The steps of a training run, in order."""

    LOAD = auto()
    MINE = auto()
    TRAIN = auto()
    SAVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingOrder:
    """What to train on and how; without requests, on public pairs alone."""

    programs: Programs
    requests: Sequence[WrittenRequest]
    public: Sequence[ExampleSource]
    recipe: TrainingRecipe
    command: str


def train_adapter(
    order: TrainingOrder, folder: Path, workshop: Path, progress: Progress
) -> AdapterCard:
    """Train an adapter into `folder`, which appears or changes only when it is complete.

    Raises PreparationToolsMissing, EncoderDamaged, TrainingRunning or AdapterInTheWay.
    """
    _check_place(folder)
    with work_lock(workshop / "lock", TrainingRunning), quiet_libraries():
        clear_abandoned(workshop, "*-*", older_than=FORGOTTEN)
        progress.begin(TrainingStep.LOAD)
        training = AdapterTraining.begin(order.recipe)
        progress.begin(TrainingStep.MINE)
        sources = [*_written(order, training, workshop), *order.public]
        hearers = Hearers(
            begin=lambda total: progress.begin(TrainingStep.TRAIN, total), step=progress.advance
        )
        checkpoints = workshop / f"checkpoints-{_digest(sources, order.recipe, library_versions())}"
        steps = training.train(sources, checkpoints=checkpoints, hearers=hearers)
        progress.begin(TrainingStep.SAVE)
        with built_aside(folder) as building:
            training.save(building)
            card = _card(order, sources, steps, building)
            card.write(building)
            _keep_notes(folder, building)
        shutil.rmtree(checkpoints)
    return card


def _check_place(folder: Path) -> None:
    """Find out now, not after an hour, that the adapter cannot be put there."""
    if folder.is_dir() and any(folder.iterdir()) and not is_adapter(folder):
        raise AdapterInTheWay(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent):
        pass


def _written(
    order: TrainingOrder, training: AdapterTraining, workshop: Path
) -> list[ExampleSource]:
    requests = taught_requests(order.requests, order.programs)
    if not requests:
        return []
    mined = _mined(answer_pairs(requests, order.programs), training, workshop)
    examples = written_examples(requests, order.programs, mined)
    return [ExampleSource(name=WRITTEN, licence=LICENCE, examples=tuple(examples))]


def _mined(pairs: Sequence[Example], training: AdapterTraining, workshop: Path) -> Mined:
    """Mine, or read what an earlier run mined from the same pairs."""
    rules = mining.MARGIN, mining.MOST, mining.CONSIDERED
    path = workshop / f"mined-{_digest(pairs, rules, bundled.SHA256, library_versions())}.json"
    if path.is_file():
        kept: Mined = json.loads(path.read_text(encoding="utf-8"))
        return kept
    mined = training.mined(pairs)
    writing = path.with_suffix(".writing")
    writing.write_text(json.dumps(mined, ensure_ascii=False), encoding="utf-8")
    writing.replace(path)
    return mined


def _digest(*deciding: object) -> str:
    """Name something by all that decides it."""
    return hashlib.sha256(repr(deciding).encode()).hexdigest()[:16]


def _card(
    order: TrainingOrder, sources: Sequence[ExampleSource], steps: int, folder: Path
) -> AdapterCard:
    return AdapterCard(
        base=bundled.SOURCE,
        base_sha256=bundled.SHA256,
        command=order.command,
        recipe=asdict(order.recipe),
        steps=steps,
        parts=tuple(_part(source) for source in sources),
        versions=library_versions(),
        checksums={name: checksum(folder / name) for name in FILES},
    )


def _part(source: ExampleSource) -> TrainingPart:
    texts = json.dumps([asdict(one) for one in source.examples], ensure_ascii=False)
    return TrainingPart(
        name=source.name,
        examples=len(source.examples),
        licence=source.licence,
        sha256=hashlib.sha256(texts.encode()).hexdigest(),
    )


def _keep_notes(folder: Path, building: Path) -> None:
    """Take along what somebody put beside an older adapter, a README above all."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if not (building / path.name).exists():
            shutil.copy(path, building)
