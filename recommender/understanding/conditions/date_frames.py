"""Date frames: the words around a period, and the conditions that the two state together.

Tables for `conditions.dates`: 「…から」, 「…までに終わる」, 「…中に」, and their like in other
languages. Which days a period has is decided in `periods`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from recommender.understanding.periods import Period

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
TO_STUDY = (
    rf"(?:(?=[^。!?]{{0,18}}?{_STUDY})(?![^。、!?]{{0,20}}{_PAST})(?![^、。]{{0,10}}(?:検定"
    r"|試験|受験|来る))"
    rf"|{_NOT_LIFE}(?=[^。!?]{{0,30}}?{_STUDY}|[^。!?]{{0,22}}(?:[。!?].{{0,40}})?$))"
)
ENDS = r"(?=[。!?]| ?$)"
_COURSE = (
    r"(?:講座|研修|講習|セミナー|教室|コース|開催|開講|日程|訓練|勉強会|週末|土日|土曜"
    r"|日曜|平日|夜(?=間|[^。]{0,30}(?:会|講|教|習|学)))"
)
# The day by which one has to apply is none on which a course ends.
_NOT_APPLYING = r"(?!、?(?:申し?込|締|応募|提出|返事|連絡|予約))"
_BEGINNING = r"(?:スタート|開始|開講|始ま(?:る|り)|はじま(?:る|り)|始め(?:たい|られる)|はじめたい)"
_STARTING = rf"(?:{_BEGINNING}|(?:通|かよ)える)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Words after a period, and the conditions that the two state together."""

    words: re.Pattern[str]
    states: _States


def _frame(words: str, states: _States) -> Frame:
    return Frame(words=re.compile(words), states=states)


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
FRAMES: tuple[Frame, ...] = (
    _frame(
        rf"{_ENTERING}[^、。\d]{{0,5}}に(?:は)?間に合(?:う|い|え|わせ)(?:ように|よう)?", _started_by
    ),
    _frame(r"[^、。\d]{0,10}に(?:は)?間に合(?:う|い|え|わせ)(?:ように|よう)?", _ended_by),
    _frame(
        r"の(?!前)[^、。\d一二三四五]{1,12}?(?:まで(?:に|には)|前(?:に|までに)|に向けて?)",
        _ended_by,
    ),
    _frame(
        r"(?:の|が|に|を|する|になる|が?始まる|が?来る|が?降る|が?積もる|の開始)?(?:より|の|之)?前"
        r"(?:まで|までに|に|には|で|の|、|。|$)+(?!毎年)",
        _before,
    ),
    _frame(
        r"(?:が|の|を)?(?:(?:終わ(?:って|り|った)|済ん[でだ]|過ぎて?|すぎて?|明けて|解けて"
        r"|消えて|して)(?:から|ら|以降|後|に)+"
        rf"|(?:明け|過ぎ|すぎ)(?:に|から|以降|の)?)(?:{TO_STUDY}|{ENDS})",
        _after,
    ),
    _frame(r"(?:以降|いこう|以後|开始|起)(?:に|で|の|から|なら|開始|スタート)*", _from),
    _frame(rf"(?:から|より)の?(?=[^、。]{{0,8}}?{_STARTING})", _from_on),
    _frame(rf"(?:中|すぐ|早々)?に(?:{_BEGINNING}|(?=[^、。]{{0,6}}?{_BEGINNING}))", _starts_in),
    _frame(r"(?:スタート|開始|開講|はじまり|始まり)(?:の|で)?", _starts_in),
    _frame(rf"(?:から|より|~)(?:で|の|なら|は)?(?:{TO_STUDY}|{ENDS})", _from_on),
    _frame(
        r"(?:中|じゅう)?に(?:は)?、?(?=[^、。]{0,14}?(?:修了|終わ|終え|おわ|片付|済ま|済む|取得|取り(?:たい|終)|取らせ))",
        _ended_by,
    ),
    _frame(
        rf"(?:いっぱい)?(?:まで|迄)(?:に|には)(?:{_BEGINNING}|(?=[^、。]{{1,6}}?{_BEGINNING}))",
        _started_by,
    ),
    _frame(rf"(?:いっぱい)?(?:まで|迄)(?:に|には){_NOT_APPLYING}", _by),
    _frame(rf"(?:いっぱい)?(?:まで|迄)(?!に)(?:で|の|、)?(?:{TO_STUDY}|{ENDS})", _by),
    _frame(rf"(?<=まで)(?!は)、?{TO_STUDY}", _within),
    _frame(
        r"が(?:暇|ひま|空い|閑散|オフ|休み)[ぁ-ん]{0,6}、?(?:その(?:間|あいだ|時期)(?:に|で)?)?",
        _within,
    ),
    _frame(r"(?<=[内中])(?=/)|中(?=/)", _within),
    _frame(r"(?<=[内中])(?:まで)?(?:に|で|の|、|$)", _within),
    _frame(
        r"(?:中|じゅう|の?うち|の?間|の?あいだ|の時期|の[^、。\d]{0,4}(?:期|シーズン)|だけ)(?:だけ)?(?:に|で|の|、)?"
        rf"(?:{TO_STUDY}|{ENDS})",
        _within,
    ),
    _frame(rf"の(?=[^、。]{{0,8}}{_COURSE})", _within),
    _frame(r"$", _within),
    _frame(
        rf"(?:だけ|なら|に(?!も|は|来る|なる|ある|やせ|預|入[るっ社学職所園庁]|配属|採用|異動|開[業店]|オープン|引っ越|定年|退職)|、)(?:{TO_STUDY}|{ENDS})",
        _within,
    ),
)
# Languages that put 「から」 before the month; the second column: must study be named?
FRAMES_BEFORE: tuple[tuple[re.Pattern[str], bool, _States], ...] = (
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
