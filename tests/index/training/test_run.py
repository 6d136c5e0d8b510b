"""A training run: complete or not there, resumable, one at a time; here with a tiny base."""

import os
from dataclasses import replace

import pytest

from index.encoder import adapter_training
from index.encoder import trainer as trainer_module
from index.encoder.adapter import CARD_FILE, AdapterCard
from index.encoder.example import Example, ExampleSource
from index.encoder.model import load_model
from index.encoder.trainer import TrainingRecipe
from index.errors import AdapterInTheWay, TrainingRunning
from index.training.run import TrainingOrder, TrainingStep, train_adapter
from index.training.written import written_programs, written_requests
from index.work_lock import work_lock
from tests.conftest import NoProgress

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]

PUBLIC = ExampleSource(
    name="public",
    licence="CC0",
    examples=tuple(Example(question=text, answer=text + "入門") for text in "簿記介護農業英語"),
)
ORDER = TrainingOrder(
    programs=written_programs(),
    requests=written_requests()[:24],
    public=[PUBLIC],
    recipe=TrainingRecipe(rank=2, batch=4),
    command="manabi encoder train DIR",
)


class Killed(BaseException):
    """Stands for a process that ends without warning."""


class DyingProgress(NoProgress):
    """Dies when a step begins, or after some steps of training."""

    def __init__(self, fatal=None, after=None):
        self.fatal, self.left = fatal, after

    def begin(self, step, total=None):  # noqa: ARG002 - the protocol's signature
        if step is self.fatal:
            raise Killed

    def advance(self, units):
        if self.left is not None:
            self.left -= units
            if self.left <= 0:
                raise Killed


class Heard(NoProgress):
    """Remembers what it heard of the training's steps."""

    def __init__(self):
        self.steps = []

    def advance(self, units):
        self.steps.append(units)


@pytest.fixture(autouse=True)
def tiny_base(tiny_model, monkeypatch):
    """Put a model of 2 layers in the bundled one's place: a run then takes a second or two."""
    monkeypatch.setattr(
        adapter_training, "original_model", lambda _source, _scratch: load_model(tiny_model)
    )
    monkeypatch.setattr(trainer_module, "SAVE_EVERY", 2)


@pytest.fixture
def train(tmp_path):
    def call(progress=None, *, order=ORDER, name="adapter"):
        return train_adapter(
            order, tmp_path / name, tmp_path / "training", progress or NoProgress()
        )

    return call


@pytest.fixture(scope="module")
def uninterrupted():
    """Remembers the card of a run that nothing interrupted, once for all tests."""
    return {}


@pytest.fixture
def whole(train, uninterrupted):
    """The card of a run that nothing interrupted."""
    if not uninterrupted:
        uninterrupted["card"] = train(name="whole")
    return uninterrupted["card"]


def test_the_card_tells_what_was_learned_from(train, tmp_path):
    card = train()
    assert AdapterCard.read(tmp_path / "adapter") == card
    assert {part.name: part.licence for part in card.parts} == {
        "written": "this project, MIT",
        "public": "CC0",
    }
    assert card.recipe["rank"] == 2
    assert card.steps > 0
    card.verify(tmp_path / "adapter")


def test_the_same_order_gives_the_same_adapter_and_another_seed_another(train, whole):
    other = replace(ORDER, recipe=replace(ORDER.recipe, seed=1))
    assert train() == whole
    assert train(name="other", order=other).checksums != whole.checksums


def test_public_pairs_alone_can_be_trained_on(train):
    card = train(order=replace(ORDER, programs={}, requests=[]))
    assert [part.name for part in card.parts] == ["public"]


@pytest.mark.parametrize("fatal", list(TrainingStep))
def test_a_run_cut_short_leaves_no_adapter_and_the_next_completes_it(train, whole, tmp_path, fatal):
    with pytest.raises(Killed):
        train(DyingProgress(fatal))
    assert not (tmp_path / "adapter").exists()
    assert train() == whole


def test_a_run_killed_while_learning_goes_on_from_its_checkpoint(train, whole):
    with pytest.raises(Killed):
        train(DyingProgress(after=5))
    heard = Heard()
    assert train(heard) == whole
    assert heard.steps[0] == 4


def test_another_order_does_not_go_on_from_that_checkpoint(train):
    with pytest.raises(Killed):
        train(DyingProgress(after=5))
    heard = Heard()
    train(heard, order=replace(ORDER, recipe=replace(ORDER.recipe, seed=1)))
    assert heard.steps[0] == 0


def test_an_older_adapter_is_replaced_whole_and_keeps_its_notes(train, tmp_path):
    train()
    (tmp_path / "adapter" / "README.md").write_text("比べた結果", "utf-8")
    card = train(order=replace(ORDER, recipe=replace(ORDER.recipe, seed=1)))
    assert AdapterCard.read(tmp_path / "adapter") == card
    assert (tmp_path / "adapter" / "README.md").read_text("utf-8") == "比べた結果"


def test_a_folder_with_something_else_in_it_is_not_overwritten(train, tmp_path):
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter" / CARD_FILE).write_text("{}", "utf-8")
    with pytest.raises(AdapterInTheWay):
        train()
    assert [path.name for path in (tmp_path / "adapter").iterdir()] == [CARD_FILE]


def test_a_finished_run_leaves_no_checkpoints_and_no_scratch(train, tmp_path):
    train()
    assert not [path for path in (tmp_path / "training").iterdir() if path.is_dir()]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["adapter", "training"]


def test_a_second_run_at_the_same_time_says_who_is_running(train, tmp_path):
    lock = work_lock(tmp_path / "training" / "lock", TrainingRunning)
    with lock, pytest.raises(TrainingRunning, match=str(os.getpid())):
        train()
