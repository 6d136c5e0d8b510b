from importlib import metadata

import pytest

from index.encoder import bundled
from index.encoder.errors import PreparationToolsMissing


def test_the_pinned_file_is_found_and_is_the_one_that_was_checked():
    assert bundled.locate().name == "e5-small-q4.bin"


def test_another_version_of_the_package_is_refused_with_the_wanted_one(monkeypatch):
    monkeypatch.setattr(bundled, "VERSION", "9.9.9")
    with pytest.raises(PreparationToolsMissing, match=r"9\.9\.9"):
        bundled.locate()


def test_a_missing_package_is_named_with_the_command_that_installs_it(monkeypatch):
    def absent(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", absent)
    with pytest.raises(PreparationToolsMissing) as error:
        bundled.locate()
    assert "[rebuild]" in error.value.hint
