"""Places: where a person lives, works or can go → a municipality or one of the four areas.

Towns within reach of each other are counted elsewhere. Two or more towns of one area state the
area; towns of several areas state nothing. A refused place (「米沢は遠い」) is not stated.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from data.municipalities import Area, Municipality
from recommender.understanding.conditions.place_names import (
    ELSEWHERE_TOO,
    PREFECTURE,
    Place,
    bare_names,
    full_names,
    kana_names,
    romaji_names,
)
from recommender.understanding.conditions.place_words import (
    ABOUT_IT,
    BY_SCHOOL,
    HOME_BEFORE,
    KIND,
    LEAVING,
    LONGEST_ONCE,
    NOW,
    ONCE_BEFORE,
    ONCE_THERE,
    TO_THE_CITY,
)
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import refusal_end

_SUFFIX = re.compile(KIND.replace("|以外", ""))
_REST = re.compile(
    rf"{KIND}*(?:の(?:近く|ほう|方|あたり|周り|まわり|どこか|へん)|あたり|近く|らへん|ちかく)?"
    r"(?:に(?:住んで(?:い?(?:ます|る|て))?|在住|すんで(?:い?ます)?)|から(?:の?(?:通|かよ)える"
    r"(?:範囲|距離|ところ|とこ|所)?|近い(?:ところ|とこ|所)?|行ける(?:ところ|とこ|所)?)?"
    r"|(?:内|市内|町内)?限定|在住|でも|で(?:す|の)?|なら|まで|から(?:でも|なので|だと)?|の|に|へ|さ(?!ん))?(?:で|の)?"
)
# A name with other lives is a place where people go to it, come from it or live in it.
_PLACED = re.compile(
    rf"{KIND}|あたり|らへん|の近く|(?<!朝日)(?<!金山)(?<!中山)で(?!は|も)|から(?:通|行|来|車|近)"
    r"|[にさ](?:住|在|来て|来た|越し|引っ越|移|嫁|戻|帰|ある|い[るま])"
    r"|の(?:山(?!形)|農家|役場|旅館|工場|会社|町|実家|家(?!族|具)|施設|店|民宿|公民館|温泉|集落|学校)"
)
# A wish outranks where the person happens to be: 「米沢の会社です。…山形市内か動画で」.
_WISH_AFTER = re.compile(
    rf"{KIND}?(?:で|の会場)?か、?(?:完全)?(?:オンライン|動画|録画|Zoom|ズーム|ネット|通信|eラーニング)"
    rf"|(?:{KIND})?(?<=限定)|(?:で)?希望"
)
_WISH_BEFORE = re.compile(r"(?:できれば|なるべく|できたら|希望は|会場は)、?$")
_LONGEST_WISH = 6  # characters
_JOINT = re.compile(r" ?(?:か(?!ら)|でも(?:いいし)?|や|と|・|/|、|または|もしくは|or) ?")
_BETWEEN = re.compile(rf"{KIND}*{_JOINT.pattern}")
_PERSON_OR_WORD = re.compile(
    r"さん(?!ね)|様|氏|先生|くん|ちゃん|っ子|らし|[一-鿿々ァ-ヶー]|-?(?:san|sensei)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"(?:県)?立|[一-鿿ァ-ヶー]{0,6}?(?:大学|短大|高校|高専|学院|専門学校|学園)(?!の(?:近|そば|前))"
)
_CHINESE_BEFORE = re.compile(r"[在从到来离住]$")
_OTHER_PREFECTURE = re.compile(r"(?<!山形)(?:[一-鿿]{2,3}[県府]|東京都?|北海道)の?$")
_NOT_THERE = re.compile(
    r"まで(?:は|も)?(?:行く|出る|通う)のは(?:大変|無理|きつ|しんど|遠|厳し)"
    r"|まで(?:行|出|通)\S{0,4}(?:ない|なく|ねえ?)"
    r"|(?:まで(?:は|も|だと)?|は|だと)、?(?:(?:車|電車|バス)で)?(?:片道|往復)?で?[\d一二三四五]時間"
)

Stated = list[tuple[re.Match[str], Place]]
_FULL, _BARE, _KANA, _ROMAJI = full_names(), bare_names(), kana_names(), romaji_names()


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_NAMES = re.compile(
    rf"(?:山形県)?(?:(?P<full>{_either(_FULL)})|(?P<bare>{_either(_BARE)})|(?P<kana>{_either(_KANA)})"
    rf"|\b(?P<romaji>{_either(_ROMAJI)})\b)",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(rf"(?:{_NAMES.pattern}){KIND}?{_JOINT.pattern}$", re.IGNORECASE)
_LONGEST_BEFORE = 16  # characters that a name and its joint take at most
_MEANINGS: Mapping[str, Mapping[str, Place]] = {
    "full": _FULL,
    "bare": _BARE,
    "kana": _KANA,
    "romaji": _ROMAJI,
}
_AFTER_KANA = re.compile(r"し|市|に|で|の|から|まで|へ|か|や|です|あたり|[ニデノハ]|[ 、。]|$")


def places(message: Message) -> Iterator[Mention]:
    """Yield the municipality that is meant, if it is one, and the area, if one covers all."""
    matches = list(_NAMES.finditer(message.text))
    if not matches:
        return
    starts = {morpheme.start for morpheme in message.morphemes}
    stated = [
        (match, _meaning(match))
        for match in matches
        if _is_place(message.text, match, starts) and not _is_left(message.text, match)
    ]
    stated = _wished(message.text, stated)
    for place in _summary(message.text, stated):
        name = "area" if isinstance(place, Area) else "municipality"
        value = place if isinstance(place, Area) else place.name
        for match, meaning in stated:
            if meaning == place or _area(meaning) is place:
                end = _end(message.text, match)
                yield Mention(start=match.start(), end=end, name=name, value=value)


def _wished(text: str, stated: Stated) -> Stated:
    """Return the places that are named as a wish, if any are, else all."""
    wishes = [
        match
        for match, _ in stated
        if _WISH_AFTER.match(text, match.end())
        or _WISH_BEFORE.search(text[max(0, match.start() - _LONGEST_WISH) : match.start()])
    ]
    return [
        (match, place)
        for match, place in stated
        if any(_joined(text, match, one) for one in wishes)
    ] or stated


def _joined(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two names are the same, or neighbours in 「長井か南陽」."""
    first, second = sorted((one.span(), other.span()))
    return first == second or bool(_BETWEEN.fullmatch(text, first[1], second[0]))


def _summary(text: str, stated: Stated) -> Iterator[Place]:
    """Yield the town, the area, or both, that all mentions agree with."""
    towns = {place.name: place for _, place in stated if isinstance(place, Municipality)}
    areas = {_area(place) for _, place in stated}
    if len(areas) != 1:
        return
    if len(towns) == 1:
        yield from towns.values()
    own = [match for match, place in stated if isinstance(place, Area)]
    if len(towns) != 1 or any(not _NAMES.match(text, match.end()) for match in own):
        yield from areas


def _meaning(match: re.Match[str]) -> Place:
    kind = match.lastgroup or "full"
    written = match[kind]
    return _MEANINGS[kind][written.lower() if kind == "romaji" else written]


def _area(place: Place) -> Area:
    return place if isinstance(place, Area) else place.area


def _is_place(text: str, match: re.Match[str], starts: set[int]) -> bool:
    """Tell a place from a surname, a product, a school or the same name elsewhere."""
    start, end = match.span()
    if (
        _SCHOOL.match(text, end)
        or ABOUT_IT.match(text, end)
        or _OTHER_PREFECTURE.search(text[max(0, start - 5) : start])
    ):
        return False
    match match.lastgroup:
        case "bare":
            return _is_bare_place(text, match, starts)
        case "kana":
            return bool(_AFTER_KANA.match(text, end)) and not text[:start].endswith(_HIRAGANA)
        case _:
            return not _PERSON_OR_WORD.match(text, end) if match["romaji"] else True


_HIRAGANA = tuple(chr(letter) for letter in range(ord("ぁ"), ord("ん") + 1))


def _is_bare_place(text: str, match: re.Match[str], starts: set[int]) -> bool:
    start, end = match.span()
    if match["bare"] == PREFECTURE:
        return (
            start in starts
            and not text.startswith("県", end)
            and (_stands_with_another(text, match) or bool(TO_THE_CITY.match(text, end)))
        )
    if _CHINESE_BEFORE.search(text[:start][-1:]):
        return True
    if start not in starts:
        return False
    if match["bare"] in ELSEWHERE_TOO:
        return bool(_PLACED.match(text, end)) or _stands_with_another(text, match)
    return (
        not _PERSON_OR_WORD.match(text, end)
        or bool(_SUFFIX.match(text, end))
        or bool(BY_SCHOOL.match(text, end))
    )


def _stands_with_another(text: str, match: re.Match[str]) -> bool:
    """Tell 「河北か寒河江」: the next or the last word is a town as well."""
    joint = _JOINT.match(text, match.end())
    if joint and _NAMES.match(text, joint.end()):
        return True
    before = text[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    return _NAME_BEFORE.search(before) is not None


def _is_left(text: str, match: re.Match[str]) -> bool:
    """Tell a place that is refused, that belongs to the past, or that one leaves for another."""
    leaving = LEAVING.match(text, match.end())
    goal = _NAMES.match(text, leaving.start("to")) if leaving else None
    if goal and not _is_refused(text, goal):
        return True
    if NOW.match(text, match.end()) and HOME_BEFORE.search(text[: match.start()]):
        return True
    if ONCE_BEFORE.search(text, max(0, match.start() - LONGEST_ONCE), match.start()):
        return True
    return bool(ONCE_THERE.match(text, match.end())) or _is_refused(text, match)


def _is_refused(text: str, match: re.Match[str]) -> bool:
    kind = _SUFFIX.match(text, match.end())
    ends = {match.end(), kind.end() if kind else match.end()}
    return any(refusal_end(text, at) is not None or _NOT_THERE.match(text, at) for at in ends)


def _end(text: str, match: re.Match[str]) -> int:
    rest = _REST.match(text, match.end())
    return rest.end() if rest else match.end()
