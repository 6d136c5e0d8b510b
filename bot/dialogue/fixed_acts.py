"""Fixed acts: the answers to commands that need nothing but the conversation."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.dialogue import buttons, wording
from bot.dialogue import search_wording as words
from bot.dialogue.buttons import Buttons
from bot.dialogue.commands import Command
from bot.dialogue.conversation import Consent, Conversation, Search
from bot.dialogue.moment import Act, Moment
from bot.dialogue.searches import hiding
from bot.dialogue.turn import EraseEverything, Feedback, FeedbackGiven, Turn
from bot.line.words import Words

PLACE_CHOICES: Buttons = (buttons.MY_PLACE, *buttons.said(*words.PLACES))
TIME_CHOICES: Buttons = (*buttons.said(*words.TIMES), buttons.FROM_WHEN)
FEE_CHOICES: Buttons = buttons.said(*words.FEES)


def saying(sentence: Words, after: Buttons = (), **changes: Any) -> Act:  # noqa: ANN401 - fields of Conversation
    """Return the act that says one sentence and changes the conversation by field."""
    return lambda moment: moment.says(sentence, after, **changes)


def beside(act: Callable[[Moment, Search], Turn]) -> Act:
    """Return the act on the running search, or a word on there being none."""

    def acted(moment: Moment) -> Turn:
        running = moment.running
        if running is None:
            return moment.says(words.NOTHING_SHOWN, buttons.EXAMPLES)
        return act(moment, running)

    return acted


def _erase(moment: Moment) -> Turn:
    """Forget everything, but not that somebody wants nothing recorded."""
    is_refused = moment.conversation.consent is Consent.REFUSED
    consent = Consent.REFUSED if is_refused else Consent.UNTOLD
    return Turn(
        messages=(moment.presentation.words(wording.ERASED),),
        conversation=Conversation(consent=consent),
        effects=(EraseEverything(),),
    )


def _helped(moment: Moment) -> Turn:
    effects = (FeedbackGiven(feedback=Feedback.HELPED),) if moment.running else ()
    thanks = moment.presentation.words(words.THANKS, buttons.HELP)
    return moment.turn(thanks, effects=effects)


def _different(moment: Moment, search: Search) -> Turn:
    """Put away what was shown, and ask what was different."""
    asking = moment.presentation.words(words.WHAT_WAS_DIFFERENT, buttons.said(*words.DIFFERENCES))
    effects = (FeedbackGiven(feedback=Feedback.DIFFERENT),) if search.shown else ()
    return moment.turn(asking, search=hiding(search), intake=None, effects=effects)


FIXED: Mapping[Command, Act] = {
    Command.HELP: saying(wording.USAGE, buttons.said(*wording.EXAMPLES)),
    Command.TALK_TO_SOMEBODY: saying(wording.WHOM_TO_TALK_TO, buttons.HELP),
    Command.BEGIN: saying(wording.BEGINNING, buttons.EXAMPLES),
    Command.ERASE: _erase,
    Command.REFUSE_RECORDING: saying(
        wording.REFUSED, buttons.said(wording.ERASE, wording.ALLOW), consent=Consent.REFUSED
    ),
    Command.ALLOW_RECORDING: saying(wording.ALLOWED, buttons.EXAMPLES, consent=Consent.TOLD),
    Command.AGREE: saying(wording.AGREED, buttons.EXAMPLES),
    Command.HELPED: _helped,
    Command.DIFFERENT: beside(_different),
    Command.DIFFERENT_PLACE: saying(words.WHICH_PLACE, PLACE_CHOICES),
    Command.DIFFERENT_TIME: saying(words.WHICH_TIME, TIME_CHOICES),
    Command.DIFFERENT_FEE: saying(words.WHICH_FEE, FEE_CHOICES),
}
