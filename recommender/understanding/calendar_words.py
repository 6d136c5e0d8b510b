"""Words for times of the calendar: patterns of months, days, weeks, years and seasons.

Tables for `periods`, which turns what they find into dates. A year may stand before most of them:
来年, 2027年, 令和9年度.
"""

import re
from collections.abc import Mapping

from recommender.understanding.numbers import NUMBER
from recommender.understanding.seasons import SEASONS

_YEAR = (
    r"(?:(?:(?P<ahead>今|本|来|再来|翌|次の)(?P<fiscal>年度|年|(?=[春夏秋冬]))"
    r"|(?P<year>20\d\d) ?(?P<fiscal_2>年度?|(?=[-/.]))|(?:令和"
    rf"|\bR) ?(?P<reiwa>{NUMBER}) ?(?:(?P<fiscal_3>年度?)|(?=[-/.])))"
    r"(?:の|、| )?[-/.]?)"
)
YEARS_AHEAD: Mapping[str, int] = {"今": 0, "本": 0, "来": 1, "翌": 1, "次の": 1, "再来": 2}
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_EARLY = r"上旬|初旬|初め|はじめ|あたま|頭|前半"
_MIDDLE = r"中旬|半ば|なかば|中頃|中ごろ"
_LATE = r"下旬|後半|末日?|終わり|おわり"
_PART = rf"(?:の?(?:(?P<early>{_EARLY})|(?P<middle>{_MIDDLE})|(?P<late>{_LATE})))?"
_ALONE = r"(?<![\d/.:年月一-鿿])"  # no digit of 「110月」, no tail of a longer word

MONTHS = re.compile(
    rf"{_YEAR}?{_ALONE}(?P<from>{_MONTH}) ?(?:(?:月|がつ)(?:から|~|-|、|,|・|と|か)?"
    rf"|[~、,・-]) ?(?P<to>{_MONTH}) ?月(?:(?<!か)まで(?!に))?"
    r"(?=(?:(?<=まで)|の|に|、|。|だけ|で|$| |ごろ|頃|あたり|が(?:暇|ひま|空|閑|オフ"
    r"|休み)))(?!の?(?:[上中下初]旬|末|\d))"
)
ONE_MONTH = re.compile(
    rf"{_YEAR}?(?:(?<=[年度の])|{_ALONE})(?P<month>{_MONTH}) ?(?:月(?!曜|謝|額|間)|がつ)"
    rf"(?:(?P<day>\d{{1,2}}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?日|{_PART})"
)
SLASH = re.compile(
    rf"{_YEAR}?(?<![\d.])(?P<month>1[0-2]|0?[1-9])[/-](?P<day>[12]\d|3[01]|0?[1-9])(?![\d/年-])"
)
RELATIVE = re.compile(
    r"(?:(?P<months>今月|来月|再来月|こんげつ|らいげつ|さらいげつ)|(?P<weeks>今週|来週"
    r"|再来週|さ来週|らいしゅう))"
    rf"{_PART}"
)
RELATIVE_COUNT: Mapping[str, int] = {
    **dict.fromkeys(("今月", "こんげつ", "今週"), 0),
    **dict.fromkeys(("来月", "らいげつ", "来週", "らいしゅう"), 1),
    **dict.fromkeys(("再来月", "さらいげつ", "再来週", "さ来週"), 2),
}
REST = re.compile(r"年(?P<fiscal>度)?内(?!訳|容)|(?:今|本)年(?P<fiscal_2>度)?中|ことしじゅう")
SEASON = re.compile(
    rf"{_YEAR}?(?:(?<=[年度の来次今])|(?<![一-鿿ァ-ヶー]))"
    rf"(?:{'|'.join(f'(?P<season_{n}>{season.words})' for n, season in enumerate(SEASONS))})"
)
WHOLE_YEAR = re.compile(rf"{_YEAR}(?=から|以降|まで|中|に|スタート|開始|の(?:前期|講座|開講))")
MONTH_NAMES: Mapping[str, int] = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    )
    for number, name in enumerate(names.split(), start=1)
}
FOREIGN = re.compile(
    r"\b(?:(?:next |mid-|early "
    rf"|late )?(?P<name>{'|'.join(MONTH_NAMES)})\b(?:,? (?:de )?(?P<year>20\d\d))?"
    r"|tháng (?P<number>1[0-2]|[1-9])\b"
    r"|(?P<next>next month|tháng (?:sau|tới)|(?:o )?(?:mês que vem|próximo mês)|susunod na buwan))"
    r"|(?P<next_zh>下个?個?月)",
    re.IGNORECASE,
)
# What is over, comes every year, or is told as news: 「去年の4月」, 「毎年十二月」, 「この春」.
OF_THE_STORY = re.compile(
    r"(?:去年|昨年|前年|一昨年|おととし|先々?|昨|毎年?|例年|この|あの|その|前の|(?:平成"
    r"|昭和) ?\d+ ?年|19\d\d年)の?[、 ]?$"
)
