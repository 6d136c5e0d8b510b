"""Training: questions move to their answers; a run cut short ends as if it had not been."""

import json

import numpy as np
import pytest

from index.encoder import trainer as trainer_module
from index.encoder.adapter import FILES, AdapterCard, merge_adapter
from index.encoder.adapter_training import AdapterTraining, library_versions
from index.encoder.bundled import SHA256
from index.encoder.card import checksum
from index.encoder.example import Example, ExampleSource
from index.encoder.model import load_model
from index.encoder.trainer import Hearers, TrainingRecipe

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]

RECIPE = TrainingRecipe(rank=4, epochs=4, batch=4, learning_rate=5e-3)
PAIRS = (("簿記", "会計"), ("介護", "資格"), ("農業", "学習"), ("英語", "講座"))
NEAR = tuple(
    Example(question=question + letter, answer=answer + letter, distractors=(letter, "入門"))
    for question, answer in PAIRS
    for letter in "abcdefgh"
)
PLAIN = tuple(Example(question=answer, answer=question) for question, answer in PAIRS)
SOURCES = [
    ExampleSource(name="near", licence="CC0", examples=NEAR),
    ExampleSource(name="plain", licence="CC0", examples=PLAIN),
]


@pytest.fixture
def begin(tiny_model):
    return lambda: AdapterTraining(load_model(tiny_model), RECIPE)


@pytest.fixture
def often(monkeypatch):
    """Save a checkpoint every four steps."""
    monkeypatch.setattr(trainer_module, "SAVE_EVERY", 4)


def run(training, checkpoints, on_step=lambda _steps: None):
    hearers = Hearers(begin=lambda _total: None, step=on_step)
    return training.train(SOURCES, checkpoints=checkpoints, hearers=hearers)


def saved(training, folder):
    folder.mkdir()
    training.save(folder)
    card = AdapterCard(
        base="tiny",
        base_sha256=SHA256,
        command="",
        recipe={},
        steps=1,
        parts=(),
        versions=library_versions(),
        checksums={name: checksum(folder / name) for name in FILES},
    )
    card.write(folder)
    return folder


def merged(tiny_model, folder):
    model = load_model(tiny_model)
    merge_adapter(model, folder)
    return model


def nearness(model):
    """Return how much nearer questions are to their own answers than to any, as a cosine."""
    questions = model.encode(["query: " + one.question for one in NEAR], prompt="")
    answers = model.encode(["passage: " + one.answer for one in NEAR], prompt="")
    cosines = questions @ answers.T
    return np.diag(cosines).mean() - cosines.mean()


def test_questions_move_towards_their_own_answers(begin, tiny_model, tmp_path):
    """A model of random weights learns little in a second, but in the right direction."""
    training = begin()
    run(training, tmp_path / "checkpoints")
    after = merged(tiny_model, saved(training, tmp_path / "adapter"))
    assert nearness(after) > 1.5 * nearness(load_model(tiny_model)) > 0


def test_a_fresh_adapter_changes_no_vector(begin, tiny_model, tmp_path):
    untrained = merged(tiny_model, saved(begin(), tmp_path / "adapter"))
    texts = ["簿記入門", "英語"]
    assert np.allclose(untrained.encode(texts), load_model(tiny_model).encode(texts), atol=1e-6)


class Killed(BaseException):
    """Stands for a process that ends without warning."""


def killed_at_step_ten(begin, checkpoints):
    done = []

    def die(steps):
        done.append(steps)
        if sum(done) == 10:
            raise Killed

    with pytest.raises(Killed):
        run(begin(), checkpoints, die)


def weights(training, folder):
    return checksum(saved(training, folder) / FILES[1])


def test_a_run_cut_short_goes_on_and_ends_with_the_same_weights(begin, often, tmp_path):
    del often
    whole = begin()
    steps = run(whole, tmp_path / "whole")
    killed_at_step_ten(begin, tmp_path / "cut")
    again, heard = begin(), []
    assert run(again, tmp_path / "cut", heard.append) == steps
    assert (heard[0], sum(heard)) == (8, steps)
    assert weights(whole, tmp_path / "a") == weights(again, tmp_path / "b")


def test_a_checkpoint_that_was_being_written_is_passed_over(begin, often, tmp_path):
    del often
    killed_at_step_ten(begin, tmp_path / "cut")
    (tmp_path / "cut" / "checkpoint-8" / "trainer_state.json").write_text('{"epoch":', "utf-8")
    heard = []
    run(begin(), tmp_path / "cut", heard.append)
    assert heard[0] == 4


def test_a_checkpoint_holds_the_adapter_not_the_model(begin, often, tmp_path):
    del often
    run(begin(), tmp_path / "checkpoints")
    for checkpoint in (tmp_path / "checkpoints").glob("checkpoint-*"):
        names = {path.name for path in checkpoint.glob("*.safetensors")}
        assert names == {"adapter_model.safetensors"}
        assert json.loads((checkpoint / "trainer_state.json").read_text("utf-8"))["global_step"]


def test_training_says_nothing_of_its_own(begin, tmp_path, capfd):
    training = begin()
    capfd.readouterr()  # loading the model is not training
    run(training, tmp_path / "checkpoints")
    assert capfd.readouterr() == ("", "")


def test_the_adapter_can_be_read_by_whoever_serves_it(begin, tmp_path):
    for name in FILES:
        assert (saved(begin(), tmp_path / name) / name).stat().st_mode & 0o044 == 0o044


@pytest.mark.parametrize("examples", [(), (NEAR[0], PLAIN[0])])
def test_a_source_without_examples_or_with_uneven_ones_cannot_be_made(examples):
    with pytest.raises(ValueError, match="near"):
        ExampleSource(name="near", licence="CC0", examples=examples)
