"""Killed before any change to the disk, a rebuild leaves a release that serves, and no other."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIST = """講座コード,講座名,実施機関,内容,申込状況
k1,簿記入門,商工会,仕訳から決算まで,募集中
k2,アーク溶接実習,工科短大,鉄板をつなぐ,募集中
"""


@pytest.fixture(scope="module")
def kills(tmp_path_factory, prepared_small):
    """What each killed rebuild touched last, and what became of the release that served."""
    home = tmp_path_factory.mktemp("killed")
    (home / "list.csv").write_text(LIST, encoding="utf-8")
    environment = os.environ | {"MANABI_HOME": str(home), "PYTHONPATH": str(ROOT)}
    told = ""
    for arguments in (
        ["-m", "bot.cli", "catalog", "import", str(home / "list.csv")],
        [str(Path(__file__).with_name("killed_rebuilds.py")), str(home), str(prepared_small)],
    ):
        ended = subprocess.run(
            [sys.executable, *arguments],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        told = ended.stdout
    return [json.loads(line) for line in told.splitlines()]


@pytest.mark.slow
def test_every_touch_was_reached_and_nothing_broken_was_ever_left(kills):
    assert all(kill["killed"] for kill in kills)
    assert {
        "open releases/.building-ID/lexical/words.json 1",
        "os.rename releases/.current-ID 1",
    } <= {kill["touched"] for kill in kills}


@pytest.mark.slow
def test_the_release_before_serves_until_the_one_step_that_publishes(kills):
    switched = [kill["switched"] for kill in kills]
    published = [kill["touched"] for kill in kills].index("os.rename releases/.current-ID 1") + 1
    assert switched == [number >= published for number in range(len(kills))]
