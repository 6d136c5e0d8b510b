"""Words: columns whose cells choose from a closed vocabulary, in the words of their own.

The words are in words.csv; modes and free remarks have modules of their own, data.values.modes and
data.values.remarks, whose readers can be had here too.
"""

import re
from functools import lru_cache

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.modes import mode_of_venue, read_mode, read_training
from data.values.remarks import find_certificate, find_status
from data.values.spreadsheet import refuse_spreadsheet_error
from data.values.word_table import BLANKS, word_table
from data.vocabulary import Audience, Certificate, Field, Status, Subsidy

__all__ = [
    "find_certificate",
    "find_status",
    "is_status",
    "mode_of_venue",
    "read_audience",
    "read_certificate",
    "read_fields",
    "read_language",
    "read_mode",
    "read_status",
    "read_subsidies",
    "read_training",
    "split_audience",
]

_STATUSES = word_table("status", Status)
_CERTIFICATES = word_table("certificate", Certificate)
_AUDIENCES = word_table("audience", Audience)
_FIELDS = word_table("field", Field)

_SCHEMA = re.compile(r"(?:https?://)?schema\.org/", re.IGNORECASE)
# In a column of states a word is enough; the first that is found decides.
_STATUS_STEMS = (
    (re.compile(r"中止|取り?やめ|cancel"), Status.CANCELLED),
    (re.compile(r"満[員席]|待ち|定員に達|full|sold"), Status.FULL),
    (
        re.compile(r"まもなく|間もなく|近日|これから|(?:開始|募集|受付|公開)前|準備|予定|soon"),
        Status.NOT_YET_OPEN,
    ),
    (re.compile(r"終了|終わ|締め?切|〆切|しめきり|closed|ended"), Status.CLOSED),
    (re.compile(r"随時|いつでも|通年|常時|年間を通|一年中"), Status.ANY_TIME),
    (
        re.compile(r"募集し|募集中|受付し|受付中|受け付け|申し?込(?:み|め|可)|空[きい]|余裕"),
        Status.OPEN,
    ),
)
_LONGEST_STATUS = 30  # characters; a longer text is a remark, not the state of applications

_NO_CERTIFICATE = re.compile(r"(?:な|無)し$|ありません|ございません|しません|しない$")
_CERTIFICATE_KINDS = (
    (re.compile(r"受[験検]資格"), Certificate.QUALIFYING),
    (re.compile(r"履修証明"), Certificate.RECORD_OF_STUDY),
    (re.compile(r"単位"), Certificate.CREDIT),
    (re.compile(r"バッジ"), Certificate.DIGITAL_BADGE),
    (re.compile(r"修了証|修了書|受講証|受講修了|修了認定|認定証"), Certificate.COMPLETION),
)

_BETWEEN_SUBSIDIES = re.compile(r"[、,/;・+]|\s(?!\()|及び|および|と(?=[^う]*[補助給])")
_NO_SUBSIDY = re.compile(
    r"[-ー]|な(?:し|い)|特になし|無し?|対象外|該当なし|ありません|利用不可"
    r"|(?:公共職業|離職者|在職者|委託|施設内|学卒者)(?:等)?(?:再就職)?訓練.*"
    r"|能力開発セミナー|一般講座|×"
)
# The more special words come first: 特定一般 contains 一般, 市町村 may follow 県.
_SUBSIDY_KINDS = (
    (re.compile(r"専門実践"), Subsidy.TRAINING_PROFESSIONAL),
    (re.compile(r"特定一般"), Subsidy.TRAINING_SPECIFIED),
    (re.compile(r"教育訓練給付|一般教育訓練|一般給付"), Subsidy.TRAINING_GENERAL),
    (re.compile(r"人材開発支援|人材開発助成|人開金"), Subsidy.EMPLOYER_TRAINING),
    (re.compile(r"求職者支援"), Subsidy.JOB_SEEKER_TRAINING),
    (re.compile(r"(?:[市町村]|自治体).*(?:補助|助成|負担|支援|奨励)|市町村"), Subsidy.MUNICIPALITY),
    (re.compile(r"県.*(?:補助|助成|負担|支援|奨励)|県"), Subsidy.PREFECTURE),
)

_REQUIREMENT = re.compile(r"\s?(?:\((?P<inside>.*)\)|(?:※|但し|ただし)\s?(?P<behind>.+))")
_LANGUAGES = {
    "ja": "日本語",
    "ja-jp": "日本語",
    "jpn": "日本語",
    "japanese": "日本語",
    "en": "英語",
    "english": "英語",
    "zh": "中国語",
    "ko": "韓国語",
    "vi": "ベトナム語",
    "pt": "ポルトガル語",
}


@lru_cache(maxsize=4096)
def read_status(text: str) -> Status:
    """Read the state of applications. Raises BadCell."""
    known = _STATUSES.meaning(text) or _STATUSES.meaning(_SCHEMA.sub("", text))
    if known:
        return known[0]
    found = (find_status(text) or _status_by_stem(text)) if len(text) <= _LONGEST_STATUS else None
    if found:
        return found
    refuse_spreadsheet_error(text)
    raise BadCell(Code.WORD_UNKNOWN, text)


def is_status(text: str) -> bool:
    """Tell whether a text says nothing but the state of applications."""
    return bool(_STATUSES.meaning(text) or (len(text) <= _LONGEST_STATUS and find_status(text)))


def _status_by_stem(text: str) -> Status | None:
    """Return what a short text in a status column means by the words in it."""
    return next((status for stem, status in _STATUS_STEMS if stem.search(text)), None)


@lru_cache(maxsize=4096)
def read_certificate(text: str) -> Certificate:
    """Read what a participant receives at the end. Raises BadCell."""
    known = _CERTIFICATES.meaning(text)
    if known:
        return known[0]
    if _NO_CERTIFICATE.search(text):
        return Certificate.NONE
    for pattern, kind in _CERTIFICATE_KINDS:
        if pattern.search(text):
            return kind
    refuse_spreadsheet_error(text)
    raise BadCell(Code.WORD_UNKNOWN, text)


@lru_cache(maxsize=4096)
def read_subsidies(text: str) -> tuple[Subsidy, ...]:
    """Read the benefits of a cell, as written; () for なし. Raises BadCell."""
    if text in BLANKS:
        return ()
    refuse_spreadsheet_error(text)
    entries = (entry.strip() for entry in _BETWEEN_SUBSIDIES.split(text))
    found = [_subsidy(entry) for entry in entries if entry and not _NO_SUBSIDY.fullmatch(entry)]
    return tuple(dict.fromkeys(found))


def _subsidy(entry: str) -> Subsidy:
    for pattern, kind in _SUBSIDY_KINDS:
        if pattern.search(entry):
            return kind
    raise BadCell(Code.WORD_UNKNOWN, entry)


@lru_cache(maxsize=4096)
def read_audience(text: str) -> tuple[Audience, ...]:
    """Read a list of whom a program addresses, as written. Raises BadCell."""
    return () if text in BLANKS else _AUDIENCES.read_all(text)


@lru_cache(maxsize=4096)
def split_audience(text: str) -> tuple[tuple[Audience, ...], str]:
    """Part a cell into whom it addresses and the requirement behind; without such words: (), text.

    企業派遣・専門職(食品製造を営む方) has both.
    """
    found, end = _AUDIENCES.leading(text)
    if not found:
        return (), "" if text in BLANKS else text
    if end == len(text):
        return found, ""
    requirement = _REQUIREMENT.fullmatch(text, end)
    if not requirement:
        return (), text
    return found, requirement["inside"] or requirement["behind"] or ""


@lru_cache(maxsize=4096)
def read_fields(text: str) -> tuple[Field, ...]:
    """Read a list of fields, as written. Raises BadCell that names the unknown entry."""
    return () if text in BLANKS else _FIELDS.read_all(text)


@lru_cache(maxsize=4096)
def read_language(text: str) -> str:
    """Return the language as written; a code as its Japanese name."""
    return _LANGUAGES.get(text.casefold(), text)
