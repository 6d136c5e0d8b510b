"""Comparisons: 「もっと安いの」, measured by the programs that were shown last.

Turns what is wished for into words that a search understands (「2900円まで」). Knows nothing of
what is available.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum, auto
from typing import Final

from bot.dialogue import search_wording as wording
from data.program import Offering, Program
from recommender.eligibility.offerings import is_open
from recommender.outcomes.folding import letters

LONGEST: Final = 24  # letters


class Comparison(Enum):
    """In what way something else is wanted."""

    NEARER = auto()
    CHEAPER = auto()
    EARLIER = auto()
    SHORTER = auto()


_BECAUSE: Final = r"(?:.{1,10}(?:から|がら|ので|んで|さげ|さけ))?"  # 「お金がないから」
_MORE: Final = r"(?:もっと|もう少し|もうちょっと|より|できるだけ|なるべく)"
_ONES: Final = (
    r"(?:講座|こうざ|もの|やつ|ところ|とこ|所|場所|会場|こーす|の|ほう|方)?"
    r"(?:が|は|を|で|に)?(?:いい|良い|よい|ある|あります|ない|ないです|見たい|見せて|さがして|探して|してほしい"
    r"|お願いします|おねがいします|けろ|けらっしゃい|ねえ?|ねが)?(?:です|っす)?(?:か|な|ね|かな|べか)?"
)
_WISHES: Final[Mapping[Comparison, str]] = {
    Comparison.NEARER: r"(?:近い|ちかい|近く|ちかく|近場)(?:の)?",
    Comparison.CHEAPER: r"(?:安い|やすい|安く|お手頃な|手ごろな|手頃な)",
    Comparison.EARLIER: (
        r"(?:早い|はやい|早く|はやく)(?:から)?(?:始まる|はじまる|受けられる|できる|開講の)?"
    ),
    Comparison.SHORTER: r"(?:短い|みじかい|短期の|短時間の|短く)(?:時間の|期間の)?(?:終わる)?",
}
_COMPILED: Final = {
    wish: re.compile(
        rf"{_BECAUSE}(?:{_MORE}{words}{_ONES}|{words}(?:講座|もの|やつ|ところ|とこ|の){_ONES})"
    )
    for wish, words in _WISHES.items()
}
# What wishes for the same in words of its own.
_ALSO: Final = (
    (
        Comparison.NEARER,
        re.compile(
            rf"{_BECAUSE}(?:(?:家|うち|自宅|職場|会社|駅)の?)?(?:近く|ちかく|近所|近場|そば)"
            r"(?:で|の|が|がいい|だけ)?(?:です)?|near(?:er|by)?|closer?"
        ),
    ),
    (
        Comparison.CHEAPER,
        re.compile(
            r"お?(?:金|かね)(?:が|は|を)?(?:あまり|あんまり|そんなに)?"
            r"(?:ない|ねえ?|ありません|かけたくない|かけられない|出せない)(?:です)?(?:けど|が|な|よ)?"
            r"|cheaper(?:ones?)?"
        ),
    ),
)
# Words that state a condition only beside a search; what they mean is said in full.
_IN_FULL: Final = (
    (
        re.compile(r"(?:夜|よる|晩)(?:は|なら|だったら|がいい|とか|だけ)?(?:ある|ない)?"),
        "平日の夜だけ",
    ),
    (
        re.compile(r"(?:昼|昼間|日中|ひる)(?:は|なら|だったら|がいい|とか|だけ)?(?:ある|ない)?"),
        "平日の昼だけ",
    ),
    (re.compile(rf"(?:{_MORE})?(?:簡単|かんたん|やさしい|易しい|初歩的)な?{_ONES}"), "初心者向け"),
    (re.compile(rf"(?:{_MORE})?(?:難しい|むずかしい|専門的|高度|本格的)な?{_ONES}"), "上級者向け"),
    (
        re.compile(rf"資格(?:が|の)(?:取れる|とれる|もらえる){_ONES}"),
        "資格取得",
    ),
)


def comparison_in(text: str) -> Comparison | None:
    """Return in what way a whole message wants something else, or None."""
    said = letters(text[: 4 * LONGEST])
    if len(said) > LONGEST:
        return None
    tables = (*_COMPILED.items(), *_ALSO)
    return next((wish for wish, words in tables if words.fullmatch(said)), None)


def in_full(text: str) -> str | None:
    """Return in full what a message says too shortly to be understood by itself, or None."""
    said = letters(text[: 4 * LONGEST])
    return next((full for words, full in _IN_FULL if words.fullmatch(said)), None)


def _cheaper(offerings: Sequence[Offering], _today: date) -> str | None:
    fees = [one.fee_yen for one in offerings if one.fee_yen is not None]
    if not fees or min(fees) == 0:
        return None
    return wording.up_to_yen((min(fees) - 1) // 100 * 100)


def _earlier(offerings: Sequence[Offering], today: date) -> str | None:
    starts = [one.start_date for one in offerings if one.start_date and one.start_date > today]
    if not starts:
        return None
    last = max(min(starts) - timedelta(days=1), today)
    return wording.until_day(last.year, last.month, last.day)


def _shorter(offerings: Sequence[Offering], _today: date) -> str | None:
    lengths = [one.total_hours for one in offerings if one.total_hours]
    least = math.ceil(min(lengths)) - 1 if lengths else 0
    return wording.within_hours(least) if least > 0 else None


_DERIVED: Final[Mapping[Comparison, Callable[[Sequence[Offering], date], str | None]]] = {
    Comparison.CHEAPER: _cheaper,
    Comparison.EARLIER: _earlier,
    Comparison.SHORTER: _shorter,
}


def derived(wish: Comparison, shown: Sequence[Program], today: date) -> str | None:
    """Return the words for less than the least shown; None where it is unknown or nothing."""
    offerings = [one for program in shown for one in program.offerings if is_open(one, today)]
    return _DERIVED[wish](offerings, today)


def is_free_already(shown: Sequence[Program], today: date) -> bool:
    """Tell whether something among the programs costs nothing."""
    return any(
        one.fee_yen == 0 for program in shown for one in program.offerings if is_open(one, today)
    )
