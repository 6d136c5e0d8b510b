"""Spoken: what a text asks for, from fixed words over what was shown to a search."""

from dataclasses import replace

from bot.dialogue import buttons, wording
from bot.dialogue.commands import Command, command_in
from bot.dialogue.comparisons import comparison_in, in_full
from bot.dialogue.conversation import Search
from bot.dialogue.fixed_acts import FIXED, beside
from bot.dialogue.moment import Act, Moment
from bot.dialogue.pointing import Pointing, is_meant
from bot.dialogue.reference_words import Asked
from bot.dialogue.references import reference_in
from bot.dialogue.refining import Refining
from bot.dialogue.searching import Searching
from bot.dialogue.shelf import FEWEST_COMPARED, Shelf
from bot.dialogue.turn import Turn
from bot.dialogue.turns_of_phrase import turn_in
from bot.line.words import Words
from recommender.request import Role

IN_AN_INTAKE = frozenset({Command.SKIP, Command.SKIP_ALL})  # elsewhere these are words like any

# Names of conditions (recommender.constraints) that belong together for a person.
PLACE = frozenset({"municipality", "area"})
TIME = frozenset(
    {"time_bands", "not_time_bands", "weekday_end_by", "start_from", "start_until", "finish_until"}
)
FEE = frozenset({"max_fee_yen"})


class Spoken:
    """Answers texts."""

    def __init__(self, searching: Searching, refining: Refining, shelf: Shelf) -> None:
        self._searching = searching
        self._refining = refining
        self._shelf = shelf
        self._pointing = Pointing(searching, shelf)
        self._acts: dict[Command, Act] = {
            **FIXED,
            Command.MORE: beside(searching.further),
            Command.UNLIMITED: beside(searching.unlimited),
            Command.ANYWHERE: self._without(PLACE),
            Command.ANY_TIME: self._without(TIME),
            Command.ANY_FEE: self._without(FEE),
            Command.NEAREST: beside(searching.nearest),
            Command.DIFFERENT_CONTENT: beside(searching.others),
            Command.LEARNER: lambda moment: searching.with_role(moment, Role.LEARNER),
            Command.EMPLOYER: lambda moment: searching.with_role(moment, Role.EMPLOYER),
            Command.SAVED: shelf.listed,
            Command.REMOVE_ALL: shelf.emptied,
            Command.COMPARE: self._compared,
            Command.SPEAK_EASILY: self._restyled(wording.SPEAKING_EASILY, is_easy=True),
            Command.SPEAK_PLAINLY: self._restyled(wording.SPEAKING_PLAINLY, is_easy=False),
            Command.SHOW_WORDS: self._restyled(wording.SHOWING_WORDS, is_text_only=True),
            Command.SHOW_CARDS: self._restyled(wording.SHOWING_CARDS, is_text_only=False),
            Command.SKIP: beside(self._skipped),
            Command.SKIP_ALL: beside(searching.intake_done),
        }

    def answered(self, moment: Moment) -> Turn:
        """Answer a text: a command, a reference, a refinement, else a search."""
        text = moment.event.text
        command = command_in(text)
        if command and (command not in IN_AN_INTAKE or moment.conversation.intake):
            return self.done(moment, command)
        reference = reference_in(text)
        if reference and is_meant(moment, reference):
            return self._pointing.answered(moment, reference)
        if reference and reference.asked in {Asked.APPLYING, Asked.CONTACT}:
            return moment.says(wording.HOW_TO_APPLY, buttons.EXAMPLES)
        wish, full = comparison_in(text), in_full(text)
        if wish:
            return self._refining.refined(moment, wish)
        if full and moment.running:
            return self._refining.put(moment, full)
        return self._searched(moment, text)

    def _searched(self, moment: Moment, text: str) -> Turn:
        """Search; beside a running search, for what the talk turns to."""
        turned = turn_in(text) if moment.running else None
        if turned is None or moment.running is None:
            return self._searching.heard(moment, text)
        if turned.is_on_the_same_conditions:
            return self._searching.instead(moment, moment.running, turned.to)
        return self._searching.heard(moment, turned.to)

    def done(self, moment: Moment, command: Command) -> Turn:
        """Carry out a command."""
        return self._acts[command](moment)

    def edited(self, moment: Moment) -> Turn:
        """Search anew with words that their writer has put right; other edits change nothing.

        Silent where no reply token came with the edit.
        """
        turn = self._put_right(moment)
        return turn if moment.event.reply_token else replace(turn, messages=())

    def _put_right(self, moment: Moment) -> Turn:
        running = moment.running
        if running is None or moment.event.message_id not in running.message_ids:
            return moment.turn()
        if moment.event.message_id != running.message_ids[0]:
            return self._searching.amended(moment, moment.event.text)
        conversation = replace(moment.conversation, search=None, intake=None)
        return self._searching.heard(replace(moment, conversation=conversation), moment.event.text)

    def _compared(self, moment: Moment) -> Turn:
        """Compare the saved programs, or those shown last where fewer than two are saved."""
        saved = tuple(reversed(moment.conversation.saved))
        shown = moment.running.shown if moment.running else ()
        return self._shelf.compared(moment, saved if len(saved) >= FEWEST_COMPARED else shown)

    def _restyled(self, sentence: Words, **style: bool) -> Act:
        """Return the act that speaks in another style, beginning with what was shown last."""

        def restyled(moment: Moment) -> Turn:
            styled = moment.styled(**style)
            running = styled.running
            if running and running.text and running.shown:
                return self._searching.searched(styled, running, sentence)
            return styled.says(sentence, buttons.EXAMPLES)

        return restyled

    def _without(self, names: frozenset[str]) -> Act:
        return beside(lambda moment, search: self._searching.freed(moment, search, names))

    def _skipped(self, moment: Moment, search: Search) -> Turn:
        step = moment.conversation.intake
        return self._searching.asked_on(moment, search, step) if step else moment.turn()
