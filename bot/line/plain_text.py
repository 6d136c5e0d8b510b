"""The text-only twin of cards, lists and comparisons, for devices and readers without Flex."""

from collections.abc import Sequence
from datetime import date

from bot.line import wording
from bot.line.cards import Card, marked
from bot.line.comparison import rows
from bot.line.facts import facts
from bot.line.voice import Voice
from bot.line.words import Words

LONGEST_LINE = 120  # UTF-16 units


def numbered_list(cards: Sequence[Card], today: date, voice: Voice) -> str:
    """Return programs one below the other, and how to go on."""
    told = [voice.reads("\n".join(_lines(card, today, voice))) for card in cards]
    return "\n\n".join([*told, voice.says(wording.HOW_TO_POINT)])


def saved_titles(cards: Sequence[Card], voice: Voice) -> str:
    """Return saved programs by title, each with whether it can be applied for."""
    lines = [
        f"{voice.reads(wording.numbered(card.number, card.program.title))}"
        + ("" if card.offering else f"（{voice.says(wording.NOT_OPEN)}）")
        for card in cards
    ]
    return "\n".join([voice.says(wording.SAVED_LIST), *lines])


def compared(cards: Sequence[Card], today: date, voice: Voice) -> str:
    """Return a comparison fact by fact."""
    titles = [wording.numbered(card.number, card.program.title) for card in cards]
    parts = [voice.reads("\n".join(titles))]
    for label, cells in rows(cards, today):
        numbers = [
            wording.numbered(card.number, one) for card, one in zip(cards, cells, strict=True)
        ]
        parts.append("\n".join([f"【{voice.says(label)}】", voice.reads("\n".join(numbers))]))
    return "\n\n".join([voice.says(wording.COMPARED), *parts])


def labelled(lines: Sequence[tuple[Words, str]], voice: Voice) -> str:
    """Return facts, a line each."""
    return "\n".join(f"【{voice.says(label)}】{words}" for label, words in lines if words)


def _lines(card: Card, today: date, voice: Voice) -> list[str]:
    program, offering = card.program, card.offering
    told = labelled(facts(program, offering, today), voice) if offering else ""
    topic = f"{voice.says(wording.NEED)}: {card.topic}" if card.topic else ""
    sample = wording.SAMPLE_BADGE if program.is_sample else ""
    lines = [
        f"{wording.numbered(card.number, program.title)}{f'（{sample}）' if sample else ''}",
        program.institution,
        topic,
        *marked(card.reasons, LONGEST_LINE),
        told or voice.says(wording.NOT_OPEN),
        program.url,
    ]
    return [line for line in lines if line]
