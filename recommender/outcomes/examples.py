"""The written messages from which the scope of a message is learned.

Source: examples.jsonl beside this file, written for this project; nobody's real messages, and
written without sight of the requests that quality is judged by. Needed to learn, not to answer.
"""

import json
from dataclasses import dataclass
from importlib import resources
from typing import Final

from data.text import match_form
from index.training.written import written_requests
from recommender.outcomes.scope import Scope

SHARE: Final = 3  # of the written requests, one in so many is learned from as well


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeExample:
    """A message in match form, and what it is."""

    text: str
    scope: Scope


def read_examples() -> tuple[ScopeExample, ...]:
    """Return the messages to learn from: those written for it, and a share of the requests."""
    requests = written_requests()[::SHARE]
    asked = (ScopeExample(text=match_form(one.text), scope=Scope.REQUEST) for one in requests)
    return (*_written(), *asked)


def _written() -> tuple[ScopeExample, ...]:
    lines = resources.files("recommender.outcomes").joinpath("examples.jsonl").read_text("utf-8")
    rows = (json.loads(line) for line in lines.splitlines())
    return tuple(
        ScopeExample(text=match_form(row["text"]), scope=Scope(row["label"])) for row in rows
    )
