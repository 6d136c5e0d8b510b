"""Marks: what two listings of one program are likely to share, to find the pairs worth a look."""

import re
from collections.abc import Iterator

from data.program import Program
from data.text import match_form

_WORDS = re.compile(r"[^\w]+")
HEAD = 18  # characters of a description that a copy shares with its original
SHORTEST_HEAD = 10


def plain(text: str) -> str:
    """Return only the letters and digits of a text, in match form and lower case."""
    return _WORDS.sub("", match_form(text).casefold())


def marks(program: Program) -> Iterator[str]:
    """Yield the marks of a listing; two listings that share none are never compared."""
    if program.url:
        yield f"url {program.url.rstrip('/')}"
    if program.title:
        yield f"title {plain(program.title)}"
    head = plain(program.summary)[:HEAD]
    if len(head) >= SHORTEST_HEAD:
        yield f"head {head}"
    for offering in program.offerings:
        if offering.start_date:
            yield f"day {offering.start_date} {offering.municipality}"
        if offering.deadline:
            yield f"due {offering.deadline} {offering.fee_yen}"
