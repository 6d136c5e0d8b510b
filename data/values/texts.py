"""Texts: what is done to a raw text before people read it, and what must not be shown to them.

Raw text comes in, display form (data.text) goes out; every removal is named, so that it can be
reported. A formula keeps its text: exports neutralise it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from data.issue import Code
from data.text import display_form
from data.values.bad_cell import BadCell
from data.values.markup import without_markup
from data.values.spreadsheet import refuse_spreadsheet_error
from data.values.word_table import BLANKS


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """A text fit for people, and what had to be done to it."""

    text: str
    faults: tuple[Code, ...] = ()


# Control characters, bidirectional marks and characters of no width; the emoji joiner stays.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_SUSPICIOUS = re.compile(rf"[<&\ufffd]|{_INVISIBLE.pattern}|^\s*[=+@＝＋＠-]")
# One line of visible, full-width characters, as nearly every cell holds: nothing to clean.
_PLAIN = re.compile(
    r"(?![\s=+@＝＋＠-])"
    r"[ !-%'-;=-~\u3000-\u303f\u3041-\u3096\u309d-\u30ff\u3400-\u9fff\uff01-\uff5e]*"
)
_UNDECODABLE = "\ufffd"
_FORMULA = re.compile(
    r"[=＝](?=[A-Za-z0-9(\"'+\-@\[{$])|[@＠][A-Za-z.]+\(|[+-][A-Za-z.]+[|(!]"
    r"|[+-]\d+(?:\.\d+)?(?:[*/+]|-\d+[*/+])\d"
)
_MOST_READ = 100_000  # characters of one cell; a spreadsheet's own limit is 32,767
_SENTENCE_END = re.compile(r"[。!?！？\n][」』)）]?")
_KEPT_AT_LEAST = 0.6  # of the allowed length, so that a sentence's end is worth looking for


@lru_cache(maxsize=4096)
def clean_text(raw: str, *, longest: int = 2000) -> CleanText:
    """Return `raw` without markup, invisible characters and what cannot be decoded; cut if long."""
    if len(raw) <= longest and _PLAIN.fullmatch(raw) and "  " not in raw:
        return CleanText(text=raw.strip())
    raw = raw[:_MOST_READ]
    if len(raw) <= longest and not _SUSPICIOUS.search(raw):
        return CleanText(text=display_form(raw))
    faults: list[Code] = []
    bare = without_markup(raw)
    if bare.removed:
        faults.append(Code.MARKUP_REMOVED)
    text = bare.text
    if _INVISIBLE.search(text):
        faults.append(Code.CONTROL_CHARACTERS)
        bare = without_markup(_INVISIBLE.sub("", text))
        text = bare.text
    if _UNDECODABLE in text:
        faults.append(Code.UNDECODABLE_BYTES)
        text = without_markup(text.replace(_UNDECODABLE, "")).text
    text = display_form(text)
    if _FORMULA.match(text):
        faults.append(Code.FORMULA)
    if len(text) > longest:
        faults.append(Code.TEXT_TOO_LONG)
        text = _cut(text, longest)
    return CleanText(text=text, faults=tuple(faults))


def _cut(text: str, longest: int) -> str:
    """Cut at the last end of a sentence, unless that loses too much."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, longest)]
    at = ends[-1] if ends and ends[-1] >= longest * _KEPT_AT_LEAST else longest
    return text[:at].strip()


_MOBILE = re.compile(r"(?<!\d)0[789]0[-\s(]{0,2}\d{4}[-\s)]{0,2}\d{4}(?!\d)")
_EMAIL = re.compile(r"([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_PRIVATE_MAIL = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|icloud|me|docomo"
    r"|ezweb|au|softbank|i\.softbank|vodafone|nifty|ocn)\.",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(r"[A-Za-z]{2,}[._][A-Za-z]{2,}")
_ROLE = re.compile(
    r"info|contact|office|kouza|koza|seminar|recurrent|soumu|jimu|support|center|mail|web|desk"
    r"|course|study|gakushu|manabi|shogai|kenshu|admin|uketsuke",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:^|[\s:(、])[\u4e00-\u9fff々]{1,3} "
    r"[\u4e00-\u9fffぁ-んァ-ヶ々]{1,3}(?:様|さん|氏)?\s?(?=[(\s、]|$)"
)


@lru_cache(maxsize=4096)
def has_personal_data(text: str) -> bool:
    """Tell whether a contact holds a private person's telephone or mail (match form)."""
    if _MOBILE.search(text) or "携帯" in text:
        return True
    return any(_is_private(found[1], found[2], text) for found in _EMAIL.finditer(text))


def _is_private(local: str, domain: str, text: str) -> bool:
    if _PRIVATE_MAIL.match(domain):
        return True
    if _ROLE.search(local):
        return False
    return bool(_TWO_NAMES.fullmatch(local) or _PERSON.search(text))


# Rare characters with which text begins to look that was read in another encoding than written:
# those whose first cp932 byte is the first byte of a Japanese character in UTF-8 (E3-E9), and the
# Latin letters of the same bytes.
_STRANGE = re.compile(
    "["
    + "".join(
        bytes((lead, trail)).decode("cp932", "ignore")
        for lead in range(0xE3, 0xEA)
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFD))
    )
    + "ãäåæçèéÃ]"
)
_JAPANESE = re.compile(r"[、-ヿ一-龠]")
_READ_AS = ("cp932", "cp1252", "latin-1")
_FEW = 0.2  # of a text may be beyond repair


@lru_cache(maxsize=1024)
def mended(text: str) -> str:
    """Return what a garbled text most likely was; `text` itself when it is not garbled."""
    if not _STRANGE.search(text):
        return text
    for encoding in _READ_AS:
        original = text.encode(encoding, "ignore").decode("utf-8", "replace")
        lost = original.count(_UNDECODABLE)
        found = len(_JAPANESE.findall(original))
        if found > 1 and found + lost > len(original) / 2 and lost <= found * _FEW:
            return original.replace(_UNDECODABLE, "")
    return text


def is_mojibake(text: str) -> bool:
    """Tell a text that was written in UTF-8 and read as something else (raw text)."""
    return mended(text) != text


_PLAIN_URL = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9](?:/[\w./?=&%#+~:;,@!$-]*)?", re.ASCII
)
_NOT_IN_ADDRESS = re.compile(r"[\s\x00-\x20\x7f\"'<>\\^`{|}]")


@lru_cache(maxsize=4096)
def read_url(text: str) -> str:
    """Read a web address, http or https with a host; "" for なし. Raises BadCell."""
    if _PLAIN_URL.fullmatch(text):
        return text
    if text in BLANKS:
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname if parts.scheme in {"http", "https"} else None
    except ValueError:
        host = None
    if not host or _NOT_IN_ADDRESS.search(text):
        refuse_spreadsheet_error(text)
        raise BadCell(Code.URL_UNSAFE)
    return text
