"""Modes: how an offering is taught, from a column of words or from the venue.

A text is taken apart into the words of words.csv (teaching), all of which have to be known; the
table COMBINED says what they mean together. It also reads the 実施方法 of the benefit lists, which
carries the time of day (通学(夜間、土日)、eラーニング).
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.places import ONLINE_ONLY
from data.values.spreadsheet import refuse_spreadsheet_error
from data.values.times import read_time_bands
from data.values.word_table import folded, word_table
from data.vocabulary import Mode, TimeBand


class Teaching(StrEnum):
    """What one word says about how something is taught."""

    ONSITE = "onsite"
    ONLINE = "online"
    LIVE = "live"
    RECORDED = "recorded"
    POST = "post"
    VISIT = "visit"
    MIXED = "mixed"


# What the words of a text mean together: the first row whose words are all there.
COMBINED: tuple[tuple[frozenset[Teaching], Mode], ...] = (
    (frozenset({Teaching.VISIT}), Mode.VISITING),
    (frozenset({Teaching.MIXED}), Mode.HYBRID),
    (frozenset({Teaching.POST, Teaching.ONSITE}), Mode.CORRESPONDENCE),
    (frozenset({Teaching.ONSITE, Teaching.LIVE}), Mode.HYBRID),
    (frozenset({Teaching.ONSITE, Teaching.RECORDED}), Mode.HYBRID),
    (frozenset({Teaching.ONSITE, Teaching.ONLINE}), Mode.HYBRID),
    (frozenset({Teaching.ONSITE}), Mode.ONSITE),
    (frozenset({Teaching.LIVE}), Mode.LIVE_ONLINE),
    (frozenset({Teaching.RECORDED}), Mode.ON_DEMAND),
    (frozenset({Teaching.POST}), Mode.CORRESPONDENCE),
    (frozenset({Teaching.ONLINE}), Mode.LIVE_ONLINE),
)
_NO_MODE = frozenset({"-", "ー", "未定", "調整中", "検討中", "不明", "要問合せ", "その他"})

# A short text that holds a known word is believed, unless it denies it.
_LONGEST_LOOSE = 16  # characters
_DENIED = re.compile(r"不可|なし|除く|ない|未|ません")

_TEACHING = word_table("teaching", Teaching)
_FILLER = (
    r"[\s・、,/+&()。:]|形式|型|方式|開催|受講|講座|研修|配信|授業|学習"
    r"|教材|のみ|も|可能?|または|又は|もしくは|及び|および|による|での?"
    r"|で|との|と|と?の"
    r"|を|選択|参加|ok|有|あり|型|期間中|期間内|基本|中心|一部|主に|原則"
    r"|システム|昼間|夜間|土日祝?|平日|土曜日?|日曜日?|昼|夜|週末|and|or"
    r"|-"
)
_GRAMMAR = re.compile(rf"(?>{_TEACHING.any_word.pattern}|{_FILLER})++", re.IGNORECASE)
_BANDS = re.compile(r"平日夜間|平日昼間|昼間|夜間|土日祝?|土曜日?|日曜日?|平日の?[昼夜]")

_VISITED = re.compile(
    r"講師派遣|出前|出張|貴社|御社|依頼(?:元|企業|先|者)|(?:ご?希望|ご?指定"
    r"|申込者)の?(?:会場|場所|事業所|施設)"
)
_ALSO_ONLINE = re.compile(
    r"(?:オンライン|web|ウェブ|zoom|ライブ配信|リモート)[^、。()]*(?:併用"
    r"|同時|可|選択|参加|あり|配信)|(?:[/・+&、]|及び|および|または|又は)\s?(?:オンライン"
    r"|web|zoom|ライブ配信)"
    r"|ハイブリッド|ハイフレックス",
    re.IGNORECASE,
)
_RECORDED = re.compile(
    r"動画|録画|オンデマンド|eラーニング|e-learning|期間中いつでも|いつでも視聴|アーカイブ|見逃し",
    re.IGNORECASE,
)
_LIVE = re.compile(r"zoom|ライブ|リアルタイム|同時|双方向|teams|meet|webex", re.IGNORECASE)
_BY_POST = re.compile(r"通信(?:教育|講座|制)?(?:\(.*\))?|自宅学習|郵送.*")
_SCHEMA = re.compile(r"https?://schema\.org/", re.IGNORECASE)

_MODES: Mapping[str, Mode] = {folded(mode.value): mode for mode in Mode}


@lru_cache(maxsize=4096)
def read_mode(text: str) -> Mode:
    """Read a column of modes; 不明 where it says that nothing is fixed. Raises BadCell."""
    known = _MODES.get(text)
    if known:
        return known
    if text in _NO_MODE:
        return Mode.UNKNOWN
    said = _SCHEMA.sub("", text).replace("_", "-")
    understood = _GRAMMAR.fullmatch(said) or (
        len(said) <= _LONGEST_LOOSE and not _DENIED.search(said)
    )
    if understood:
        words = {
            meaning
            for found in _TEACHING.any_word.finditer(said)
            for meaning in _TEACHING.words[folded(found[0])]
        }
        for parts, mode in COMBINED:
            if parts <= words:
                return mode
    refuse_spreadsheet_error(text)
    raise BadCell(Code.WORD_UNKNOWN, text)


@lru_cache(maxsize=4096)
def read_training(text: str) -> tuple[Mode, tuple[TimeBand, ...]]:
    """Read the 実施方法 of a benefit list: the mode, and the bands it names. Raises BadCell."""
    bands = {band for word in _BANDS.findall(text) for band in read_time_bands(word)}
    return read_mode(text), tuple(band for band in TimeBand if band in bands)


@lru_cache(maxsize=4096)
def mode_of_venue(text: str) -> Mode | None:
    """Tell how something is taught by where: any real place means onsite; None for no place."""
    if not text or text in _NO_MODE:
        return None
    if _VISITED.search(text):
        return Mode.VISITING
    if _BY_POST.fullmatch(text):
        return Mode.CORRESPONDENCE
    if ONLINE_ONLY.fullmatch(text):
        recorded = _RECORDED.search(text) and not _LIVE.search(text)
        return Mode.ON_DEMAND if recorded else Mode.LIVE_ONLINE
    return Mode.HYBRID if _ALSO_ONLINE.search(text) else Mode.ONSITE
