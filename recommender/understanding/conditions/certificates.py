"""Certificates: the qualification or the paper that somebody wants to hold in the end.

A name alone asks for it (初任者研修, 簿記2級); the name of an occupation only beside a word of
examining or obtaining (保育士の試験); 「資格がほしい」 asks for any. What is held already
(「修了済み」, 「N1です」) is no wish. A qualification's name is the topic too: its span is empty.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from data.vocabulary import Certificate
from recommender.understanding.conditions.qualifications import OCCUPATIONS, PLAIN
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import refusal_end

ANY = "any"
JAPANESE_TEST = "日本語能力試験"


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_GRADE = r"(?:準?[1-6一二三四五六]級|[1-6]きゅう)"
_PLAIN = re.compile(rf"(?:{_one_of(PLAIN)})(?![A-Za-z])")
# Named as written, with the grade: 「日商簿記2級」, 「秘書検定」, 「統計検定 2級」.
_GRADED = re.compile(
    rf"(?:日商|全商|全経|農業|建設業)?(?:簿記|ぼき|経理士|経理事務士)(?:検定)?(?:の|を)? ?{_GRADE}"
    rf"|(?:日商|全商|全経|FP|英検|漢検|世界遺産)(?:の)? ?{_GRADE}"
    rf"|[一-龥ァ-ヶーA-Za-z]{{1,8}}検定(?:試験)?(?: ?{_GRADE})?"
)
_SPELLED = str.maketrans("一二三四五六", "123456", " のを")
_BOARD = re.compile(r"^(日商|全商|全経)(?=準?\d)")  # boards whose grades are those of 簿記
_NO_TEST = re.compile(r"仮説|カイ|統計量|有意|^[tTFxX]検|^車検|^国|^業界|^技能検定員")

# What says that an examination is meant, behind the name of an occupation.
_EXAMINED = (
    r"(?: ?の? ?(?:資格|免許|しかく|めんきょ|国家?試験?|国試|試験|しけん|受験|一次|二次"
    r"|短答|論文|筆記|学科試験"
    r"|実技試験|合格|技能講習|模擬試験|過去問|対策|通信講座|ライセンス|講習(?=[をがに、。]|$))"
    r"| ?(?:を|も)? ?(?:取[りるらろれ]|取っ(?:て|だ)|とり(?:たい|に)|とる|とらせ|取得"
    r"|目指|めざ|受けたい|受験|受けさせ)"
    r"| ?に ?(?:合格|受か|うか))"
)
_OCCUPATION = re.compile(
    rf"(?:{_one_of(OCCUPATIONS)}|[一-龥ァ-ヶー]{{1,9}}士|[一-龥]{{2,8}}(?:専門員|主任者"
    rf"|管理者|取扱者))(?={_EXAMINED})"
)
# Occupations that nobody may follow without the qualification.
_BECOMING = re.compile(
    rf"(?:{_one_of(OCCUPATIONS)})(?= ?に ?(?:なるに|なりたい|なるため|なろう|なっだ))"
)
_LEVEL = re.compile(r"(?<![A-Za-z0-9])[NnＮ] ?([1-5])(?![0-9A-Za-z])")
_TESTED_AFTER = re.compile(
    r"[^。、,.!?]{0,9}?(?:しけん|試験|合格|ごうかく|受か|うか[りる]|受け|うけ|べんきょう"
    r"|勉強|目指|めざ|対策|取り|取る|とり"
    r"|とる|取得|挑|考|test|exam)",
    re.IGNORECASE,
)
_TESTED_BEFORE = re.compile(
    r"(?:しけん|試験|JLPT|目標|thi|考|报名|pass|exam|test)[^。、,.!?]{0,8}$", re.IGNORECASE
)
_LONGEST_BEFORE = 14  # characters looked back for a word of testing

# Papers that a course itself gives (data.vocabulary.Certificate), with what serves them alone.
_GIVEN = (
    r"(?:書)?(?: ?(?:が|を|も|の|は)? ?(?:出る|出て|でる|出(?=$|。)|もらえる|もらえて"
    r"|貰える|ほしい|欲しい|取れる"
    r"|取りたい|つき|付き|ある|認定され))?"
)
_PAPERS: tuple[tuple[re.Pattern[str], Certificate], ...] = (
    (re.compile(rf"履修証明{_GIVEN}"), Certificate.RECORD_OF_STUDY),
    (
        re.compile(rf"(?:修了|受講)証(?:明書)?{_GIVEN}|しゅうりょうしょう"),
        Certificate.COMPLETION,
    ),
    (
        re.compile(
            r"(?:大学の)?単位(?:も|が|を|として)? ?(?:取れ|取り|取得|認め|認定|もらえ"
            r"|になる|ほしい|欲しい|互換)"
            r"|単位で取れ"
        ),
        Certificate.CREDIT,
    ),
    (re.compile(rf"(?:デジタル|オープン)バッジ{_GIVEN}"), Certificate.DIGITAL_BADGE),
    (
        re.compile(
            r"受験(?:資格|要件)(?:が|を|も)? ?(?:得|取|と[れり]|満た|もらえ|ほし|欲し|つく|になる)"
        ),
        Certificate.QUALIFYING,
    ),
)
# 「資格がほしい」, 「…の資格を取りたい」, 「資格取得」, or a message that ends with 「…の資格」.
_PAPER_OF_STATE = (
    r"(?:国家)?(?:資格|免許)(?<!在留資格)(?<![有無]資格)(?<!(?:受験|応募|参加"
    r"|加入)資格)(?<!(?:普通|運転)免許)"
)
_ANY = re.compile(
    rf"{_PAPER_OF_STATE}(?:取得|試験|対策|講座|の?勉強)(?!.{{0,3}}(?:興味|いら|要ら))"
    rf"|{_PAPER_OF_STATE} ?(?:が|を|も|は|って)? ?[^。、がはをに]{{0,6}}?"
    r"(?:ほし|欲し|取り(?:たい|に|な)|とりたい|取れ(?!な)|とれ(?!な)|取らせ|とらせ"
    r"|取っ(?:て(?:おき|み)|だ[くい]|でぇ?)|取りで|とっだ|とりで|もらえ|取る"
    r"|目指|めざ|狙|ないです|ありませんか|ねが|挑|受けたい|受けさせ|につなが)"
    rf"|(?<=[のるたい]){_PAPER_OF_STATE}(?:のほう)?(?=。?$)"
    r"|履歴書に書け(?:る|て)"
    r"|(?:しかく|めんきょ)(?:が|を)? ?(?:ほし|とり|とれ)"
)

# What is held already, and names given only to say what is not meant.
_HELD = re.compile(
    r"(?:講習|研修|試験)?(?:の?(?:資格|免許))? ?(?:は|を|も|なら|まで|しか"
    r"|だけ)?(?: ?(?:昨年|去年|前に|先日|先月|今年) ?)?(?: ?(?:一応|もう|すでに|既に) ?)?"
    r"(?:持っ(?:て|た)|もって|あるけど|あるが|ある(?:から|ので|し)|あります|あんだ|修了"
    r"|済|終え|終わ"
    r"|取りまし|とりまし|取得(?:済|し(?:た|て|まし))|合格(?:済|し(?:た|て|まし))"
    r"|受かりまし|受かった(?!ら)|を?通過|通りまし|のない|のある)"
)
_NOT_MEANT = re.compile(
    r"(?:(?:と|や|・|、)[^。、]{1,9}?以外|(?:のような|みたいな"
    r"|みたいに)[^。、]{0,16}?(?:では|じゃ)な)"
)


def certificate(message: Message) -> Iterator[Mention]:
    """Yield the qualifications and papers asked for by name; where there are none, 「資格」."""
    text = message.text
    named = [*_papers(text), *_names(text)]
    yield from named or _any(text)


def _papers(text: str) -> Iterator[Mention]:
    for pattern, paper in _PAPERS:
        for found in pattern.finditer(text):
            if _is_wanted(text, found.end()):
                yield Mention(
                    start=found.start(), end=found.end(), name="certificate", value=paper.value
                )


def _names(text: str) -> Iterator[Mention]:
    for pattern, name in _NAMES:
        for found in pattern.finditer(text):
            value = name(found)
            if value and _is_wanted(text, found.end()):
                yield _beside(found, value)


def _full_name(found: re.Match[str]) -> str | None:
    """Return 「日商簿記3級」 for 「日商の三級」; None for a test that is no examination."""
    if _NO_TEST.search(found[0]):
        return None
    return _BOARD.sub(r"\1簿記", found[0].translate(_SPELLED).replace("きゅう", "級"))


def _plain_name(found: re.Match[str]) -> str:
    return PLAIN[found[0]]


def _occupation_name(found: re.Match[str]) -> str:
    return OCCUPATIONS.get(found[0], found[0])


def _japanese_test(found: re.Match[str]) -> str | None:
    return f"{JAPANESE_TEST}N{found[1]}" if _is_tested(found) else None


_NAMES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (_GRADED, _full_name),
    (_PLAIN, _plain_name),
    (_OCCUPATION, _occupation_name),
    (_BECOMING, _occupation_name),
    (_LEVEL, _japanese_test),
)


def _any(text: str) -> Iterator[Mention]:
    for found in _ANY.finditer(text):
        if refusal_end(text, found.end()) is None:
            yield _beside(found, ANY)


def _beside(found: re.Match[str], value: str) -> Mention:
    return Mention(start=found.start(), end=found.start(), name="certificate", value=value)


def _is_tested(found: re.Match[str]) -> bool:
    text = found.string
    return bool(
        found[0] == text
        or _TESTED_AFTER.match(text, found.end())
        or _TESTED_BEFORE.search(text, max(0, found.start() - _LONGEST_BEFORE), found.start())
    )


def _is_wanted(text: str, end: int) -> bool:
    held_or_not_meant = _HELD.match(text, end) or _NOT_MEANT.match(text, end)
    return not held_or_not_meant and refusal_end(text, end) is None
