"""Another encoder may be slower, but not so much that people would notice."""

import shutil
import time
from dataclasses import replace
from types import SimpleNamespace

import pytest

from index.acceptance.candidate import Candidate, Published
from index.acceptance.encoder_change import encoder_change
from index.manifest import Manifest
from index.release import ENCODER_FOLDER


class Slowed:
    """The served encoder, that much slower."""

    def __init__(self, encoder, times):
        self._encoder, self._times = encoder, times

    def encode_queries(self, texts):
        started = time.perf_counter()
        vectors = self._encoder.encode_queries(texts)
        time.sleep((time.perf_counter() - started) * (self._times - 1))
        return vectors


@pytest.fixture
def candidate(sample_release, sample_store):
    """A release with a slower encoder than the published one, of another revision."""

    def make(times, revision="another"):
        folder = sample_store.current_folder()
        encoder = sample_release.corpus.encoder
        return Candidate(
            release=SimpleNamespace(
                programs=sample_release.programs,
                corpus=SimpleNamespace(encoder=Slowed(encoder, times)),
            ),
            listed=frozenset(),
            prepared=replace(encoder.card, revision=revision),
            before=Published(folder=folder, manifest=Manifest.read(folder), programs=()),
        )

    return make


@pytest.mark.parametrize(("times", "passes"), [(1, True), (12, False)])
def test_an_encoder_many_times_slower_is_refused(candidate, times, passes):
    (gate,) = encoder_change(candidate(times))
    assert gate.passed == passes
    assert 0 < gate.figure <= 1


def test_the_same_encoder_is_not_measured_again(candidate, sample_release):
    revision = sample_release.corpus.encoder.card.revision
    assert list(encoder_change(candidate(1, revision))) == []


def test_the_first_release_has_nothing_to_be_slower_than(candidate):
    assert list(encoder_change(replace(candidate(12), before=None))) == []


def test_a_damaged_encoder_of_the_release_before_stands_in_nobodys_way(candidate, tmp_path):
    one = candidate(12)
    broken = replace(one.before, folder=tmp_path)
    assert list(encoder_change(replace(one, before=broken))) == []
    shutil.copytree(one.before.folder, tmp_path, dirs_exist_ok=True)
    for path in (tmp_path / ENCODER_FOLDER).iterdir():
        path.unlink()
        path.write_bytes(b"damaged")
    assert list(encoder_change(replace(one, before=broken))) == []
