"""Cards: a recommendation → a Flex bubble.

Sizes and colours follow one table; contrast is at least 4.5 to 1 (JIS X 8341-3 AA). No meaning is
carried by colour alone.
"""

from datetime import date
from typing import Any

from bot.line import wording
from bot.line.facts import facts
from bot.line.postback import Postback, Tap
from bot.line.text_length import trimmed
from recommender.answer import Recommendation

INK, SOFT, ACCENT, PAPER = "#1F2933", "#52606D", "#0B6E4F", "#F0F7F4"
LONGEST_TITLE, LONGEST_LINE = 80, 120  # UTF-16 units that still look well on a phone
LONGEST_DISPLAY_TEXT = 300
LONGEST_URI = 1_000

Part = dict[str, Any]


def bubble(item: Recommendation, today: date) -> Part:
    """Return the bubble of one recommendation, with its buttons."""
    return {
        "type": "bubble",
        "size": "kilo",
        "styles": {"header": {"backgroundColor": PAPER}},
        "header": _header(item),
        "body": _box([*_reasons(item), _separator(), *_facts(item, today)], spacing="sm"),
        "footer": _box(_buttons(item), spacing="sm"),
    }


def _header(item: Recommendation) -> Part:
    program = item.program
    badge = [_text(wording.SAMPLE_BADGE, size="xs", color=ACCENT, weight="bold")]
    title = _text(trimmed(program.title, LONGEST_TITLE), weight="bold", size="md", color=INK)
    provider = trimmed(program.institution or wording.UNKNOWN, LONGEST_LINE)
    lines = [*(badge if program.is_sample else []), title, _text(provider, size="xs", color=SOFT)]
    return _box(lines, spacing="xs")


def _reasons(item: Recommendation) -> list[Part]:
    """Return what answers the request, marked, and below it the conditions."""
    marks = (wording.ANSWERING, *([wording.BESIDE] * len(item.reasons)))
    return [
        _text(f"{mark} {trimmed(reason, LONGEST_LINE)}", size="sm", color=ACCENT)
        for mark, reason in zip(marks, item.reasons, strict=False)
    ]


def _facts(item: Recommendation, today: date) -> list[Part]:
    if item.offering is None:
        return []
    lines = facts(item.program, item.offering, today)
    return [_fact(label, trimmed(words, LONGEST_LINE)) for label, words in lines]


def _fact(label: str, words: str) -> Part:
    cells = [
        _text(label, size="xs", color=SOFT) | {"flex": 2},
        _text(words, size="xs", color=INK) | {"flex": 7},
    ]
    return {"type": "box", "layout": "baseline", "spacing": "sm", "contents": cells}


def _buttons(item: Recommendation) -> list[Part]:
    program = item.program
    detail = {
        "type": "postback",
        "label": wording.LABEL_DETAIL,
        "data": Postback(tap=Tap.DETAIL, subject=program.program_id).encoded(),
        "displayText": trimmed(wording.detail_text(program.title), LONGEST_DISPLAY_TEXT),
    }
    page = {"type": "uri", "label": wording.LABEL_PAGE, "uri": program.url}
    has_page = program.url.startswith("https://") and len(program.url) <= LONGEST_URI
    return [_button(detail, "primary"), *([_button(page, "link")] if has_page else [])]


def _button(action: Part, style: str) -> Part:
    color = {"color": ACCENT} if style == "primary" else {}
    return {"type": "button", "style": style, "height": "sm", "action": action} | color


def _text(words: str, **style: str) -> Part:
    return {"type": "text", "text": words, "wrap": True} | style


def _box(contents: list[Part], *, spacing: str) -> Part:
    return {"type": "box", "layout": "vertical", "spacing": spacing, "contents": contents}


def _separator() -> Part:
    return {"type": "separator", "margin": "md"}
