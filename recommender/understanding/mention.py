"""Mention: a place in a message that states a condition."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recommender.understanding.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """`message.text[start:end]` states `value` for the field `name` of Constraints.

    A field that holds several values takes a tuple, and gathers those of all its mentions. The
    span holds everything that serves the condition alone (「夜は無理」, 「5000円まで」): what is
    left of the message without its spans is about the topic.
    """

    start: int
    end: int
    name: str
    value: object


Reader = Callable[[Message], Iterable[Mention]]
