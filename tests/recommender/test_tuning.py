import json
from importlib import resources

import numpy as np
import pytest

from index.encoder.card import EncoderCard
from recommender.outcomes.scope import Scope, ScopeClassifier
from recommender.ranking.calibration import Calibration
from recommender.tuning import STANDARD, Tuning, tuning_for

SHIPPED = [
    Tuning.from_json(json.loads(file.read_text("utf-8")))
    for file in resources.files("recommender").joinpath("tuned").iterdir()
]


def tuning(scope=None):
    return Tuning(
        source="somebody/some-model",
        lexical_weight=0.02,
        calibration=Calibration(
            intercept=-9.5, slope=14.25, offer_from=0.2, list_from=0.05, foreign_shift=0.03
        ),
        scope=scope,
    )


def through_a_file(one):
    return Tuning.from_json(json.loads(json.dumps(one.to_json())))


def test_a_tuning_survives_a_file():
    again = through_a_file(tuning())
    assert (again.source, again.lexical_weight, again.scope) == (
        "somebody/some-model",
        0.02,
        None,
    )
    assert again.calibration == tuning().calibration


def test_its_classifier_survives_a_file_and_judges_alike():
    random = np.random.default_rng(5)
    scope = ScopeClassifier(weights=random.normal(size=(len(Scope), 9)))
    again = through_a_file(tuning(scope)).scope
    vector = random.normal(size=8).astype(np.float32)
    assert again.probabilities(vector) == pytest.approx(scope.probabilities(vector), abs=1e-4)


@pytest.mark.parametrize("name", ["source", "lexical_weight", "calibration", "scope"])
def test_a_file_that_lacks_something_is_not_read(name):
    raw = tuning().to_json()
    del raw[name]
    with pytest.raises(KeyError):
        Tuning.from_json(raw)


def test_a_calibration_that_lacks_something_is_not_read():
    raw = tuning().to_json() | {"calibration": {"slope": 1.0}}
    with pytest.raises(TypeError):
        Tuning.from_json(raw)


@pytest.mark.parametrize("source", ["", "nobody/no-model"])
def test_an_encoder_that_nobody_tuned_gets_the_standard_numbers(source):
    assert tuning_for(source) is STANDARD


def test_the_usual_encoder_is_served_with_numbers_of_its_own(prepared_manabi):
    source = EncoderCard.read(prepared_manabi).source
    own = tuning_for(source)
    assert own.source == source
    assert own.scope is not None


def test_no_encoder_has_two_tunings():
    sources = [one.source for one in SHIPPED]
    assert len(sources) == len(set(sources)) > 0


@pytest.mark.parametrize("one", [*SHIPPED, STANDARD], ids=lambda one: one.source or "standard")
def test_the_numbers_that_are_served_with_make_sense(one):
    offered = one.calibration
    assert 0 < one.lexical_weight < 0.5
    assert offered.slope > 0
    assert 0 < offered.list_from <= offered.offer_from < 0.5
    assert 0 <= offered.foreign_shift < 0.3
