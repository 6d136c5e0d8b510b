"""A machine that serves needs a release, and neither the catalog nor the libraries of training."""

import json
import os
import subprocess
import sys

import pytest

from index.archive import export_release

HEAVY = ("torch", "transformers", "sentence_transformers", "optimum", "datasets", "peft", "onnx")
MOST_OWN_MB = 350  # see docs/decisions.md, section 24
ANSWERING = f"""
import json, sys
for name in {HEAVY}:
    sys.modules[name] = None  # importing it fails, as where it is not installed
from bot import composition
from bot.answering.composition import desk
from bot.bench.memory import memory
from bot.settings import read_settings
from recommender.request import Request
settings = read_settings()
workers, housekeeping = desk(settings)
assert workers.is_ready()
release = composition.published_release(settings)
recommender = composition.recommender(settings, release)
texts = ["土日に簿記、天童あたり", "介護の資格", "新人が図面を読めない", "やさしい日本語で料理"] * 5
answers = [recommender.recommend(Request(text=text)).outcome for text in texts]
print(json.dumps({{"outcomes": answers, "own_mb": memory().own_mb}}))
"""


@pytest.fixture(scope="module")
def lean_home(sample_store, tmp_path_factory):
    """The home of a machine that got its release in a file."""
    folder = tmp_path_factory.mktemp("lean")
    export_release(sample_store.current_folder(), folder / "release.tar.gz")
    home = folder / "home"
    done = run(home, "-m", "bot.cli", "release", "import", str(folder / "release.tar.gz"))
    assert "公開しました" in done.stdout
    return home


def run(home, *arguments):
    settings = {
        "MANABI_HOME": str(home),
        "MANABI_NOW": "2026-11-23",
        "MANABI_SECRET": "key",
        "LINE_CHANNEL_SECRET": "secret",
        "LINE_CHANNEL_ACCESS_TOKEN": "token",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.slow
def test_it_answers_within_its_memory_without_the_libraries_of_training(lean_home):
    told = json.loads(run(lean_home, "-c", ANSWERING).stdout.splitlines()[-1])
    assert "recommend" in told["outcomes"]
    assert told["own_mb"] < MOST_OWN_MB


@pytest.mark.slow
def test_the_commands_of_such_a_machine_answer_too(lean_home):
    asked = run(lean_home, "-m", "bot.cli", "ask", "簿記を学びたい", "--json")
    assert json.loads(asked.stdout)["outcome"] == "recommend"
    listed = json.loads(run(lean_home, "-m", "bot.cli", "releases", "--json").stdout)
    assert [one["current"] for one in listed["releases"]] == [True]
    assert not (lean_home / "catalog.db").exists()
