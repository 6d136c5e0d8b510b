"""Refusals: topics that a person does not want (「介護以外」, 「簿記じゃなくて」).

Times, modes and places are refused in their own readers. 「介護がつらい」 tells how things are and
refuses nothing: only words that set a topic aside count here, and words that merely find it hard
(「苦手」) only where は sets it against something else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.municipalities import MUNICIPALITIES
from index.tokens import Morpheme
from recommender.understanding.foreign_refusals import foreign_refusals
from recommender.understanding.message import Message
from recommender.understanding.polarity import refusal_end
from recommender.understanding.refusal_words import (
    ASKED_ALL_THE_SAME,
    COUNTING,
    EMPTY,
    HAD_BEFORE,
    IDENTITY,
    JOINING,
    JUDGING,
    KIND_OF,
    NAMING,
    OPPOSING,
    PERIOD,
    PERSON,
    SET_ASIDE_AFTER,
    SETTING,
    SETTING_ASIDE,
)

LONGEST_TOPIC = 20  # characters; a longer run of nouns is no name
FEWEST_LETTERS = 2  # a single character is found in too many titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """`message.text[start:end]` sets `topics` aside."""

    start: int
    end: int
    topics: tuple[str, ...]


def refusals(message: Message) -> Iterator[Refusal]:
    """Yield the topics that are set aside, in the order in which they stand."""
    for first, last, names in foreign_refusals(message.text):
        yield Refusal(start=first, end=last, topics=names)
    reached = 0
    for run in _noun_runs(message.morphemes):
        if run[0].start < reached:  # 「ITの話は抜きで」 is told of by its first noun
            continue
        nouns = _without_joining_end(run)
        end = _set_aside(message.text, nouns, run[-1].end)
        if end is None:
            continue
        named = _naming(message.morphemes, nouns)
        written = dict.fromkeys(_names(message.text, named))
        topics = tuple(name for name in written if not _is_of_another(message.text, name, end))
        if topics:
            reached = end
            yield Refusal(start=named[0].start, end=end, topics=topics)


def _is_of_another(text: str, name: str, end: int) -> bool:
    """Tell 「子どもの英語じゃなくて自分の英語」: the subject stays, only whose it is changes."""
    return f"の{name}" in text[:end] and f"の{name}" in text[end:]


def _set_aside(text: str, nouns: Sequence[Morpheme], run_end: int) -> int | None:
    """Return where the words end that set the nouns aside; 「とか」 may stand between."""
    for pattern in (SET_ASIDE_AFTER, HAD_BEFORE):
        found = pattern.match(text, nouns[-1].end)
        if found:
            return found.end()
    for start in dict.fromkeys((nouns[-1].end, run_end)):
        end = refusal_end(text, start)
        if end is not None and _is_meant(text, nouns, start, end):
            return end
    return None


def _is_meant(text: str, nouns: Sequence[Morpheme], start: int, end: int) -> bool:
    """Tell whether what refuses sets a topic aside, and does not tell how things are."""
    if IDENTITY.match(text, start) and PERSON.search(text[nouns[0].start : start]):
        return False
    setting = SETTING_ASIDE.search(text, start)
    if setting and setting.start() < end:
        between = text[start : setting.start()]
        return len(between) <= 1 or not between.startswith("が")  # 「音がしても慌てたくない」
    judging = JUDGING.search(text, start)
    return bool(
        judging
        and judging.start() < end
        and OPPOSING.match(text[start : judging.start()])
        and not ASKED_ALL_THE_SAME.match(text, end)
    )


def _noun_runs(morphemes: Sequence[Morpheme]) -> Iterator[list[Morpheme]]:
    """Yield nouns that stand together, with what lists them; a run ends where they are told of."""
    run: list[Morpheme] = []
    for morpheme in (*morphemes, None):
        if morpheme is not None and (
            (morpheme.pos in NAMING and morpheme.surface not in SETTING)
            or (run and morpheme.surface in JOINING)
        ):
            run.append(morpheme)
            continue
        if run:
            yield run
        run = []


def _without_joining_end(run: Sequence[Morpheme]) -> Sequence[Morpheme]:
    last = max(place for place, one in enumerate(run) if one.pos in NAMING)
    return run[: last + 1]


def _naming(morphemes: Sequence[Morpheme], nouns: Sequence[Morpheme]) -> Sequence[Morpheme]:
    """Return the nouns; for 「介護の仕事以外」, whose head names nothing, those before its の."""
    if not all(_is_empty(noun) for noun in nouns):
        return nouns
    place = next(n for n, one in enumerate(morphemes) if one.start == nouns[0].start)
    if not place or morphemes[place - 1].surface != "の":
        return nouns
    first = place - 1
    while first and _is_listed(morphemes[first - 1]):
        first -= 1
    while morphemes[first].surface in JOINING:
        first += 1
    return morphemes[first : place - 1] or nouns


def _is_listed(morpheme: Morpheme) -> bool:
    return morpheme.pos in NAMING or morpheme.surface in JOINING


def _names(text: str, run: Sequence[Morpheme]) -> Iterator[str]:
    """Yield the names in a run, split where a joining word stands."""
    name: list[Morpheme] = []
    for morpheme in (*run, None):
        if morpheme is not None and morpheme.pos in NAMING:
            name.append(morpheme)
            continue
        if any(not _is_empty(part) for part in name):
            while name[-1].surface in KIND_OF:
                name.pop()
            written = text[name[0].start : name[-1].end]
            if _is_topic(written):
                yield written
        name = []


def _is_empty(morpheme: Morpheme) -> bool:
    return (
        morpheme.detail == COUNTING
        or morpheme.normal in EMPTY
        or morpheme.surface in KIND_OF
        or PERIOD.search(morpheme.surface) is not None
    )


def _is_topic(name: str) -> bool:
    return FEWEST_LETTERS <= len(name) <= LONGEST_TOPIC and name not in MUNICIPALITIES
