import json

import numpy as np
import pytest

from index.training.written import written_requests
from recommender.answer import Outcome
from recommender.outcomes.examples import SHARE, read_examples
from recommender.outcomes.scope import Scope, ScopeClassifier, learned_scope

WIDTH = 8


@pytest.fixture(scope="module")
def messages():
    """Unit vectors in a narrow cone, a direction a label, as an encoder gives them."""
    chance = np.random.default_rng(7)
    labels = [scope for scope in Scope for _ in range(40)]
    rows = np.ones((len(labels), WIDTH)) * 3 + chance.normal(0, 0.2, (len(labels), WIDTH))
    rows[np.arange(len(labels)), [list(Scope).index(label) for label in labels]] += 1
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows.astype(np.float32), labels


@pytest.fixture(scope="module")
def classifier(messages):
    return learned_scope(*messages)


def test_what_was_learned_is_known_again(classifier, messages):
    vectors, labels = messages
    guessed = [max(Scope, key=classifier.probabilities(row).__getitem__) for row in vectors]
    assert np.mean([one == other for one, other in zip(guessed, labels, strict=True)]) > 0.9


def test_probabilities_are_of_every_label_and_add_up_to_one(classifier, messages):
    likely = classifier.probabilities(messages[0][0])
    assert set(likely) == set(Scope)
    assert sum(likely.values()) == pytest.approx(1)


def test_the_likelihood_is_at_its_top(messages):
    vectors, labels = messages
    ridge = 0.02
    learned = learned_scope(vectors, labels, ridge=ridge)
    rows = vectors.astype(np.float64)
    spread = (rows - rows.mean(axis=0)).std()
    likely = np.array([list(learned.probabilities(row).values()) for row in vectors])
    wanted = np.array([[label == scope for scope in Scope] for label in labels])
    slopes = learned.weights[:, :-1] * spread
    gradient = (wanted - likely).T @ ((rows - rows.mean(axis=0)) / spread)
    assert np.allclose(gradient, ridge * len(rows) * slopes, atol=1e-3)


def test_learning_twice_learns_the_same(messages):
    one, other = learned_scope(*messages), learned_scope(*messages)
    assert np.array_equal(one.weights, other.weights)


def test_plain_values_keep_it(classifier, messages):
    again = ScopeClassifier.from_json(json.loads(json.dumps(classifier.to_json())))
    for row in messages[0][::20]:
        assert again.outcome(row) == classifier.outcome(row)


def test_what_could_be_a_request_is_searched(classifier, messages):
    vectors, labels = messages
    requests = [row for row, label in zip(vectors, labels, strict=True) if label is Scope.REQUEST]
    assert all(classifier.outcome(row) is None for row in requests)
    assert classifier.outcome(vectors[-1]) is Outcome.CLARIFY
    assert classifier.outcome(vectors[-1], request_from=0.0) is None


@pytest.mark.slow
def test_few_requests_are_lost_to_the_real_encoder(manabi_encoder):
    examples = read_examples()
    vectors = manabi_encoder.encode_queries([example.text for example in examples]).rows
    learned = learned_scope(vectors, [example.scope for example in examples])
    unseen = [one.text for one in written_requests()[1 :: 4 * SHARE]]
    outcomes = [learned.outcome(row) for row in manabi_encoder.encode_queries(unseen).rows]
    assert sum(outcome is not None for outcome in outcomes) / len(outcomes) < 0.03
