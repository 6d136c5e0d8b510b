"""The documentation tells the truth about commands and files."""

import re
import subprocess
from pathlib import Path

import pytest

from bot.cli import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HANDBOOK = (ROOT / "docs" / "handbook.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 200_000  # bytes; a page of them opens at once


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_its_place_in_the_handbook(command):
    assert f"manabi {command}" in HANDBOOK


@pytest.mark.parametrize("document", ["README.md", "docs/handbook.md"])
def test_every_command_that_is_named_exists(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"manabi ([a-z][a-z-]+)", text)) - {"compass"}
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("document", ["README.md", "docs/handbook.md", "CHANGELOG.md"])
def test_every_linked_file_exists(document):
    path = ROOT / document
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists()


def test_every_picture_is_shown_told_in_words_and_small():
    shown = dict(re.findall(r"!\[([^\]]+)\]\((pictures/[^)]+)\)", HANDBOOK))
    kept = sorted((ROOT / "docs" / "pictures").iterdir())
    assert sorted(shown.values()) == [f"pictures/{one.name}" for one in kept]
    assert max(one.stat().st_size for one in kept) <= LARGEST_PICTURE


def test_make_shows_the_commands_that_the_readme_names():
    shown = subprocess.run(
        ["make", "--no-print-directory", "-C", str(ROOT)],  # noqa: S607 - make is where make is
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for target in set(re.findall(r"make ([a-z]+)", README)):
        assert f"make {target}" in shown
