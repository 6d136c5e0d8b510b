"""Childcare: 「託児つき」「赤ちゃん連れOK」: the child has to be looked after or may come along.

That somebody has children is a circumstance, and childcare as a subject (保育, 託児所の経営) is a
topic: neither is read here.
"""

import re
from collections.abc import Iterator

from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import refusal_end

# Small children; a schoolchild who joins in (小学生の子と一緒に) takes part and needs no care.
_BABY = r"(?:赤ちゃん|あかちゃん|乳児|乳幼児|幼児|ベビー|[0-3一二三]歳児)"
_CHILD = rf"(?:{_BABY}|子ども|子供|こども|子(?<!生の子))"
# Words that ask for room for the child rather than name a subject.
_OFFERED = (
    r" ?(?:サービス|ルーム|スペース|室|コーナー)? ?(?:つき|付き?|有り?|あり|アリ|ok|可能?"
    r"|OK|完備|対応|希望"
    r"|(?:が|の|は|も)? ?(?:ある|あり|あれ|あっ|使え|利用でき|お願いでき|頼め|ついて))"
)
_CARE = re.compile(
    rf"(?:託児所?|たくじ|タクジ|一時保育|保育|シッター){_OFFERED}|見守り(?:つき|付き|あり)"
    r"|(?:託児|一時保育)(?:所)?(?:が|は|も)?(?:必須|必要|ほしい|欲しい|(?:な(?:ければ|きゃ|いと)|無いと)、?(?:行け|通え|参加|受けられ|出られ|来られ|無理|困|だめ|難し)[ぁ-ん]{0,4})"
    r"|託児(?=希望|サービス|[ 、。]|$)"
    r"|キッズ(?:スペース|ルーム|コーナー)(?:つき|付き?|あり|(?:が|の)(?:ある|あれ|あり))"
    rf"|{_CHILD}(?:を|も)? ?(?:預けられ|あずけられ|預かってもら|あずかってもら"
    r"|預かってくれ|見てもら(?:え|い)"
    r"|みてもら(?:え|い)|見ててもら)",
    re.IGNORECASE,
)
_ALONG = re.compile(
    rf"{_CHILD} ?(?:連れ|づれ|つれ|同伴|帯同)"
    r"(?!て(?:来|い|行った|きた|帰)|の?(?:客|お客|家族|観光|利用|親|人|方|層|旅|世帯)|去"
    r"|子|離婚|再婚)"
    rf"|{_CHILD}(?:を|も|と)? ?(?:連れ|つれ)て(?:行け|いけ|来られ|こられ|参加|受け|通え|でも)"
    rf"|{_BABY}(?:を|も|と) ?(?:一緒|いっしょ)に(?:行け|いけ|参加でき|受けられ|通え"
    r"|来られ|出かけられ|でも|OK)"
    rf"|{_CHILD}(?:と|も) ?(?:一緒|いっしょ)に ?(?:行け|いけ|来られ|こられ|通え)"
    r"|(?:抱っこ|だっこ|おんぶ)し(?:た|ながら|て)(?:まま)?(?:で|でも)?(?:受け|参加|聞け)",
    re.IGNORECASE,
)
# Frequent wishes in other languages.
_FOREIGN = re.compile(
    r"\bchild ?care (?:available|provided|on site)|\bwith (?:child ?care|babysitting)"
    r"|\bbring (?:my|a|our) (?:baby|toddler|kids?|child(?:ren)?)"
    r"|托儿|托育|看孩子|có (?:chỗ )?(?:trông|giữ) trẻ|com (?:creche|berçário)"
    r"|levar (?:o |a )?(?:meu |minha )?(?:bebê|filh[oa])|may (?:bantay|mag-aalaga) (?:ng"
    r"|sa) (?:bata|anak)",
    re.IGNORECASE,
)
# What closes the wish: 「…でも大丈夫な所で」, 「…ばなおよし」, 「…と助かります」.
_TAIL = re.compile(
    r"(?:れ?ば|る?と|で?も?|だと|なら) ?(?:なお)?(?:OK|可能?|歓迎|大丈夫|だいじょうぶ"
    r"|いい|よし|良し|助か(?:る|ります)"
    r"|嬉しい|うれしい|ありがたい)(?:です)?(?:な|の)? ?(?:ところ|所|とこ|もの|やつ)?(?:で"
    r"|が|を|に)?"
    r"|(?:る|られる|れる|て|ば|れば|な)?(?:の(?:ところ|所|とこ)?|ところ|所|とこ|もの"
    r"|やつ)?(?:で|が|を|に|の|だと|なら)?",
    re.IGNORECASE,
)
# 「子連れ不可なら」, 「託児がなくても」: the child is taken care of, or the answer does not matter.
_NO_MATTER = re.compile(
    r"(?:は|が|も)?(?:不可|禁止|なく(?:て|とも)|無く(?:て|とも)|なし)"
    # A business that lets children in.
    r"|(?:OK|可|歓迎)?の(?:店|お店|カフェ|宿|サロン|教室|美容室|食堂|施設|場所|イベント)[^、。]{0,6}?を?(?:開|作り|つくり|経営|運営|始め|やり|増や)"
)


def childcare(message: Message) -> Iterator[Mention]:
    """Yield where a message asks for childcare or to bring a small child."""
    for pattern in (_CARE, _ALONG, _FOREIGN):
        for found in pattern.finditer(message.text):
            if _NO_MATTER.match(message.text, found.end()):
                continue
            if refusal_end(message.text, found.end()) is None:
                yield Mention(
                    start=found.start(),
                    end=_end(message.text, found.end()),
                    name="childcare",
                    value=True,
                )


def _end(text: str, end: int) -> int:
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end
