"""The text-only twin of cards, lists and comparisons, for devices and readers without Flex."""

from collections.abc import Sequence
from datetime import date

from bot.line import wording
from bot.line.cards import Card, marked
from bot.line.comparison import rows
from bot.line.facts import Fact, facts
from bot.line.words import Words, joined, unchanged

LONGEST_LINE = 120  # UTF-16 units


def numbered_list(cards: Sequence[Card], today: date) -> Words:
    """Return programs one below the other, and how to go on."""
    told = [joined(_lines(card, today), "\n") for card in cards]
    return joined([*told, wording.HOW_TO_POINT], "\n\n")


def saved_titles(cards: Sequence[Card]) -> Words:
    """Return saved programs by title, each with whether it can be applied for."""
    lines = [
        joined((_title(card), None if card.offering else wording.IN_BRACKETS_NOT_OPEN), "")
        for card in cards
    ]
    return joined([wording.SAVED_LIST, *lines], "\n")


def compared(cards: Sequence[Card], today: date) -> Words:
    """Return a comparison fact by fact."""
    parts = [joined(map(_title, cards), "\n")]
    for label, cells in rows(cards, today):
        numbers = [
            joined((unchanged(wording.numbered(card.number, "")), one), "")
            for card, one in zip(cards, cells, strict=True)
        ]
        parts.append(joined([wording.labelled(label, None), *numbers], "\n"))
    return joined([wording.COMPARED, *parts], "\n\n")


def labelled(lines: Sequence[Fact]) -> Words:
    """Return facts, a line each, without those of which nothing is known."""
    return joined([wording.labelled(label, words) for label, words in lines if words], "\n")


def _title(card: Card) -> Words:
    return unchanged(wording.numbered(card.number, card.program.title))


def _lines(card: Card, today: date) -> list[Words | None]:
    program, offering = card.program, card.offering
    return [
        joined((_title(card), wording.IN_BRACKETS_SAMPLE if program.is_sample else None), ""),
        unchanged(program.institution),
        wording.need(card.topic) if card.topic else None,
        *map(unchanged, marked(card.reasons, LONGEST_LINE)),
        labelled(facts(program, offering, today)) if offering else wording.NOT_OPEN,
        unchanged(program.url),
    ]
