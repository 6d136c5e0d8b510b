"""Tapped: what a button brought back."""

from collections.abc import Callable, Mapping

from bot.dialogue import buttons, wording
from bot.dialogue.commands import Command
from bot.dialogue.moment import Moment
from bot.dialogue.refining import Refining
from bot.dialogue.searching import Searching
from bot.dialogue.shelf import Shelf
from bot.dialogue.spoken import Spoken
from bot.dialogue.turn import Turn
from bot.line.postback import Postback, Tap, read_postback

Answering = Callable[[Moment, Postback], Turn]
# A button of the menu that stands for words.
_COMMANDS: Mapping[Tap, Command] = {
    Tap.HELP: Command.HELP,
    Tap.SEARCH: Command.BEGIN,
    Tap.SAVED: Command.SAVED,
    Tap.LEARNER: Command.LEARNER,
    Tap.EMPLOYER: Command.EMPLOYER,
}


class Tapped:
    """Answers postbacks."""

    def __init__(
        self, spoken: Spoken, *, searching: Searching, refining: Refining, shelf: Shelf
    ) -> None:
        self._spoken = spoken
        self._searching = searching
        self._shelf = shelf
        self._answers: Mapping[Tap, Answering] = {
            Tap.MORE: self._more,
            Tap.DETAIL: lambda moment, tapped: shelf.details(moment, tapped.subject),
            Tap.SAVE: lambda moment, tapped: shelf.save(moment, tapped.subject),
            Tap.REMOVE: lambda moment, tapped: shelf.remove(moment, tapped.subject),
            Tap.LIKE: lambda moment, tapped: searching.similar(moment, tapped.subject),
            Tap.COMPARE: self._compare,
            Tap.START: lambda moment, _tapped: refining.from_day(moment),
        }

    def answered(self, moment: Moment) -> Turn:
        """Answer a tap; one that nobody knows any more gets a kind word."""
        tapped = read_postback(moment.event.data)
        if tapped is None:
            return moment.says(wording.UNKNOWN_TAP, buttons.EXAMPLES)
        if tapped.tap in _COMMANDS:
            return self._spoken.done(moment, _COMMANDS[tapped.tap])
        return self._answers[tapped.tap](moment, tapped)

    def _more(self, moment: Moment, tapped: Postback) -> Turn:
        if moment.running is None:
            return moment.says(wording.UNKNOWN_TAP, buttons.EXAMPLES)
        return self._searching.further(moment, moment.running, tapped.offset)

    def _compare(self, moment: Moment, tapped: Postback) -> Turn:
        """Compare what was shown last (1), or what is saved (0)."""
        shown = moment.running.shown if moment.running else ()
        if tapped.offset and shown:
            return self._shelf.compared(moment, shown)
        return self._spoken.done(moment, Command.COMPARE)
