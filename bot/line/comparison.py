"""Comparison: two or three programs side by side, as a table in one bubble."""

from collections.abc import Sequence
from datetime import date

from bot.line import wording
from bot.line.card_buttons import detail_action
from bot.line.cards import LONGEST_TITLE, Card
from bot.line.facts import Dating, certificate, facts
from bot.line.flex import ACCENT, INK, SOFT, WHITE, Part, badge, box, button, separator, text
from bot.line.text_length import shortened, trimmed
from bot.line.voice import Voice
from bot.line.words import Words, unchanged

Row = tuple[Words, tuple[Words, ...]]
LONGEST_CELL = 60  # UTF-16 units; a third of a phone's width


def rows(cards: Sequence[Card], today: date) -> list[Row]:
    """Return what is compared: a label, and what each program says to it, unknown to be asked."""
    told = [_told(card, today) for card in cards]
    return [(label, tuple(one[label] for one in told)) for label in told[0]]


def _told(card: Card, today: date) -> dict[Words, Words]:
    program, offering = card.program, card.offering
    length = offering.total_hours if offering else None
    of_offering = dict(facts(program, offering, today, dating=_shortly(today))) if offering else {}
    closed = dict.fromkeys(
        (wording.PLACE, wording.TIMES, wording.FEE, wording.DEADLINE), wording.NOT_OPEN
    )
    return {
        wording.PROVIDER: unchanged(program.institution) or wording.UNKNOWN,
        **(of_offering or closed),
        wording.LENGTH: unchanged(wording.hours(length)) if length else wording.UNKNOWN,
        wording.CERTIFICATE: certificate(program) or wording.UNKNOWN,
    }


def _shortly(today: date) -> Dating:
    return lambda day: wording.short_day(day, today)


def table(cards: Sequence[Card], today: date, voice: Voice) -> Part:
    """Return the bubble that compares."""
    voice = voice.once()
    parts = [_titles(cards, voice)]
    for label, cells in rows(cards, today):
        said = text(voice.says(label), size="xs", color=ACCENT, weight="bold", margin="md")
        parts += [said, _columns([voice.says(shortened(one, LONGEST_CELL)) for one in cells])]
        parts.append(separator())
    buttons = [
        button(detail_action(card.program, wording.details_of(card.number)), style="secondary")
        for card in cards
    ]
    return {
        "type": "bubble",
        "size": "giga",
        "styles": {"body": {"backgroundColor": WHITE}},
        "body": box(parts[:-1], spacing="sm"),
        "footer": box(buttons, spacing="sm"),
    }


def _titles(cards: Sequence[Card], voice: Voice) -> Part:
    columns = [
        box(
            [
                box([badge(wording.number(card.number), ACCENT)], layout="horizontal"),
                text(
                    voice.reads(trimmed(card.program.title, LONGEST_TITLE // 2)),
                    size="xs",
                    weight="bold",
                    color=INK,
                ),
                *([text(wording.SAMPLE_BADGE, size="xxs", color=SOFT)] * card.program.is_sample),
            ],
            flex=1,
            spacing="xs",
        )
        for card in cards
    ]
    return box(columns, layout="horizontal", spacing="md")


def _columns(cells: Sequence[str]) -> Part:
    said = [text(one, size="xs", color=INK, flex=1) for one in cells]
    return box(said, layout="horizontal", spacing="md")
