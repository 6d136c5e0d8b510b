"""A person with a phone goes through the main dialogues, as the simulator shows them.

MANABI_TEST_PICTURES=FOLDER keeps a picture of each: the handbook's pictures are made so.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from bot.dialogue import wording
from bot.line.rich_menu.client import RichMenuClient
from bot.line.rich_menu.deployment import deploy
from bot.line.rich_menu.layout import menus

pytestmark = pytest.mark.slow

PICTURES = os.environ.get("MANABI_TEST_PICTURES")
CHERRIES = "さくらんぼ農家ですが、加工品を作って売りたい"

Step = Callable[[object], None]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What a person does, one step after another; each brings an answer.

    `has_menu` tells an account whose rich menus are there.
    """

    name: str
    steps: tuple[Step, ...] = ()
    has_menu: bool = False


def say(text):
    return lambda page: page.type(text, Keys.ENTER)


def tap(label):
    return lambda page: page.tap(label)


def send(label):
    def step(page):
        page.one("#attach").click()
        page.tap(label)

    return step


def place(town):
    def step(page):
        page.tap(wording.NEARBY)
        page.tap(town)

    return step


def pick(label, day):
    def step(page):
        page.tap(label)
        page.browser.execute_script(
            "document.getElementById('picker-input').value = arguments[0]", day
        )
        page.tap("送信")

    return step


def invite(page):
    """Make a group with the account in it."""
    page.one("#menu summary").click()
    page.tap("グループを作る")
    page.wait(lambda: page.person().startswith("C"))


def mention(text):
    def step(page):
        page.one("#mention").click()
        page.type(text, Keys.ENTER)

    return step


DIALOGUES = (
    Dialogue("greeting"),
    Dialogue("menu", has_menu=True),
    Dialogue("search", (say(CHERRIES),)),
    Dialogue("more", (say(CHERRIES), tap(wording.MORE))),
    Dialogue("weekend", (say(CHERRIES), tap(wording.WEEKEND))),
    Dialogue("place", (say("簿記"), place("天童市"))),
    Dialogue("from-when", (say(CHERRIES), pick(wording.FROM_WHEN, "2026-12-05"))),
    Dialogue("saved", (say(CHERRIES), say("2番目を保存"), say(wording.SAVED))),
    Dialogue("compare", (say(CHERRIES), tap(wording.COMPARE))),
    Dialogue("details", (say("簿記"), say("2番目の"))),
    Dialogue("refined", (say("簿記"), say("米沢なら"))),
    Dialogue("different", (say("簿記"), tap(wording.DIFFERENT))),
    Dialogue("words-only", (say(wording.AS_WORDS), say("簿記"))),
    Dialogue("question", (say(CHERRIES), say("それいくら"))),
    Dialogue("employer", (say("新人が図面を読めない"),)),
    Dialogue("no-match", (say("ピアノを習いたい"),)),
    Dialogue("easy-japanese", (say(wording.EASY), say("日本語を勉強したい"))),
    Dialogue("easy-words", (say(wording.EASY), say("簿記"), say("いくらですか"))),
    Dialogue("crisis", (say("もう消えてしまいたい"),)),
    Dialogue("privacy", (say("電話番号は090-1234-5678です"),)),
    Dialogue("help", (say(wording.HELP),)),
    Dialogue("photo", (send("写真"),)),
    Dialogue("voice", (send("音声"),)),
    Dialogue("group", (invite, mention("簿記を習いたい"))),
    Dialogue("erasure", (say(CHERRIES), say(wording.ERASE))),
)


def answered(page, platform):
    """Wait for the answer to the last step, and for the page to show it."""
    person = page.person()
    assert platform.await_answer(person)
    page.wait(lambda: len(page.all("#log [data-number]")) == len(platform.timeline(person)))


def menu_client(settings):
    token = settings.channel_access_token.get_secret_value()
    return RichMenuClient(access_token=token, base_url=settings.line_api_base_url)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue.name)
def test_each_step_of_a_dialogue_is_answered_and_shown(dialogue, living_bot, phone):
    if dialogue.has_menu:
        deploy(menus(), menu_client(living_bot.settings))
    phone.open(living_bot.address)
    phone.tap("友だち追加")
    answered(phone, living_bot.platform)
    for step in dialogue.steps:
        step(phone)
        answered(phone, living_bot.platform)
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        phone.picture(Path(PICTURES) / f"{dialogue.name}.png")
    assert living_bot.platform.refusals == ()
    assert phone.scripts_failed() == []
