"""Buttons of one program: on cards, and under what is told about it."""

from bot.line import wording
from bot.line.flex import Part, box, button, postback
from bot.line.messages import LONGEST_ACTION_TEXT, AnyQuickReply, QuickReply
from bot.line.postback import Postback, Tap
from bot.line.text_length import trimmed
from bot.line.voice import Voice
from data.program import Program

LONGEST_URI = 1_000  # characters that LINE takes


def card_buttons(program: Program, voice: Voice, *, is_saved: bool) -> list[Part]:
    """Return the buttons of a recommendation."""
    label = wording.LABEL_SAVED if is_saved else wording.LABEL_SAVE
    save = _tap(Tap.SAVE, program, voice.says(label), wording.save_text(program.title))
    like = _tap(Tap.LIKE, program, voice.says(wording.LABEL_LIKE), wording.like_text(program.title))
    pair = [button(save, style="secondary"), button(like, style="secondary")]
    return [
        button(detail_action(program, voice.says(wording.LABEL_DETAIL)), style="primary"),
        box(pair, layout="vertical" if voice.is_easy else "horizontal", spacing="sm"),
        *page_button(program, voice),
    ]


def saved_buttons(program: Program, voice: Voice) -> list[Part]:
    """Return the buttons of a saved program."""
    label, shown = voice.says(wording.LABEL_REMOVE), wording.remove_text(program.title)
    return [
        button(detail_action(program, voice.says(wording.LABEL_DETAIL)), style="primary"),
        button(_tap(Tap.REMOVE, program, label, shown), style="secondary"),
        *page_button(program, voice),
    ]


def page_button(program: Program, voice: Voice) -> list[Part]:
    """Return the button to the provider's page, where there is one that LINE opens."""
    if not program.url.startswith("https://") or len(program.url) > LONGEST_URI:
        return []
    action = {"type": "uri", "label": voice.says(wording.LABEL_PAGE), "uri": program.url}
    return [button(action)]


def detail_action(program: Program, label: str) -> Part:
    """Return the action that tells everything about a program."""
    return _tap(Tap.DETAIL, program, label, wording.detail_text(program.title))


def beside_details(program: Program, voice: Voice, *, is_saved: bool) -> tuple[AnyQuickReply, ...]:
    """Return what to tap under the details."""
    if is_saved:
        tap, label, shown = Tap.REMOVE, wording.LABEL_UNSAVE, wording.remove_text(program.title)
    else:
        tap, label, shown = Tap.SAVE, wording.LABEL_SAVE, wording.save_text(program.title)
    saving = Postback(tap=tap, subject=program.program_id).encoded()
    liking = Postback(tap=Tap.LIKE, subject=program.program_id).encoded()
    like = wording.like_text(program.title)
    fixed = (wording.LABEL_LIST, wording.LABEL_HELP)
    return (
        QuickReply(label=voice.says(label), text=shown, data=saving),
        QuickReply(label=voice.says(wording.LABEL_LIKE), text=like, data=liking),
        *(QuickReply(label=voice.says(one), text=one.plain) for one in fixed),
    )


def _tap(tap: Tap, program: Program, label: str, shown: str) -> Part:
    data = Postback(tap=tap, subject=program.program_id).encoded()
    return postback(label, data, trimmed(shown, LONGEST_ACTION_TEXT))
