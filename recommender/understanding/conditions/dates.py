"""Dates: when a course may begin and must be over → start_from, start_until, finish_until.

Dates of the story (「去年の4月から働いて」, 「4月に異動した」) are no conditions: a period counts
only in a frame that asks for something then. Days are inclusive; which days a word names is decided
in `periods`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.numbers import UP_TO, value_of
from recommender.understanding.periods import MONTHS_IN_YEAR, Period, months_later, periods
from recommender.understanding.polarity import refusal_end

_Framed = tuple[int, int, Mapping[str, date]]
_States = Callable[[Period], Mapping[str, date]]
_ONE_DAY, _A_MONTH = timedelta(days=1), timedelta(days=31)

# What one does in a course, not in a job. Told as past, it is of the story.
_STUDY = (
    r"(?:受け(?:たい|られ|させ|れる)|うけ(?:たい|られ)|受講(?!した)|学(?:び|べ|ば|ぶ|習)"
    r"|まな[びべばぶ]"
    r"|(?<!見)習(?:いたい|え|う|わ)|なら(?:いたい|えます|える)|通(?:いたい|える|えま"
    r"|う(?!学))|かよ(?:いたい|え)"
    r"|参加(?!した|して(?!ほし|もら|みた))|講座|研修|講習|セミナー|教室|コース|訓練"
    r"|勉強(?!した)|座学|開講|開催|スタート"
    r"|取(?:りたい|れる|れま|れれば|らせ|得し?た?い|っておきたい)|とりたい|とれる|出られ"
    r"|教わ|教えて(?:ほし|もら|くだ|い?ただ)"
    r"|おしえて|やりたい|やらせたい|始め(?:たい|られ)|はじめたい|始ま(?:る|り)|はじまる"
    r"|身につけ|覚え(?:たい|させたい)|鍛え"
    r"|終わ(?:る|れ|らせ)(?:もの|やつ|講|の|たい)?|済ませたい|片付け|できる(?:もの|講|の"
    r"|やつ|ところ|所)?|[やし]てほしい)"
)
_PAST = r"(?:まし?た|くれた|だった|なった|ていた)(?![いら])"
# What happens then in a life or a year, and is no course.
_LIFE = (
    r"(?:入[社園学所院試]|入っ|入る(?!門)|来[るたて]|来ま|行きます|生ま|異動|転勤|配属"
    r"|働|はたら|勤|就(?!職相談)|結婚|出産|定年|退[職院]|引退|辞め"
    r"|な(?:る|り|って|った)|増え|減|忙し|売|植え|開店|開業|予定|(?:が|も)(?:あり|ある)"
    r"|言われ|頼まれ|決ま|施行|義務|変わ|値上|控え|試験|受験|検定"
    r"|本番|発表|審査|総会|祭|催し|立場|担当|する係|クラスが|学校に|出(?:ます|勤)|戻"
    r"|止まり|使おう|どう(?:す|や)|困|係|辞令|精算|引き取|切り替わ|届け|呼ばれ|仕事|会社"
    r"|店|折れ|だけど|だが)"
)
_NOT_LIFE = rf"(?![^。!?]{{0,25}}?{_LIFE})(?![^。、!?]{{0,20}}{_PAST})"
# Study follows soon, or little follows at all and nothing of life.
_TO_STUDY = (
    rf"(?:(?=[^。!?]{{0,18}}?{_STUDY})(?![^。、!?]{{0,20}}{_PAST})(?![^、。]{{0,10}}(?:検定"
    r"|試験|受験|来る))"
    rf"|{_NOT_LIFE}(?=[^。!?]{{0,30}}?{_STUDY}|[^。!?]{{0,22}}(?:[。!?].{{0,40}})?$))"
)
_ENDS = r"(?=[。!?]| ?$)"
_COURSE = (
    r"(?:講座|研修|講習|セミナー|教室|コース|開催|開講|日程|訓練|勉強会|週末|土日|土曜"
    r"|日曜|平日|夜(?=間|[^。]{0,30}(?:会|講|教|習|学)))"
)
_STARTING = r"(?:スタート|開始|開講|始ま(?:る|り)|はじまる|(?:通|かよ)える)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Words after a period, and the conditions that the two state together."""

    words: re.Pattern[str]
    states: _States


def _frame(words: str, states: _States) -> _Frame:
    return _Frame(words=re.compile(words), states=states)


def _foreign(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\s?$", re.IGNORECASE)


def _starts_in(period: Period) -> Mapping[str, date]:
    return {"start_from": period.first, "start_until": period.last}


def _from(period: Period) -> Mapping[str, date]:
    return {"start_from": period.first}


def _from_on(period: Period) -> Mapping[str, date]:
    """Read 「4月から」 as beginning in April, but 「春から」 as any time after."""
    short = period.last - period.first < _A_MONTH
    return _starts_in(period) if short else _from(period)


def _after(period: Period) -> Mapping[str, date]:
    return {"start_from": period.last + _ONE_DAY}


def _started_by(period: Period) -> Mapping[str, date]:
    return {"start_until": period.last}


def _by(period: Period) -> Mapping[str, date]:
    return {"finish_until": period.due}


def _ended_by(period: Period) -> Mapping[str, date]:
    return {"finish_until": period.last}


def _before(period: Period) -> Mapping[str, date]:
    return {"finish_until": period.first - _ONE_DAY}


def _within(period: Period) -> Mapping[str, date]:
    return {"start_from": period.first, "finish_until": period.last}


# What new people do: a course in time for it starts then. What is in time for an exam is over.
_ENTERING = (
    r"(?:の?(?:新人|新卒|新入社員|新年度)?の?(?:入社|入学|入職|入所|配属|就職|採用|着任"
    r"|異動|受け入れ)(?:の|時|式)?)"
)

# The first frame that fits holds.
_FRAMES: tuple[_Frame, ...] = (
    _frame(
        rf"{_ENTERING}[^、。\d]{{0,5}}に(?:は)?間に合(?:う|い|え|わせ)(?:ように|よう)?", _started_by
    ),
    _frame(r"[^、。\d]{0,10}に(?:は)?間に合(?:う|い|え|わせ)(?:ように|よう)?", _ended_by),
    _frame(r"の[^、。\d一二三四五]{1,12}?(?:まで(?:に|には)|前(?:に|までに)|に向けて?)", _ended_by),
    _frame(
        r"(?:の|が|に|を|する|になる|が?始まる|が?来る|が?降る|が?積もる|の開始)?(?:より|の|之)?前"
        r"(?:まで|までに|に|には|で|の|、|。|$)+(?!毎年)",
        _before,
    ),
    _frame(
        r"(?:が|の|を)?(?:(?:終わ(?:って|り|った)|済ん[でだ]|過ぎて?|すぎて?|明けて|解けて"
        r"|消えて|して)(?:から|ら|以降|後|に)+"
        rf"|(?:明け|過ぎ|すぎ)(?:に|から|以降|の)?)(?:{_TO_STUDY}|{_ENDS})",
        _after,
    ),
    _frame(r"(?:以降|いこう|以後|开始|起)(?:に|で|の|から|なら|開始|スタート)*", _from),
    _frame(rf"(?:から|より)の?(?=[^、。]{{0,8}}?{_STARTING})", _starts_in),
    _frame(r"に(?=[^、。]{0,6}?(?:スタート|開講|始ま(?:る|り)))", _starts_in),
    _frame(r"(?:スタート|開始|開講|はじまり|始まり)(?:の|で)?", _starts_in),
    _frame(rf"(?:から|より|~)(?:で|の|なら|は)?(?:{_TO_STUDY}|{_ENDS})", _from_on),
    _frame(r"(?:いっぱい)?(?:まで|迄)(?:に|には)", _by),
    _frame(rf"(?:いっぱい)?(?:まで|迄)(?:で|の|、)?(?:{_TO_STUDY}|{_ENDS})", _by),
    _frame(rf"(?<=まで)(?!は)、?{_TO_STUDY}", _within),
    _frame(r"(?<=[内中])(?:まで)?(?:に|で|の|、|$)", _within),
    _frame(
        r"(?:中|じゅう|の?うち|の?間|の?あいだ|の時期|だけ)(?:だけ)?(?:に|で|の|、)?"
        rf"(?:{_TO_STUDY}|{_ENDS})",
        _within,
    ),
    _frame(rf"の(?=[^、。]{{0,8}}{_COURSE})", _within),
    _frame(r"$", _within),
    _frame(rf"(?:だけ|なら|に(?!も|は|来る|なる|ある|やせ|預)|、)(?:{_TO_STUDY}|{_ENDS})", _within),
)
# Languages that put 「から」 before the month; the second column: must study be named?
_FRAMES_BEFORE: tuple[tuple[re.Pattern[str], bool, _States], ...] = (
    (
        _foreign(
            r"from|start(?:ing|s)?(?: in| from)?|beginning(?: in)?|after|từ|a partir de|mula|simula"
        ),
        True,
        _from,
    ),
    (_foreign(r"before|trước|antes de|bago(?: mag-?)?"), False, _before),
    (_foreign(r"by(?: the end of)?|đến|até|hanggang"), False, _by),
    (_foreign(r"in|during|trong|vào|em|no|sa"), True, _within),
    (re.compile(r"[从從]$"), False, _from),
)
_FOREIGN_STUDY = re.compile(
    r"\b(?:class(?:es)?|courses?|lessons?|train(?:ing)?|learn|study|seminar|workshop"
    r"|khóa|lớp|học|cursos?|aulas?|estudar|aprender|kurso"
    r"|klase|aral|matuto)\b",
    re.IGNORECASE,
)
_FOREIGN_NAME = re.compile(r"[A-Za-zÀ-ỹ]{3}")
_ABOUT = re.compile(r"(?:くらい|ぐらい|ごろ|ころ|頃|あたり)")  # 「4月ごろから」
_LOOK_BACK = 32  # characters
# 「3か月以内に取りたい」 is a deadline; 「2日以内で」 is a length.
_IN_MONTHS = re.compile(
    rf"(?:(?:{UP_TO} ?(?:[かヶケカヵ箇]月|(?P<years>年)))|(?P<half>半年))以内(?:に|には)"
    rf"(?:{_TO_STUDY}|{_ENDS})"
)


def dates(message: Message) -> Iterator[Mention]:
    """Yield when a course may begin and must end, inclusive."""
    text, begin = message.text, message.today
    yield from _deadlines(text, message.today)
    for period in periods(text, message.today):
        framed = None if refusal_end(text, period.end) else _framed(text, period)
        start, end, stated = framed or (0, 0, {})
        for name, value in stated.items():
            if name == "start_from":
                begin = max(begin, value)
                if value <= message.today:
                    continue
            day = _a_year_later(value) if value < begin else value
            yield Mention(start=start, end=end, name=name, value=day)


def _deadlines(text: str, today: date) -> Iterator[Mention]:
    for found in _IN_MONTHS.finditer(text):
        months = 6 if found["half"] else int(value_of(found["number"]))
        day = months_later(today, months * (MONTHS_IN_YEAR if found["years"] else 1))
        yield Mention(start=found.start(), end=found.end(), name="finish_until", value=day)


def _framed(text: str, period: Period) -> _Framed | None:
    foreign = _framed_before(text, period)
    if foreign or _FOREIGN_NAME.match(text, period.start):
        return foreign
    about = _ABOUT.match(text, period.end)
    end = about.end() if about else period.end
    for frame in _FRAMES:
        found = frame.words.match(text, end)
        if found:
            refused = refusal_end(text, found.end())
            return None if refused else (period.start, found.end(), frame.states(period))
    return None


def _framed_before(text: str, period: Period) -> _Framed | None:
    for words, needs_study, states in _FRAMES_BEFORE:
        found = words.search(text, max(0, period.start - _LOOK_BACK), period.start)
        if found and (not needs_study or _FOREIGN_STUDY.search(_sentence(text, period))):
            return found.start(), period.end, states(period)
    return None


def _sentence(text: str, period: Period) -> str:
    begin = max(text.rfind(mark, 0, period.start) for mark in ".!?。")
    ends = [text.find(mark, period.end) for mark in ".!?。"]
    return text[begin + 1 : min((end for end in ends if end >= 0), default=len(text))]


def _a_year_later(day: date) -> date:
    """Return the day that 「稲刈りのあと春まで」 means: the next spring after that."""
    return months_later(day, MONTHS_IN_YEAR)
