"""What the dialogue needs of a recommender."""

from typing import Protocol

from bot.dialogue.conversation import Search
from data.program import Program
from recommender.answer import Answer
from recommender.request import Request
from recommender.understanding.understood import Understood


class Recommending(Protocol):
    """Something that answers requests and knows its programs."""

    def recommend(self, request: Request) -> Answer:
        """Return the programs that fit, or an honest other outcome."""

    def understood(self, request: Request) -> Understood:
        """Return what a request asks for, without a search."""

    def program(self, program_id: str) -> Program | None:
        """Return a program, or None when it is listed no longer."""


def request_of(search: Search) -> Request:
    """Return what a search asks of a recommender."""
    return Request(
        text=search.text,
        role=search.role,
        offset=search.offset,
        amendments=search.amendments,
        hidden=search.hidden,
        like=search.like,
        is_limited=search.is_limited,
        is_nearest=search.is_nearest,
    )
