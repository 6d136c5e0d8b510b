"""Benefits: 「給付金が使える」「助成金の対象」: somebody helps to pay, the state or an office.

A subsidy that is itself what one wants to learn (補助金の申請) is a topic, and unemployment pay is
a circumstance: neither is read here.
"""

import re
from collections.abc import Iterator

from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import refusal_end

ANY = "any"

# Benefits with a name of their own, as people write it, and what to show (data.vocabulary.Subsidy
# parts 教育訓練給付 in three, which people do not).
_NAMED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"教育訓練|専門実践|特定一般"), "教育訓練給付"),
    (re.compile(r"人材開発|人材育成|人開金"), "人材開発支援助成金"),
    (re.compile(r"求職者支援|職業訓練受講|受講手当"), "求職者支援訓練"),
)
_GIVER = (
    r"(?:国|県|市|町|村|会社|組合|ハロワ|ハローワーク|自治体|企業)(?:や(?:県|市"
    r"|町))?(?:から)?の?"
)
_MONEY = (
    r"(?:(?:専門実践|特定一般|一般)?(?:の)?教育訓練(?:の)?給付金?"
    r"|専門実践(?:の)?(?:教育訓練)?給付金?"
    r"|人材(?:開発|育成)(?:支援)?(?:の|コース(?:の)?)?助成金?|人開金|求職者支援(?:の"
    r"|訓練の)?(?:制度|給付金?)"
    r"|職業訓練受講(?:の)?給付金?|給付金?|助成金?|補助金?)"
)
# Words that make the money a condition: it can be used, is paid, covers the course.
_USED = (
    r"(?:制度)?(?:(?=で[^、。をはが]{0,14}(?:通|学び|学べ|受け|取り|習|勉強|受講))|(?: ?(?:の|が"
    r"|を|は|も|って|とか(?:が|の)?) ?)?"
    r"(?:対象(?:に(?:なる|なれ|なり|なっ)|です|だ|で|の|と|か|講座|なら|、|。|$)"
    r"|使え|つかえ|使い(?:たい|ながら|ます)|使う前提|使って(?:受け|通|学|行|(?=[^。]{0,16}(?:取ら|取り|受け|学|通わ|習|研修|講)))|利用(?:でき"
    r"|した|して|可)|活用(?:でき|した|して)"
    r"|出(?:る|れ|て(?!い)|ます|ん|っ?が)|でる|下り|降り|おり(?:る|て|れ)|もらえ"
    r"|もらい(?:ながら|たい)|貰え|貰い(?:ながら|たい)"
    r"|受けられ|受けながら|受け取れ|つき|付き|あり(?:の|で|ます|ません)?|有り"
    r"|ある?(?:もの|ところ|所|やつ|講座|なら|と|って|んです|の(?:で|か)"
    r"|そう|らし|という)|あれば|あんな|あっが|(?:が|も)(?:効|利|き)[くい]|適用))"
)
_STATED = re.compile(
    rf"(?:{_GIVER})?{_MONEY}{_USED}"
    rf"|(?:{_GIVER})?(?:お金|おかね|手当|銭こ?)(?:が|を|も|の|さ)? ?"
    r"(?:出る(?!前|まで)|でる|出っ|出んな|(?:もらい|貰い) ?ながら|(?:もらえる"
    r"|貰える)(?!仕事|職|よう|働))"
    r"|(?:ハロワ|ハローワーク)(?:から)?の(?:給付|補助|助成|お金)金?"
    r"|(?:受講料|費用|学費|授業料)(?:の(?:一部|半分|何割か))?(?:が|も)?(?:戻|もど|返って"
    r"|かえって|補助|助成)"
    r"|\bsubsidi[sz]ed\b|\b(?:use|get|with|eligible for|covered by) (?:an? |the "
    r"|any )?(?:government )?subsid(?:y|ies)\b|\bfinancial (?:aid|support|assistance)\b"
    r"|trợ cấp|hỗ trợ học phí"
    r"|补助|补贴|津贴|\bsubsídio|\bauxílio"
    # A named benefit needs no predicate, unless it is the subject itself.
    r"|(?:教育訓練の?給付|専門実践教育訓練|人材開発支援助成|求職者支援(?:訓練|制度))(?:制度"
    r"|金|訓練|講座)*"
    r"(?!(?:金|制度)?(?:の|を|に)?(?:申請|手続|書類|計画|届|仕組|制度|活用|取る))"
)
# Money that does not pay for a course.
_OTHER_MONEY = re.compile(
    r"(?:失業|児童|住宅|残業|退職|医療費?|家賃|資材代|設備|創業|起業|持続化|IT導入|傷病"
    r"|育休|介護休業|林業"
    r"|農業|人の|監督の?|保育|事務|設計|経理)(?:等)?(?:の|に|へ)?$"
)
_CONTEXT = 6  # characters before the money that can say what it is for

_NEGATED = re.compile(r"な[くい]|ません|ね(?:ぐ|く|え)|らない")  # 「使えなくても」, 「出ない」

# What closes the clause: 「…とうれしい」, 「…ればなお助かります」, 「…かどうかも知りたい」.
_TAIL = re.compile(
    r"(?:に)?(?:る|な[るれり]|れ|でき[るれ]|だ|な)?(?:ば|と|なら|だと) ?(?:なお|一番|とても)? ?"
    r"(?:よし|良し|よい|良い|いい|うれしい|嬉しい|助か(?:る|ります)|ありがたい|有り難い)(?:です)?"
    r"|(?:どうか)?(?:も|を)?(?:知りたい|聞きたい)(?:です)?"
    r"|に(?:なる|なって|なれば|なるなら)|(?:る|れば|て|ます|です|なら|ば|で)(?=[、。]|$)|(?:る|て)"
)


def subsidy(message: Message) -> Iterator[Mention]:
    """Yield where a message asks that a benefit pays for the course."""
    text = message.text
    for found in _STATED.finditer(text):
        before = text[max(0, found.start() - _CONTEXT) : found.start()]
        if _OTHER_MONEY.search(before) or _is_refused(text, found.end()):
            continue
        yield Mention(
            start=found.start(),
            end=_end(text, found.end()),
            name="subsidy",
            value=_name(found[0]),
        )


def _is_refused(text: str, end: int) -> bool:
    return bool(_NEGATED.match(text, end)) or refusal_end(text, end) is not None


def _name(text: str) -> str:
    return next((name for pattern, name in _NAMED if pattern.search(text)), ANY)


def _end(text: str, end: int) -> int:
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end
