"""Postbacks: what a tap on one of our buttons carries back.

Ids and small numbers only: the words of a search stay in the conversation, where they can be
forgotten, and LINE never gets them a second time.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum

MOST = 10_000  # what an offset or a choice may be at most
_SUBJECT = re.compile(r"[0-9a-zA-Z_-]{0,64}")  # the id of a program; of other taps, nothing


class Tap(StrEnum):
    """What a button asks for; the value travels through LINE, so it never changes its meaning."""

    MORE = "more"  # the page of the running search that begins at `offset`
    DETAIL = "detail"  # everything about one program
    SAVE = "save"  # remember one program
    REMOVE = "remove"  # forget one saved program
    LIKE = "like"  # programs similar to one
    SAVED = "saved"  # the saved programs
    COMPARE = "compare"  # the saved programs, or those shown last, side by side
    START = "start"  # a date picker: from which day on
    LEARNER = "learner"  # I ask for myself
    EMPLOYER = "employer"  # I ask for a company
    SEARCH = "search"  # how to begin
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Postback:
    """A tap; `subject` is the id of a program, empty where none is meant."""

    tap: Tap
    subject: str = ""
    offset: int = 0

    def encoded(self) -> str:
        """Return it as postback data, well within LINE's 300 UTF-16 units."""
        return json.dumps([self.tap, self.offset, self.subject], separators=(",", ":"))


def read_postback(data: str) -> Postback | None:
    """Read postback data; None for what no button of ours has sent."""
    try:
        tap, offset, subject = json.loads(data)
        if type(offset) is int and 0 <= offset <= MOST and _SUBJECT.fullmatch(subject):
            return Postback(tap=Tap(tap), offset=offset, subject=subject)
    except (ValueError, TypeError, RecursionError):
        pass
    return None
