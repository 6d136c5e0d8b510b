"""Topic: what is left of a message when its conditions and refusals are taken out."""

import re
from collections.abc import Iterable

Span = tuple[int, int]

# What a gap leaves standing at its edges: particles, commas, and brackets with nothing inside.
_LOOSE_START = re.compile(
    r"^(?:[、,。.!?・/ ]|(?:です|でして|だ?け(?:んど|ど)も?|だ?げんど|ですが"
    r"|な?ので|から|けど|なら|とか)+[、。 ]"
    r"|と?(?:思|おも)(?:い|う|って)[ぁ-ん]{0,8}[、。])+"
)
# A gap of its own: particles and the like, without a noun.
_LOOSE = re.compile(r"[ぁ-ん、。!?・ ]{1,4}")
_EMPTY_BRACKETS = re.compile(r"[(「『\[][\s、。]*[)」』\]]")
_DOUBLED = re.compile(r"([、。])[、。\s]+")
_BLANKS = re.compile(r"\s+")


def residual(text: str, spans: Iterable[Span]) -> str:
    """Return `text` without the spans, tidied; possibly empty. An empty span takes nothing."""
    kept: list[str] = []
    position = 0
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if start > position:
            kept.append(text[position:start])
        position = max(position, end)
    kept.append(text[position:])
    left, untidy = _tidy(kept), text
    while left != untidy:  # taking one thing out may leave another loose; every round is shorter
        left, untidy = _tidy([left]), left
    return left


def _tidy(kept: Iterable[str]) -> str:
    pieces = (_LOOSE_START.sub("", piece).strip() for piece in kept)
    joined = " ".join(piece for piece in pieces if piece and not _LOOSE.fullmatch(piece))
    tidy = _DOUBLED.sub(r"\1", _EMPTY_BRACKETS.sub("", joined))
    return _BLANKS.sub(" ", tidy).strip(" 、,・/")
