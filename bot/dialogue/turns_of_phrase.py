"""Turns of phrase: 「じゃあ簿記は？」, 「それより介護がいい」; a talk turns to another topic.

What is left is the topic itself, which a search reads better than the whole sentence.
"""

import re
from dataclasses import dataclass
from typing import Final

from data.text import match_form

LONGEST: Final = 40  # characters; a longer message is a story of its own

_TURN: Final = (
    r"(?:じゃあ?|それじゃあ?|では|それでは|それなら|なら|だったら|ちなみに|あと|ほかに|他に)[、 ]*"
)
_WHAT_ABOUT: Final = re.compile(
    rf"(?:{_TURN})?(?P<topic>.{{1,24}}?)(?:は|だと|だったら|なら)"
    r"(?:どう(?:ですか|でしょう|かな)?|あります?か?|ある)?[?。!]*"
)
_RATHER: Final = re.compile(
    r"(?:それより|やっぱり?|やはり|むしろ|というか|ていうか|そうじゃなくて|じゃなくて|ところで"
    r"|次は|今度は|じゃあ|では)も?[、 ]*(?P<topic>.{1,30}?)"
    r"(?:(?:のほう|の方)?(?:が|で)(?:いい|良い|よい)|(?:が|を|も)?(?:学び|習い)たい"
    r"|に(?:します|する)|で(?:お願いします)?)?(?:です)?(?:な|かな|ね)?[。!?]*"
)
# Without a word that turns to it, only a short name is asked after: 「簿記は？」.
_NAME: Final = re.compile(r"[^、。!?はがをにで ]{1,12}")
_TURNING: Final = re.compile(_TURN)
_POINTING: Final = re.compile(r"それ|これ|あれ|さっき|この|その|ほか|他|\d+(?:番|つ|個|件)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnOfPhrase:
    """The topic that a talk turns to; the conditions stay where it is only asked after."""

    to: str
    is_on_the_same_conditions: bool


def turn_in(text: str) -> TurnOfPhrase | None:
    """Return what a whole message turns to, or None when it turns to nothing by such a phrase."""
    read = match_form(text[: 4 * LONGEST])
    if len(read) > LONGEST:
        return None
    asked_after = _WHAT_ABOUT.fullmatch(read)
    if asked_after and not _POINTING.match(asked_after["topic"]):
        topic = asked_after["topic"]
        is_turned = _TURNING.match(read) is not None
        if is_turned or (read.endswith(("?", "は")) and _NAME.fullmatch(topic)):
            return TurnOfPhrase(to=topic, is_on_the_same_conditions=True)
    rather = _RATHER.fullmatch(read)
    if rather and not _POINTING.match(rather["topic"]):
        return TurnOfPhrase(to=rather["topic"], is_on_the_same_conditions=False)
    return None
