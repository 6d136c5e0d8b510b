"""References: what points at the programs that were shown last (「2番目のはいくら？」).

Only a whole message is one: 「それより介護がいい」 names something new and is searched for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.dialogue.reference_words import BY_THEMSELVES, OF_WHAT_IS_POINTED_AT, Asked
from recommender.outcomes.folding import letters

LONGEST: Final = 40  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What is asked, and of which programs.

    `places` count from 0, -1 is the last. Without places, 「それ」 was said (`is_pointing`) or
    nothing at all (「いくら？」).
    """

    asked: Asked
    places: tuple[int, ...] = ()
    is_pointing: bool = False


_NUMBERS: Final[Mapping[str, int]] = {
    **{str(number): number for number in range(1, 11)},
    **{sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)},
    **{sign: number for number, sign in enumerate(("ひと", "ふた", "みっ", "よっ"), start=1)},
    **{sign: number for number, sign in enumerate(("いち", "に", "さん", "よん", "ご"), start=1)},
}
_NUMBER: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")
_THING: Final = r"(?:の?(?:やつ|もの|講座|こうざ|こーす|かーど|ほう|方))?"
_PLACE: Final = re.compile(
    rf"(?!一番[^目])(?:(?P<number>{_NUMBER})(?:番目|ばんめ|つ目|つめ|個目|こめ|枚目|まいめ|件目|番)"
    rf"|(?P<english>{'|'.join(_ORDINALS)})(?:one|course|class)?"
    rf"|(?P<first>最初|さいしょ|一番上|いちばんうえ)(?=の|は|を|が|と)"
    rf"|(?P<last>最後|さいご|一番下|いちばんした)(?=の|は|を|が|と)){_THING}"
)
_JOINT: Final = re.compile(r"と(?=[^い])")
_POINTING: Final = re.compile(
    r"(?:それ|これ|(?:その|この|さっきの|いまの|今の|上の)(?:講座|こうざ|やつ|こーす|かーど)"
    r"|さっきの|いまの|今の)"
)
_PARTICLE: Final = r"(?:って|とは|は|が|を|も|に|の)*"
_END: Final = (
    r"(?:(?:が|を|は)?(?:かかる|かかりますか?|なんですか|なの|ですか?|でしょうか|だっけ|かな"
    r"|(?:教え|おしえ)て|(?:知|し)りたい)?(?:ください|ほしい)?(?:です)?(?:の|か|よ|ね)?)"
)


def _compiled(table: Mapping[Asked, str], before: str) -> tuple[tuple[Asked, re.Pattern[str]], ...]:
    return tuple(
        (asked, re.compile(rf"{before}(?:{words}){_END}")) for asked, words in table.items()
    )


_BARE: Final = _compiled(BY_THEMSELVES, "")
_POINTED: Final = (
    *_compiled(BY_THEMSELVES, _PARTICLE),
    *_compiled(OF_WHAT_IS_POINTED_AT, _PARTICLE),
)
_RECOMMENDED: Final = re.compile(
    r"(?:どれ|どの講座|一番)(?:が|は)?(?:一番|いちばん)?(?:おすすめ|お薦め|お勧め|いい|良い)(?:です)?(?:か|の)?"
)
_A_NUMBER: Final = re.compile(r"[1-9]")  # as one answers a numbered list


def reference_in(text: str) -> Reference | None:
    """Return what a whole message asks of the programs shown, or None."""
    said = letters(text[: 4 * LONGEST])
    if not said or len(said) > LONGEST:
        return None
    if _A_NUMBER.fullmatch(said):
        return Reference(asked=Asked.CONTENT, places=(int(said) - 1,))
    if _RECOMMENDED.fullmatch(said):  # the first is the one that suits best
        return Reference(asked=Asked.CONTENT, places=(0,))
    places, end = _places(said)
    pointing = None if places else _POINTING.match(said)
    rest = said[pointing.end() if pointing else end :]
    table = _POINTED if places or pointing else _BARE
    asked = next((one for one, words in table if words.fullmatch(rest)), None)
    if asked is None:
        return None
    return Reference(asked=asked, places=places, is_pointing=pointing is not None)


def _places(said: str) -> tuple[tuple[int, ...], int]:
    """Return the places that a folded text begins with (「1番目と3番目」), and where they end."""
    places: list[int] = []
    end = position = 0
    while found := _PLACE.match(said, position):
        places.append(_place(found))
        end = found.end()
        joint = _JOINT.match(said, end)
        position = joint.end() if joint else len(said)
    return tuple(dict.fromkeys(places)), end


def _place(found: re.Match[str]) -> int:
    if found["number"]:
        return _NUMBERS[found["number"]] - 1
    if found["english"]:
        return _ORDINALS.index(found["english"])
    return 0 if found["first"] else -1
