"""Cards: a program, and why it is shown → a Flex bubble."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.line import wording
from bot.line.facts import facts
from bot.line.flex import ACCENT, ALERT, INK, PAPER, SOFT, Part, badge, box, separator, text
from bot.line.text_length import shortened, trimmed
from bot.line.voice import Voice
from bot.line.words import unchanged
from data.program import Offering, Program

LONGEST_TITLE = 80  # UTF-16 units that still look well on a phone


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What one card tells: `number` is how people call it.

    `reasons` begin with what answers the request, `offering` is the occasion that is described,
    `topic` tells which of several needs it is for.
    """

    number: int
    program: Program
    offering: Offering | None
    reasons: tuple[str, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """How cards are drawn: `longest_line` in UTF-16 units."""

    today: date
    voice: Voice
    longest_line: int


def bubble(card: Card, buttons: list[Part], drawing: Drawing) -> Part:
    """Return the bubble of one card with its buttons."""
    drawing = replace(drawing, voice=drawing.voice.once())
    header = _header(card, drawing)
    reasons, told = _reasons(card, drawing), _facts(card, drawing)
    between = [separator()] if reasons else []
    return {
        "type": "bubble",
        "size": "kilo",
        "styles": {"header": {"backgroundColor": PAPER}},
        "header": header,
        "body": box([*reasons, *between, *told], spacing="sm"),
        "footer": box(buttons, spacing="sm"),
    }


def _header(card: Card, drawing: Drawing) -> Part:
    voice, program = drawing.voice, card.program
    provider = unchanged(program.institution) or wording.UNKNOWN
    topic = voice.says(wording.need(trimmed(card.topic, LONGEST_TITLE)))
    title = voice.reads(trimmed(program.title, LONGEST_TITLE))
    return box(
        [
            box(_badges(card, drawing), layout="horizontal", spacing="sm"),
            *([text(topic, size="xs", color=INK, weight="bold")] if card.topic else []),
            text(title, weight="bold", size="md", color=INK),
            text(voice.says(shortened(provider, drawing.longest_line)), size="xs", color=SOFT),
        ],
        spacing="xs",
    )


def _badges(card: Card, drawing: Drawing) -> list[Part]:
    deadline = card.offering.deadline if card.offering else None
    is_near = deadline is not None and wording.is_near(deadline, drawing.today)
    near = drawing.voice.says(wording.NEAR_DEADLINE)
    return [
        badge(wording.number(card.number), ACCENT),
        *([badge(near, ALERT)] if is_near else []),
        *([badge(wording.SAMPLE_BADGE, SOFT)] if card.program.is_sample else []),
    ]


def _reasons(card: Card, drawing: Drawing) -> list[Part]:
    """Return what answers the request, marked, and below it the conditions."""
    lines = marked(card.reasons, drawing.longest_line)
    return [text(drawing.voice.reads(line), size="sm", color=ACCENT) for line in lines]


def marked(reasons: Sequence[str], longest: int) -> list[str]:
    """Return reasons with a mark before each; the first answers the request."""
    marks = (wording.ANSWERING, *([wording.BESIDE] * len(reasons)))
    return [f"{mark} {trimmed(one, longest)}" for mark, one in zip(marks, reasons, strict=False)]


def _facts(card: Card, drawing: Drawing) -> list[Part]:
    voice = drawing.voice
    if card.offering is None:
        return [text(voice.says(wording.NOT_OPEN), size="sm", color=ALERT, weight="bold")]
    lines = facts(card.program, card.offering, drawing.today)
    return [
        _fact(voice.says(label), voice.says(shortened(words, drawing.longest_line)))
        for label, words in lines
    ]


def _fact(label: str, words: str) -> Part:
    cells = [
        text(label, size="xs", color=SOFT, flex=2),
        text(words, size="xs", color=INK, flex=6),
    ]
    return box(cells, layout="baseline", spacing="sm")
