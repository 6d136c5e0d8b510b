"""Dialogues as people hold them, with the real recommender over the sample catalog.

Every file under `transcripts/` holds dialogues, each under a `#` that says what it shows:

    人> a text              本> something the answer says
    押> a button            札> something on a card
    送> an event, by kind   釦> a button that is offered, or with 「×」 before it is not
                            記> what is recorded      黙> nothing is said
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.dialogue.conversation import Conversation
from bot.dialogue.turn import NeedAsked
from bot.line.events import EventKind, Place
from tests.bot.dialogue.talk import Talk

FOLDER = Path(__file__).parent / "transcripts"


@dataclass(frozen=True)
class Dialogue:
    """What it shows, and its lines as (sign, words)."""

    title: str
    lines: tuple[tuple[str, str], ...]


def dialogues():
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n# "):
            title, *rest = block.removeprefix("# ").strip().splitlines()
            lines = (line.partition(">") for line in rest if line.strip())
            said = tuple((sign, words.strip()) for sign, _, words in lines)
            yield Dialogue(f"{path.stem}: {title}", said)


def send(talk, words):
    kind, *more = words.split()
    if kind == EventKind.LOCATION:
        latitude, longitude = map(float, more)
        return talk.send(EventKind.LOCATION, place=Place(latitude=latitude, longitude=longitude))
    return talk.send(EventKind(kind))


def tap(talk, words):
    label, _, day = words.partition(" ＝ ")
    return talk.tap(label, day)


def says(talk, words):
    assert words in talk.text


def shows(talk, words):
    cards = [str(line) for line in talk.lines if line["type"] == "flex"]
    assert any(words in card for card in cards)


def offers(talk, words):
    for label in words.split(" "):
        assert (label.removeprefix("×") in talk.buttons) is not label.startswith("×")


def records(talk, words):
    recorded = [one.text for one in talk.effects if isinstance(one, NeedAsked)]
    assert recorded == ([] if words == "なし" else [words])


def is_silent(talk, _words):
    assert talk.turn.messages == ()


ACTS = {"人": lambda talk, words: talk.say(words), "押": tap, "送": send}
CHECKS = {"本": says, "札": shows, "釦": offers, "記": records, "黙": is_silent}


@pytest.mark.parametrize("dialogue", list(dialogues()), ids=lambda dialogue: dialogue.title)
def test_the_dialogue_goes_as_written(dialogue, recommender):
    talk = Talk(recommender, Conversation())
    for sign, words in dialogue.lines:
        (ACTS | CHECKS)[sign](talk, words)
