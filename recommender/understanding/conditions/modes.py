"""Modes: how a person wants to be taught, or does not want to be.

「オンライン」 is any way over the network, 「対面」 any way with people in a room; a wish for the
one 「か」 the other, or for a place 「か」 the network, is a wish for both. Words of the trade that
only look like modes (オンラインショップ, 動画編集, 出張が多い) are topics or circumstances.
"""

import re
from collections.abc import Iterator, Sequence

from data.vocabulary import Mode
from recommender.understanding.conditions.mode_words import ONSITE, WORDINGS
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.polarity import insistence_end, refusal_end, refusal_start

_ANY = re.compile(
    "|".join(f"(?P<{kind}>{wording})" for kind, (_, wording) in WORDINGS.items()), re.IGNORECASE
)
_REST = re.compile(
    r"(?:が|を|で|でも|での|に|なら|の(?:講座|コース|研修|もの|やつ|ほう|方)?)?"
    r"(?:希望|きぼう|限定|いい|良い|よい|可|OK|だと(?:助かる|嬉しい|ありがたい)|大丈夫)?(?:です|ます)?"
)
# 「オンラインでもいい」 allows the network and does not ask for it.
_ALLOWED = re.compile(
    r"(?:で)?も(?:可|いい|良い|よい|OK|構|かま|大丈夫|だいじょうぶ|受け|参加)", re.IGNORECASE
)
# 「対面かオンラインかは問わない」
_NO_MATTER = re.compile(
    r"[^。、!?]{0,10}?(?:(?:に|は|も)?(?:こだわら|こだわり(?:は|ません|が)?(?:な|ありま|ません)?)|(?:は|を)?問(?:い|わ)|(?:どちら|どっち|どれ)でも|不問)"
)
_OR = r"(?:か(?!ら|な|も)|または|もしくは|あるいは)、?(?:できれば)?"
_OR_AFTER = re.compile(rf"[でのが]?{_OR}")
_OR_BEFORE = re.compile(rf"{_OR}(?:自宅|家)?(?:から|で)?$")
_BETWEEN_MODES = re.compile(rf"[^、。]{{0,4}}{_OR}")
_LONGEST_OR = 10  # characters
# "I sell kokeshi online": the trade, not the class.
_SELLING = re.compile(r"(?:sell|bán|vend|benta|jual|shop|store)[^.?!]{0,30}$", re.IGNORECASE)
_LATIN_REACH = 40  # characters looked back
_IN_A_ROOM = frozenset({"onsite", "visiting"})


def modes(message: Message) -> Iterator[Mention]:
    """Yield what is asked for as `mode`, what is refused as `not_mode`."""
    text = message.text
    matches = [
        match
        for match in _ANY.finditer(text)
        if not _is_trade(text, match) and not _NO_MATTER.match(text, match.end())
    ]
    for match in matches:
        yield _refusal(text, match) or _wish(text, match, matches)


def _is_trade(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _LATIN_REACH) : match.start()]
    return match[0].isascii() and _SELLING.search(before) is not None


def _refusal(text: str, match: re.Match[str]) -> Mention | None:
    """Return what is refused, by the words behind it or, in other languages, before it."""
    end, before = refusal_end(text, match.end()), refusal_start(text, match.start())
    if end is None and before is None:
        return None
    return Mention(
        start=match.start() if before is None else before,
        end=end or match.end(),
        name="not_mode",
        value=_asked(match),
    )


def _wish(text: str, match: re.Match[str], matches: Sequence[re.Match[str]]) -> Mention:
    rest = _REST.match(text, match.end())
    end = insistence_end(text, match.end()) or (rest.end() if rest else match.end())
    asked = _asked(match)
    if match.lastgroup not in _IN_A_ROOM and _leaves_a_choice(text, match, matches):
        asked = tuple(dict.fromkeys((*asked, *ONSITE)))
    return Mention(start=match.start(), end=end, name="mode", value=asked)


def _leaves_a_choice(text: str, match: re.Match[str], matches: Sequence[re.Match[str]]) -> bool:
    """Tell 「酒田かオンライン」 and 「オンラインでもいい」, but not 「録画かオンライン」."""
    if _ALLOWED.match(text, match.end()):
        return True
    for other in matches:
        first, second = sorted((match.span(), other.span()))
        if first != second and _BETWEEN_MODES.fullmatch(text, first[1], second[0]):
            return False
    before = text[max(0, match.start() - _LONGEST_OR) : match.start()]
    return bool(_OR_AFTER.match(text, match.end()) or _OR_BEFORE.search(before))


def _asked(match: re.Match[str]) -> tuple[Mode, ...]:
    asked, _ = WORDINGS[match.lastgroup or "online"]
    return asked
