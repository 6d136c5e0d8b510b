"""Audiences: for whom the course must be, as far as somebody says it of those who will learn.

Some state it (「シニア向け」), most say who they are (「農家です」「ベトナムから来ました」). Other
people in the story (外国人のお客さん, 68歳の職人) are not meant. Knows nothing of programs.
"""

import re
from collections.abc import Iterator
from typing import Final

from data.vocabulary import Audience
from recommender.understanding.conditions.audience_cues import CUES
from recommender.understanding.conditions.written_language import is_foreign
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import refusal_end

# Who somebody is without what they work at: a sentence that says no more carries no topic.
_CIRCUMSTANCES: Final = frozenset(
    {Audience.JOB_SEEKER, Audience.FOREIGN_RESIDENT, Audience.SENIOR, Audience.WOMEN}
)
_GROUPS = {f"group{place}": name for place, name in enumerate(CUES)}
_ANY_CUE = re.compile(
    "|".join(f"(?P<group{place}>{cue})" for place, cue in enumerate(CUES.values())),
    re.IGNORECASE,
)

# The writer's own age from 60: at the beginning of what is said, and closing it.
_OWN_AGE = re.compile(
    r"(?:[6-9]\d|[六七八]十[一二三四五六七八九]?) ?"
    r"(?:歳|才|さい|代)?(?:です|だ(?:けど|が|ども)|に(?:なり|なる|なっ(?!ても))|なので"
    r"|ですが|の(?:男|女|手習い|おら|私|身|者です)"
    r"|過ぎ(?:て|た|の(?:おら|おれ|私|身))|を(?:過ぎ|越え)|、|。|で(?=も)|$|[)・])"
)
_AGE_BEGINS = re.compile(
    r"(?:^|[。、! (]|(?:わたし|私|僕|俺|おれ|おら|自分)(?:は|も)?|(?:歳|年|とし"
    r"|年齢)(?:は|も)|もう|今年で?|来年で?|(?:ことし|らいねん)で?) ?$"
)
_LONGEST_BEGINNING = 8  # characters looked back
_AGE_UNIT = re.compile(r"歳|才|さい|代|に(?:なり|なる|なっ)|^..(?:です|だけど|だが|だども)")

# A noun in between that is refused: 「経営者向けのセミナーではなくて」.
_REFUSED_NOUN = re.compile(
    r"の[^、。がで]{1,14}?(?:(?:では|じゃ)な[いく]|以外|は(?:抜き|要ら|いら))"
)

# Somebody else in the story: 「ベテランが定年」, 「父が60歳」.
_SOMEBODY = re.compile(
    r"(?:父|母|親|夫|妻|主人|旦那|祖父|祖母|じいちゃん|ばあちゃん|義[父母]|職人|担当|社員"
    r"|職員|ベテラン|[工班店課部師社]長|先輩|上司|先生|"
    r"一人|二人|[0-9一二三四五六七八九十]+[人名]|技術者|者|さん|客|方)(?:が|は|も|の"
    r"|たち)[^、。]{0,10}$"
)
_LONGEST_SUBJECT = 16  # characters looked back for who is spoken of

_SENTENCE_BEGINS = re.compile(r"(?:^|[。!?] ?)(?:(?:わたし|私|僕|おれ|俺|おら)(?:は|も)? ?)?$")
_SENTENCE_ENDS = re.compile(r"[ぁ-ん]{0,6}(?:。|!|$) ?")


def audience(message: Message) -> Iterator[Mention]:
    """Yield the groups that those who will learn belong to, each a tuple of one."""
    text = message.text
    if is_foreign(text):
        yield Mention(start=0, end=0, name="audience", value=(Audience.FOREIGN_RESIDENT.value,))
    for found in _ANY_CUE.finditer(text):
        group = _GROUPS[found.lastgroup or ""]
        if not (_is_somebody_else(text, found, group) or _is_refused(text, found.end())):
            yield _mention(text, found, group)
    for found in _OWN_AGE.finditer(text):
        if _is_own_age(text, found):
            yield _mention(text, found, Audience.SENIOR)


def _mention(text: str, found: re.Match[str], group: str) -> Mention:
    start, end = found.start(), found.start()
    closing = _SENTENCE_ENDS.match(text, found.end())
    if group in _CIRCUMSTANCES and closing:
        sentence = max(text.rfind(mark, 0, start) for mark in "。!?") + 1
        if _SENTENCE_BEGINS.search(text, max(0, sentence - 1), start):
            start, end = sentence, closing.end()
    return Mention(start=start, end=end, name="audience", value=(str(group),))


def _is_somebody_else(text: str, found: re.Match[str], group: str) -> bool:
    before = max(0, found.start() - _LONGEST_SUBJECT)
    return group == Audience.SENIOR and bool(_SOMEBODY.search(text, before, found.start()))


def _is_refused(text: str, end: int) -> bool:
    return bool(_REFUSED_NOUN.match(text, end)) or refusal_end(text, end) is not None


def _is_own_age(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - _LONGEST_BEGINNING) : found.start()]
    begins = _AGE_BEGINS.search(before)
    told = _AGE_UNIT.search(found[0]) or before.endswith(("歳は", "年は", "年齢は"))
    return bool(begins and told)
