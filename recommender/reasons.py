"""Reasons: what in the program answers what in the request; nothing that is not in either."""

from collections.abc import Sequence

from data.program import Offering, Program
from data.vocabulary import Mode, TimeBand
from index.tokens import Tokens
from recommender import wording

MOST_NAMED = 3  # skills or words named in one reason
ONLINE = frozenset({Mode.LIVE_ONLINE, Mode.ON_DEMAND, Mode.HYBRID})
AFTER_WORK = frozenset({TimeBand.WEEKDAY_EVENING, TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY})


def reasons(
    program: Program, offering: Offering | None, topic: str, tokens: Tokens
) -> tuple[str, ...]:
    """Return one or two short Japanese lines: what matches, then what makes it easy to attend."""
    content = _content_reason(program, topic, tokens)
    ease = _ease_reason(offering) if offering else ""
    return tuple(line for line in (content, ease) if line)


def _content_reason(program: Program, topic: str, tokens: Tokens) -> str:
    """Name the skills that share a noun with the request, else the shared nouns, else the field."""
    asked = _nouns(topic, tokens)
    skills = [
        skill for skill in program.skills if not asked.keys().isdisjoint(_nouns(skill, tokens))
    ]
    if skills:
        return wording.teaches(skills[:MOST_NAMED])
    held = _nouns(f"{program.title}\n{program.summary}", tokens)
    shared = _without_parts([surface for normal, surface in asked.items() if normal in held])
    if shared:
        return wording.mentions(shared[:MOST_NAMED])
    return wording.close_to(program.fields[0].value) if program.fields else wording.CLOSE


def _nouns(text: str, tokens: Tokens) -> dict[str, str]:
    """Return the nouns of two letters or more: normalised form → as written, in order."""
    words = (word for word in tokens.words(text) if word.is_noun and len(word.surface) > 1)
    return {word.normal: word.surface for word in words}


def _without_parts(words: Sequence[str]) -> list[str]:
    """Drop what is only a part of a longer word in the list."""
    return [word for word in words if not any(word in other and word != other for other in words)]


def _ease_reason(offering: Offering) -> str:
    """Name up to two things that the offering makes easy."""
    ease = [
        wording.FREE if offering.fee_yen == 0 else "",
        wording.ONLINE if offering.mode in ONLINE else "",
        wording.VISITING if offering.mode is Mode.VISITING else "",
        wording.AFTER_WORK
        if offering.time_bands and set(offering.time_bands) <= AFTER_WORK
        else "",
    ]
    return wording.listed([words for words in ease if words][:2])
