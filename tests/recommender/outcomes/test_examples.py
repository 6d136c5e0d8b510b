import json
from collections import Counter
from importlib import resources

from index.training.written import written_requests
from recommender.outcomes.examples import SHARE, read_examples
from recommender.outcomes.scope import Scope


def written():
    lines = resources.files("recommender.outcomes").joinpath("examples.jsonl").read_text("utf-8")
    return [json.loads(line) for line in lines.splitlines()]


def test_every_label_has_enough_messages():
    counts = Counter(Scope(row["label"]) for row in written())
    assert sum(counts.values()) >= 500
    assert min(counts[scope] for scope in Scope) >= 80


def test_no_message_stands_twice():
    texts = [row["text"] for row in written()]
    assert len(set(texts)) == len(texts)


def test_written_requests_are_learned_from_as_requests():
    own = len(written())
    examples = read_examples()
    assert len(examples) == own + len(written_requests()[::SHARE])
    assert {example.scope for example in examples[own:]} == {Scope.REQUEST}
