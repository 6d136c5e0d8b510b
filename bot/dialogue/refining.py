"""Refining: 「もっと近いところ」「夜は？」, said beside the search that is talked about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.dialogue import buttons, wording
from bot.dialogue import search_wording as words
from bot.dialogue.buttons import Buttons
from bot.dialogue.comparisons import Comparison, derived, is_free_already
from bot.dialogue.conversation import Search
from bot.dialogue.fixed_acts import FEE_CHOICES, PLACE_CHOICES, TIME_CHOICES
from bot.dialogue.moment import Moment
from bot.dialogue.recommending import Recommending, request_of
from bot.dialogue.searches import hiding
from bot.dialogue.searching import Searching
from bot.dialogue.turn import Turn
from bot.dialogue.whereabouts import nearest_town
from bot.line.words import Words
from data.program import Program
from recommender.eligibility.offerings import NO_TRAVEL, is_open

# What is asked where nothing that was shown can be measured by.
_INSTEAD: Mapping[Comparison, tuple[Words, Buttons]] = {
    Comparison.CHEAPER: (words.WHICH_FEE, FEE_CHOICES),
    Comparison.EARLIER: (words.WHICH_TIME, TIME_CHOICES),
    Comparison.SHORTER: (words.WHICH_LENGTH, buttons.said(*words.LENGTHS)),
}


class Refining:
    """Turns what is wished for in comparison into an amendment, or asks for what is missing."""

    def __init__(self, recommender: Recommending, searching: Searching) -> None:
        self._recommender = recommender
        self._searching = searching

    def refined(self, moment: Moment, wish: Comparison) -> Turn:
        """Answer a wish for something nearer, cheaper, earlier or shorter."""
        running = moment.running
        if wish is Comparison.NEARER:
            return self._nearer(moment)
        shown = self._shown(running)
        amendment = derived(wish, shown, moment.today)
        if amendment:
            return self.put(moment, amendment)
        if wish is Comparison.CHEAPER and is_free_already(shown, moment.today):
            return moment.says(words.ALREADY_FREE, (*buttons.said(wording.FREE), *buttons.HELP))
        return moment.says(*_INSTEAD[wish])

    def put(self, moment: Moment, amendment: str) -> Turn:
        """Amend the search at once; who refines has left the questions of an intake."""
        conversation = replace(moment.conversation, intake=None)
        return self._searching.amended(replace(moment, conversation=conversation), amendment)

    def from_here(self, moment: Moment) -> Turn:
        """Search around the place that a location message points to."""
        place = moment.event.place
        if place is None:
            return moment.says(words.NO_PLACE, PLACE_CHOICES)
        town = nearest_town(place)
        if town is None:
            return moment.says(words.TOO_FAR, buttons.said(*words.FROM_AFAR))
        return self.put(moment, words.around(town))

    def from_day(self, moment: Moment) -> Turn:
        """Search from the day on that a date picker brought."""
        try:
            day = date.fromisoformat(moment.event.date)
        except ValueError:
            return moment.says(words.NO_DATE, buttons.HELP)
        return self._searching.amended(moment, words.from_day(day.year, day.month, day.day))

    def _nearer(self, moment: Moment) -> Turn:
        """Leave out what is shown from beyond the town; ask for the town where it is unknown."""
        running = moment.running
        town = self._town(running) if running else None
        far = [
            program.program_id
            for program in self._shown(running)
            if town and not _is_in(program, town, moment.today)
        ]
        if running is None or not town:
            return moment.says(words.WHICH_PLACE, PLACE_CHOICES)
        nearer = hiding(replace(running, shown=tuple(far)))
        if not far or not self._recommender.recommend(request_of(nearer)).items:
            return moment.says(words.NOTHING_NEARER, PLACE_CHOICES)
        return self._searching.searched(moment, nearer)

    def _town(self, search: Search) -> str | None:
        return self._recommender.understood(request_of(search)).constraints.municipality

    def _shown(self, search: Search | None) -> list[Program]:
        found = (self._recommender.program(one) for one in (search.shown if search else ()))
        return [program for program in found if program]


def _is_in(program: Program, town: str, today: date) -> bool:
    """Tell whether a program is taught in a town, or needs no way to it."""
    return any(
        one.municipality == town or one.mode in NO_TRAVEL
        for one in program.offerings
        if is_open(one, today)
    )
