"""Markup: takes HTML out of a text that people will read.

Only elements that HTML knows, or that carry attributes, are tags: <初級> and 3<5 stay.
"""

import html
import re
from dataclasses import dataclass

_HIDDEN = re.compile(
    r"<(script|style|template|noscript|iframe|object|svg|math|title|head"
    r"|rt|rp)\b[^<>]*>.*?(?:</\1\s*>|$)",
    re.IGNORECASE | re.DOTALL,
)
_FORMATTING = (
    "a|abbr|b|big|blockquote|br|center|code|dd|div|dl|dt|em|font|h1|h2|h3|"
    "h4|h5|h6|hr|i|li|mark|ol|p|pre|q|ruby|rb|s|small|span|strike|strong|"
    "sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|wbr|caption|section|"
    "article|label"
)
_OTHER = (
    "applet|area|aside|audio|base|body|button|canvas|cite|col|colgroup|details|"
    "dialog|embed|fieldset|figure|footer|form|frame|frameset|header|html|iframe|"
    "img|input|ins|kbd|link|main|map|meta|nav|object|option|param|picture|"
    "progress|samp|script|select|source|style|summary|svg|template|textarea|title|"
    "track|var|video|math|noscript|rt|rp|head"
)
_TAG = re.compile(
    rf"<(/?)({_FORMATTING}|{_OTHER})(?=[\s/>])([^<>]*)>|<([a-z][\w:-]*)(\s[^<>]*=[^<>]*)>"
    rf"|<!(?:--.*?--|\[CDATA\[|doctype[^<>]*)>|<[a-z][\w:-]*\s[^<>]*=[^<>]*$",
    re.IGNORECASE | re.DOTALL,
)
_BREAKS = re.compile(r"br|p|div|li|tr|hr|h[1-6]|dt|dd|blockquote|ul|ol|table", re.IGNORECASE)
_HARMLESS = re.compile(_FORMATTING, re.IGNORECASE)
_ACTIVE = re.compile(r"\bon\w+\s*=|javascript:", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """A text without tags; `removed` says that more than formatting was taken out."""

    text: str
    removed: bool


def without_markup(text: str) -> Unmarked:
    """Remove tags, scripts and styles with what they hold; decode entities once."""
    bare = _without_tags(text)
    decoded = _ENTITY.sub(lambda entity: html.unescape(entity[0]), bare.text)
    if decoded == bare.text:
        return bare
    again = _without_tags(decoded)
    return Unmarked(text=again.text, removed=bare.removed or again.removed)


def _without_tags(text: str) -> Unmarked:
    """Remove tags until none is left: <scr<b>ipt> becomes one when <b> goes."""
    removed = False
    while True:
        shown, hidden = _HIDDEN.subn("", text)
        tags = list(_TAG.finditer(shown))
        removed = removed or bool(hidden) or not all(map(_is_formatting, tags))
        bare = _TAG.sub(_space_for, shown)
        if bare == text:
            return Unmarked(text=bare, removed=removed)
        text = bare


def _is_formatting(tag: re.Match[str]) -> bool:
    return bool(_HARMLESS.fullmatch(tag[2] or "")) and not _ACTIVE.search(tag[3] or "")


def _space_for(tag: re.Match[str]) -> str:
    return "\n" if _BREAKS.fullmatch(tag[2] or "") else ""
