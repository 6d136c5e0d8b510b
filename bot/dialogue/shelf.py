"""The shelf: programs that were saved, shown in detail, asked about, or put side by side."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import buttons, wording
from bot.dialogue import saved_wording as words
from bot.dialogue.buttons import Buttons
from bot.dialogue.conversation import MOST_SAVED, Search
from bot.dialogue.facts_asked import fact_answer, fact_lines
from bot.dialogue.moment import Moment
from bot.dialogue.recommending import Recommending
from bot.dialogue.reference_words import Asked
from bot.dialogue.searches import begun
from bot.dialogue.turn import Turn
from bot.line.postback import Postback, Tap
from bot.line.wording import LABEL_DETAIL, LABEL_SAVE
from bot.line.words import joined
from data.program import Program

MOST_COMPARED = 3  # side by side on a phone
FEWEST_COMPARED = 2


class Shelf:
    """Answers what is asked or done with single programs."""

    def __init__(self, recommender: Recommending) -> None:
        self._recommender = recommender

    def details(self, moment: Moment, program_id: str) -> Turn:
        """Tell everything about one program."""
        program = self._recommender.program(program_id)
        if program is None:
            return self._gone(moment)
        message = moment.presentation.details(program)
        return moment.turn(message, search=_looking_at(moment, program_id))

    def told(self, moment: Moment, asked: Asked, program_ids: Sequence[str]) -> Turn:
        """Answer a fact of one program, or of each of several."""
        programs = self.programs(program_ids)
        if not programs:
            return self._gone(moment)
        only = programs[0] if len(programs) == 1 else None
        if only:
            answer = fact_answer(only, asked, moment.today)
            return moment.says(
                answer, self._beside(moment, only), search=_looking_at(moment, only.program_id)
            )
        rows = [
            line
            for number, program in enumerate(programs, start=1)
            for line in (
                words.numbered(number, program.title),
                *fact_lines(program, asked, moment.today),
            )
        ]
        return moment.says(joined(rows, "\n"), buttons.HELP)

    def save(self, moment: Moment, program_id: str) -> Turn:
        """Remember one program."""
        saved = moment.conversation.saved
        program = self._recommender.program(program_id)
        if program is None:
            return self._gone(moment)
        if program_id in saved:
            remove = Postback(tap=Tap.REMOVE, subject=program_id)
            after = (*buttons.said(wording.SAVED), buttons.tapped(wording.REMOVE, remove))
            return moment.says(words.already_saved(program.title), after)
        if len(saved) >= MOST_SAVED:
            return moment.says(words.too_many_saved(MOST_SAVED), buttons.said(wording.SAVED))
        return moment.says(
            words.saved(program.title),
            _after_saving(len(saved) + 1),
            saved=(*saved, program_id),
            search=_looking_at(moment, program_id),
        )

    def remove(self, moment: Moment, program_id: str) -> Turn:
        """Forget one saved program."""
        saved = moment.conversation.saved
        if program_id not in saved:
            return moment.says(words.NOT_THERE_TO_REMOVE, buttons.said(wording.SAVED))
        program = self._recommender.program(program_id)
        rest = tuple(one for one in saved if one != program_id)
        sentence = words.removed(program.title if program else "")
        return moment.says(sentence, _after_saving(len(rest)), saved=rest)

    def emptied(self, moment: Moment) -> Turn:
        """Forget every saved program."""
        if not moment.conversation.saved:
            return moment.says(words.NOTHING_SAVED, buttons.EXAMPLES)
        return moment.says(words.ALL_REMOVED, buttons.HELP, saved=())

    def listed(self, moment: Moment) -> Turn:
        """Show the saved programs, the newest first; say how many are gone."""
        saved = moment.conversation.saved
        programs = self.programs(tuple(reversed(saved)))
        names = tuple(program.program_id for program in programs)
        missing = len(saved) - len(programs)
        kept = tuple(one for one in saved if one in names)
        if not programs:
            sentence = words.gone(missing) if missing else words.NOTHING_SAVED
            return moment.says(sentence, buttons.EXAMPLES, saved=kept)
        told = [moment.presentation.words(words.gone(missing))] if missing else []
        after = moment.presentation.words(
            words.how_to_go_on(len(programs)), _comparing(len(programs))
        )
        shown = moment.presentation.saved_list(programs)
        return moment.turn(*told, shown, after, saved=kept, search=_showing(moment, names))

    def compared(self, moment: Moment, program_ids: Sequence[str]) -> Turn:
        """Put two or three programs side by side; of more the first, and say how to go on.

        What was shown last keeps its places there, so that 「4番目」 still means the fourth.
        """
        programs = self.programs(program_ids)
        if len(programs) < FEWEST_COMPARED:
            return moment.says(words.TOO_FEW_TO_COMPARE, buttons.said(wording.SAVED))
        order = _order(moment, [program.program_id for program in programs])
        first = sorted(programs, key=lambda one: order.index(one.program_id))[:MOST_COMPARED]
        placed = [(order.index(one.program_id) + 1, one) for one in first]
        saving = buttons.said(*(words.place(number, words.SAVING_IT) for number, _ in placed))
        after, search = (*saving, *buttons.HELP), _showing(moment, order)
        if len(programs) == len(placed):
            return moment.turn(moment.presentation.comparison(placed, after), search=search)
        more = moment.presentation.words(words.only_so_many_compared(MOST_COMPARED), after)
        return moment.turn(moment.presentation.comparison(placed), more, search=search)

    def programs(self, program_ids: Sequence[str]) -> list[Program]:
        """Return the programs that are still listed."""
        found = (self._recommender.program(one) for one in dict.fromkeys(program_ids))
        return [program for program in found if program]

    def _beside(self, moment: Moment, program: Program) -> Buttons:
        details = Postback(tap=Tap.DETAIL, subject=program.program_id)
        save = Postback(tap=Tap.SAVE, subject=program.program_id)
        is_saved = program.program_id in moment.conversation.saved
        saving = () if is_saved else (buttons.tapped(LABEL_SAVE.plain, save),)
        return (buttons.tapped(LABEL_DETAIL.plain, details), *saving, *buttons.HELP)

    def _gone(self, moment: Moment) -> Turn:
        return moment.says(words.GONE, buttons.EXAMPLES)


def _after_saving(count: int) -> Buttons:
    return (*buttons.said(wording.SAVED), *_comparing(count))


def _comparing(count: int) -> Buttons:
    comparing = (buttons.COMPARE_SAVED,) if count >= FEWEST_COMPARED else ()
    return (*comparing, *buttons.HELP)


def _order(moment: Moment, program_ids: Sequence[str]) -> tuple[str, ...]:
    """Return the list in which people count: what was shown last if it holds them all."""
    shown = moment.running.shown if moment.running else ()
    return shown if set(program_ids) <= set(shown) else tuple(program_ids)


def _showing(moment: Moment, program_ids: tuple[str, ...]) -> Search:
    """Return the search with these as what was shown last, so that 「1番目」 means the first."""
    known = moment.running or replace(begun(moment, ""), message_ids=())
    return replace(known, shown=program_ids, focus=None)


def _looking_at(moment: Moment, program_id: str) -> Search | None:
    """Return the search with this program as the one that is spoken of, if it was shown."""
    search = moment.conversation.search
    if search is None or program_id not in search.shown:
        return search
    return replace(search, focus=search.shown.index(program_id))
