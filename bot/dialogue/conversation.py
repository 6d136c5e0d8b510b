"""Conversation: what is remembered about one chat.

Holds no id of a person and no word that `recommender.privacy` masks. Message ids are kept so that
what is unsent can be forgotten.
"""

from dataclasses import dataclass
from enum import StrEnum

from recommender.request import Role

MOST_SAVED = 30  # programs; more is a list that nobody looks through on a phone
MOST_AMENDMENTS = 12  # later words of one search; older ones have long been overruled
MOST_HIDDEN = 100  # programs; who has waved away more is better served by other words
TEXT_KEPT_DAYS = 30  # what people are told about their own words; retention keeps the promise


class Consent(StrEnum):
    """Whether needs may be recorded: not said yet, told and not refused, refused."""

    UNTOLD = "untold"
    TOLD = "told"
    REFUSED = "refused"


class IntakeStep(StrEnum):
    """The question that an employer was asked last; each may be skipped."""

    HEADCOUNT = "headcount"
    PERIOD = "period"
    VISITING = "visiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """The search that is talked about: the first words, and what was added to them since.

    `amendments` are later words in their order (「土日だけ」), `hidden` programs that the person
    did not mean, `like` the program that similar ones were wanted for, `shown` the programs of the
    last page in their order, `focus` the place in it that was spoken of last, None before. `at` is
    seconds since 1970. `is_limited` is false once the conditions of the first words were dropped,
    `is_nearest` true once programs below the threshold were asked for. `text` is empty while only
    conditions were said, which then are amendments.
    """

    text: str
    role: Role
    message_ids: tuple[str, ...]
    at: float
    amendments: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    like: str = ""
    offset: int = 0
    shown: tuple[str, ...] = ()
    focus: int | None = None
    is_limited: bool = True
    is_nearest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """What is remembered about one chat; a new one remembers nothing.

    `role` is None until it was chosen; `saved` are program ids, the newest last.
    """

    role: Role | None = None
    consent: Consent = Consent.UNTOLD
    is_easy: bool = False
    is_text_only: bool = False
    saved: tuple[str, ...] = ()
    search: Search | None = None
    intake: IntakeStep | None = None
