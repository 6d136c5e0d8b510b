"""Needs: one message may hold several things to learn, each to be answered for itself.

Two ways of saying so count: things listed side by side (「原価計算、見積、交渉」, commas between
nouns), and abilities or wishes one after the other (「図面が読めて、後輩も指導できる人」,
「経理を任せたい。あとホームページも」). What is doubtful stays one need: a story has commas, too.
"""

import re
from collections.abc import Sequence

from index.tokens import Tokens
from recommender.request import Role
from recommender.understanding.conditions.written_language import is_foreign

MOST_NEEDS = 4
LONGEST_ITEM = 28  # characters; what is longer tells a story
FEWEST_LETTERS = 2  # 簿記, 溶接
LONGEST_WISH = 40  # characters of a sentence that stands for a need
SURELY_LISTED = 3  # names; as many side by side are a list, whatever follows
FEWEST_LISTED = {Role.EMPLOYER: 2, Role.LEARNER: 3}

_SENTENCE_END = re.compile(r"(?<=[。!?])\s*|(?<=…)")
_COMMA = re.compile(r"[、,・/]|(?<=[^\sこ])と、")
# Who is to learn stands before what: 「店長に労務を、新人に接客を」.
_LEARNER = re.compile(r"^[^にはをが]{1,12}には?(?=[^しなよつ])")
_FURTHER = re.compile(
    r"^(?:あと(?![\d一二三四五六七八九十何数])|それと|それから|そのほか|ほかに|他に|もう一つは?|もうひとつは?|また|加えて|さらに)、?"
)
_ABILITY = re.compile(
    r"でき|出来|読め|書け|使え|話せ|こなせ|組め|作れ|つくれ|教えられ|任せられ|わか[りる]|分か[りる]"
)
_WISH = re.compile(r"(?:たい|ほしい|欲しい|必要|教え|学|習|身につけ|覚え|任せ|育て|強化|対策|知り)")
# A further wish may leave out what is wished: 「あとホームページも」.
_WISH_LEFT_OUT = re.compile(r"(?:も|を|について|のこと|のほう)[。!]?$")
# What closes a list: 「接客、SNSの3つを」, 「労務を」.
_CLOSING = re.compile(r"(?:の?[2-4二三四]つ|など)?を?$")
_LISTING = frozenset({"と", "や", "とか", "も"})
_NOUNLIKE = frozenset({"名詞", "接尾辞"})
_TELLING = frozenset({"動詞", "助動詞", "形容詞"})  # parts of speech that make a clause of a name
_COUNTING = "数詞"
_PARTICLE = "助詞"
_SUBJECT = frozenset({"は", "が", "を"})  # who does what: a clause, even without its verb
_OBJECT = re.compile(r"^(?P<name>[^を]{2,20})を")
_KANA = re.compile(r"[ぁ-ヿ]")
_BARE_LIST = re.compile(r"[、,/]")  # 「簿記、溶接」: names side by side, without a verb


def needs(topic: str, role: Role, tokens: Tokens) -> tuple[str, ...]:
    """Return the topics of the single needs in order; the whole topic when it is one.

    An employer's list of two is two needs; a learner's is often one told in two words.
    """
    if not _KANA.search(topic) and (is_foreign(topic) or not _BARE_LIST.search(topic)):
        return (topic,)
    sentences = [one for one in _SENTENCE_END.split(topic) if one]
    listed = [need for sentence in sentences for need in _listed(sentence, tokens)]
    found = listed if len(listed) >= FEWEST_LISTED[role] else []
    found = found or list(_told_apart(sentences)) or list(_abilities(sentences))
    distinct = tuple(dict.fromkeys(found))
    return distinct[:MOST_NEEDS] if len(distinct) > 1 else (topic,)


def _listed(sentence: str, tokens: Tokens) -> list[str]:
    """Return what a sentence lists side by side, up to its end; nothing unless two or more."""
    parts = [one.strip() for one in _COMMA.split(sentence.rstrip("。!?… "))]
    wanted = _OBJECT.match(parts[-1])
    if wanted and _WISH.search(parts[-1]):
        parts[-1] = wanted["name"]
    run: list[str] = []
    for part in parts:
        name = _LEARNER.sub("", _part(part))
        if _is_name(name, tokens):
            run.append(name)
        elif len(run) < SURELY_LISTED and part is not parts[-1]:
            run = []
        else:
            return _closed(run, part)
    return run if len(run) > 1 else []


def _closed(names: list[str], end: str) -> list[str]:
    """Return a list that something else closes: an ability belongs to it, a story ends a pair."""
    if len(names) > 1 and _ABILITY.search(end):
        return [*names, end]
    return names if len(names) >= SURELY_LISTED else []


def _part(text: str) -> str:
    return _CLOSING.sub("", _FURTHER.sub("", text.strip()), count=1)


def _is_name(text: str, tokens: Tokens) -> bool:
    """Tell whether a part names something and tells nothing about it."""
    if not FEWEST_LETTERS <= len(text) <= LONGEST_ITEM:
        return False
    words = tokens.morphemes(text)
    while words and words[-1].surface in _LISTING:
        words.pop()
    return (
        bool(words)
        and words[-1].pos in _NOUNLIKE
        and all(
            word.pos not in _TELLING
            and word.detail != _COUNTING
            and not (word.pos == _PARTICLE and word.surface in _SUBJECT)
            for word in words
        )
    )


def _told_apart(sentences: Sequence[str]) -> list[str]:
    """Return the sentences that wish, where one of them says that it is a further wish."""
    wishes = [one for one in sentences if len(one) <= LONGEST_WISH and _wishes(one)]
    if any(_FURTHER.match(one) for one in wishes[1:]):
        return [_FURTHER.sub("", one) for one in wishes]
    return []


def _wishes(sentence: str) -> bool:
    left_out = _FURTHER.match(sentence) and _WISH_LEFT_OUT.search(sentence)
    return bool(_WISH.search(sentence) or left_out)


def _abilities(sentences: Sequence[str]) -> list[str]:
    """Return abilities that somebody is to have together: 「図面が読めて、後輩も指導できる」."""
    for sentence in sentences:
        parts = [part for part in _COMMA.split(sentence) if part]
        able = [part for part in parts if _ABILITY.search(part)]
        if len(able) == len(parts) > 1 and any("も" in part for part in parts[1:]):
            return able
    return []
