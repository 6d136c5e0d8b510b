"""Levels: 「ゼロから」「初心者」「応用編」「大学院レベル」: where a course must begin.

What somebody has behind them (「初心者コースは修了した」) is not asked for, and who has the
foundations asks for the next level; being new to a job (「新人」) says nothing about a subject.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import refusal_end


class Level(StrEnum):
    """Where a course begins."""

    BEGINNER = "初心者"
    INTERMEDIATE = "中級"
    ADVANCED = "上級"


_FOR = r"(?:者|コース|クラス|講座|レベル|編)?(?:向け|むけ|用|歓迎|OK|ok|可)?"
# 「ゼロから学ぶ」: from nothing, with or without the verb.
_LEARN = (
    r"(?:学|習|なら|まな|教|おしえ|始|はじめ|やり|やって|勉強|仕込|おべ|覚え|育て|通わせ"
    r"|ちゃんと|きちんと|じっくり)"
)
_FROM_NOTHING = (
    r"(?:ゼロ|零|ぜろ|0(?<![0-9:.,]0))から(?!\d)"
    r"|(?:いち|イチ|壱|一(?<![二三四五六七八九十第月]一)|1(?<![0-9:.,月]1))から"
    rf"(?=[、。 ]*{_LEARN}|[、。]|$)"
    r"|(?:一番|いちばん|ほんとの?)?(?:初歩|初め|はじめ|最初|基本の(?:き|「き」|キ))から"
)
# States of not knowing, at the end of what is said: 「パソコンはさっぱりで」, 「英語は初めてです」.
_STATE_END = (
    r"(?=です|でした|でも|なので|だけど|だども|だげど|で、|だ|なん|なの|の(?:人|方|者)"
    r"|[、。!]|$)"
)
_NOTHING_KNOWN = (
    r"さっぱ(?:り|ど|と)?(?:です|だ|で(?!き)|わか|わが|分か|解|おべ|しらね|知ら|理解|なん"
    r"|な(?=の|ので))"
    r"|(?:ちんぷん|チンプン)(?:かんぷん|カンプン)"
    rf"|(?:全く|まったく|まるで|完全に)?の?(?:初めて|はじめて|ハジメテ){_STATE_END}"
    r"|(?:初めて|はじめて)(?:習う|学ぶ|さわる|触る|でも)|はじめての(?=人|方|ひと|かた)"
    r"|(?:全く|まったく|ずぶ|ど|ド)?の?(?:素人|しろうと|シロウト)(?!判断|考え|目|さん?が"
    r"|の(?:お客|声))"
    r"|(?:やっ|触っ|さわっ|使っ|つかっ|習っ|ならっ|作っ|書い|学ん|勉強し|経験し"
    r"|動かし|操作し|滑っ|描い|弾い|泳い)たこと(?:が|も|は)? ?(?:一度も|いちども|全然"
    r"|ほとんど)? ?"
    r"(?:ない|なく|ありません|ねぇ?|ね(?=、|。|$))"
    r"|(?:全然|ぜんぜん|全く|まったく|まるっきり|なんにも|何にも|何も|なにも|なんも|ほとんど) ?"
    r"(?:わか|わが|分か)(?:ら|り|ん)(?:ない|なく|ま(?:せ|し)|ね)|(?:知識|経験)(?:が|も"
    r"|は)?(?:全然|全く|まったく)? ?"
    r"(?:ゼロ|0|なし|無し|ない(?=[。、]|ので|け|です|私|者|人|$)|ありません|なく(?:ても"
    r"|て))|(?:機械|IT|パソコン|PC)(?:に)?(?:音痴|オンチ|おんち|疎|うと)"
    r"|の「の」の字も|右も左も(?:分か|わか)"
)
# English, Vietnamese, Chinese, Portuguese, Tagalog, Korean, Indonesian and Nepali.
_BEGINNER_ABROAD = (
    r"\b(?:for )?(?:absolute |complete |total )?beginners?(?:'s)?\b|\bbasics\b"
    r"|\bfrom (?:scratch|zero)\b"
    r"|\bbasic (?:\w+ )?(?:course|class|level|lang)\b"
    r"|\bno (?:prior )?(?:experience|background)\b|\bnever (?:studied|learned|done|used|tried)\b"
    r"|cho người mới(?: bắt đầu)?|từ (?:số 0|con số 0|đầu|cơ bản)|(?:chưa|không) biết gì|\bcơ bản\b"
    r"|零基础|零起点|初学者?|从零|从头|没有基础|入门|初級班"
    r"|\b(?:para )?iniciantes?\b|\bdo zero\b|\bbásico\b|\bdo básico\b"
    r"|(?<!mga )\bbaguhan\b|\bmula sa (?:umpisa|simula|zero)\b|\bwalang alam\b"
    r"|초보|기초부터|처음부터|입문|\bpemula\b|\bdari (?:nol|dasar|awal)\b|सुरुदेखि"
)
_BEGINNER = re.compile(
    r"(?:超|まったくの|全くの)?(?:初心者|しょしんしゃ|初学者|ビギナー|ビギナ"
    rf"|未経験(?!の(?:業務|領域))){_FOR}"
    rf"|(?:超)?(?:初級|初歩(?!から)){_FOR}|{_FROM_NOTHING}|{_NOTHING_KNOWN}"
    r"|(?:超)?入門(?!書|者?が|の本)(?:編|講座|コース|クラス|レベル)?(?:向け)?"
    r"|(?:の)?(?:基礎|きそ|基本)(?:の(?:基礎|基本|キ|き))?(?:編|知識|的な(?:こと|ところ)"
    r"|レベル|コース)?から"
    r"|の?基礎(?!届|年金|控除|工事|体力|疾患|研究|化粧|代謝|研修|訓練|自治体)(?=を"
    r"|が(?:わか|分か|学|身)|だけ|知識|編|くらい|ぐらい|$)"
    r"|基礎(?:講座|コース|固め|レベル|的な)"
    r"|の?基本(?!情報|給|設計|計画|料|法|的人権|方針)(?:の基本)?(?=を|だけ|くらい|ぐらい"
    r"|的なこと|$)"
    r"|いろは(?=を|から|$)|イロハ(?=を|から|$)"
    r"|(?:俺|おれ|おら|わたし|わだし|私|僕|自分|あたし|素人|年寄り|としより|こんな(?:人"
    r"|年|歳|私|おれ))"
    r"(?:なんか)?(?:みたいな(?:人|者|の)?)?でも"
    r"(?=でき(?:る|ます|っ|ん)|出来(?:る|ます)|でぎ[るっ]|覚えられ|おぼえられ"
    r"|だいじょうぶ|大丈夫|ついて(?:い)?け)"
    r"|見習い?(?!う|っ|え|お|.{0,2}年目)"
    rf"|{_BEGINNER_ABROAD}",
    re.IGNORECASE,
)
# Whoever has the foundations asks for what comes next.
_KNOWN_ALREADY = (
    r"(?:基礎|きそ|基本|初級|入門)(?:は|なら|も)(?:一通り|ひととおり|もう|だいたい|大体)?"
    r"(?:でき|出来て|あります|ある(?=、|ので|けど|。|$)|終わ|終え|修了|済|身に|体に)"
    r"|(?:一通り|ひととおり|ある程度)(?:は|の)? ?(?:でき|使え|わかっ|わかる|分か|やって"
    r"|学ん|触れ)(?!るよう|るま|たら)"
    r"|もう(?:一段|ひとつ|一つ|一歩)(?:上|先)|ワンランク上|次の(?:段階|レベル|ステップ)"
)
_INTERMEDIATE = re.compile(
    rf"(?:中級|ちゅうきゅう)(?!審)(?:くらい|ぐらい|程度)?{_FOR}|{_KNOWN_ALREADY}"
    r"|\bintermediate\b|trung cấp|中级|\bintermediário\b"
)
_ADVANCED = re.compile(
    rf"(?:上級(?!生|官庁|機関)|最上級(?!生)){_FOR}|(?:応用|発展|実践)編|応用(?:レベル|コース|力を)"
    r"|(?:大学院|修士|博士|MBA|プロ|専門家)(?:レベル|並み|クラス|と同(?:じ|程度)の)"
    rf"|(?<!未)経験者(?:向け|コース|レベル)|プロ向け|玄人向け|ハイレベル|高度な"
    r"|(?:もっと|さらに|より|一歩) ?(?:深[いく]|踏み込|突っ込|上の(?:レベル|段階|級)|専門的)"
    r"|\badvanced\b|nâng cao|高级|\bavançad[oa]\b|\bmenengah ke atas\b",
    re.IGNORECASE,
)
_PATTERNS = (
    (_BEGINNER, Level.BEGINNER),
    (_INTERMEDIATE, Level.INTERMEDIATE),
    (_ADVANCED, Level.ADVANCED),
)

# What says that this level lies behind: 「はもう修了」, 「では物足りない」.
_PAST = re.compile(
    r"(?:の)?(?:コース|講座|向け|レベル|内容|ところ|部分|こと|話|クラス|訓練|範囲)?(?:は"
    r"|なら|が|では|じゃ|を|も|に)? ?"
    r"(?:一通り|ひととおり|もう|すでに|既に|だいたい|大体|一応|ある程度)?(?:は)? ?"
    r"(?:でき(?:る|て|ます|ている)|あります|ある|あんど|あんだ|わか(?:る|って|ります)"
    r"|分か(?:る|って|ります)|終え|終わ|おわ|修了|済|すん|卒業|受け(?:た|て|まし)"
    r"|身につ|身に付|入って|習った|習いました|学んだ|学びました|やった|やりました"
    r"|\w{1,2}回|いい(?=です|。|、|$)|いらな|要らな|いりま|物足り|退屈|飽き)"
)
# A noun in between that is refused: 「初心者向けの溶接ではなくて」; other languages refuse before.
_REFUSED_NOUN = re.compile(
    r"(?:(?<=な)|の)[^、。がで]{1,14}?(?:(?:では|じゃ)な[いく]|以外|は(?:要らな|いらな|不要))"
)
_REFUSED_BEFORE = re.compile(
    r"(?:不[是要想]|\bnot|\bhindi|\bnão|\bkhông)[^。.,，!?]{0,8}$", re.IGNORECASE
)
_LONGEST_BEFORE = 16  # characters looked back

# Who is looked for or what a job advert says, not who learns.
_HIRING = re.compile(
    r"でも(?:いい|よい|良い)が|優遇|を採|採用|の応募|募集|」|だそう"
    r"|でも[^。]{0,30}採りたい"
)
# What closes a phrase of level: 「初心者でもだいじょうぶな」, 「初心者なので」.
_TAIL = re.compile(
    r"(?:でも?|にも?|が|の(?=人|方|者))?(?:人|方|者|ひと)?(?:でも|にも|が|に)? ?"
    r"(?:だいじょうぶ|大丈夫|OK|ok|平気|歓迎|可|参加できる|ついて(?:い)?ける|受けられる"
    r"|わかる|分かる|できる|やさしい|優しい)"
    r"(?:な(?:の(?:か)?|ん(?:です|だ)|もの|やつ|ところ|講座)?|です|でしょう|か|の)*"
    r"|(?:です|なん(?:です|だ)|だ)(?:が|ので|けど|けれど|ども)|です|だ(?=[、。]|$)|なので"
    r"|の(?=[ァ-ヶ一-龥a-zA-Z])|から(?=、)",
    re.IGNORECASE,
)
# Words that carry the topic as well stay: an apprentice is somebody, 「高度な」 a quality.
_KEPT = re.compile(r"見習|高度な|素人|俺|おれ|おら|わたし|私|僕|自分|あたし|年寄|basic|初歩|最上級")


def level(message: Message) -> Iterator[Mention]:
    """Yield where a message says at which level a course must begin."""
    text = message.text
    for pattern, value in _PATTERNS:
        for found in pattern.finditer(text):
            if not _is_refused(text, found):
                yield _mention(text, found, value)


def _is_refused(text: str, found: re.Match[str]) -> bool:
    before = max(0, found.start() - _LONGEST_BEFORE), found.start()
    return bool(
        _PAST.match(text, found.end())
        or _HIRING.match(text, found.end())
        or _REFUSED_NOUN.match(text, found.end())
        or _REFUSED_BEFORE.search(text, *before)
        or refusal_end(text, found.end()) is not None
    )


def _mention(text: str, found: re.Match[str], value: Level) -> Mention:
    end = found.start() if _KEPT.match(found[0]) else _end(text, found.end())
    return Mention(start=found.start(), end=end, name="level", value=value)


def _end(text: str, end: int) -> int:
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end
