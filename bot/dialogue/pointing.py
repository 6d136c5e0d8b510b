"""Pointing: 「2番目の」「それいくら？」 → the programs meant, and what is done with them."""

from collections.abc import Mapping

from bot.dialogue import buttons
from bot.dialogue import saved_wording as words
from bot.dialogue import search_wording as search_words
from bot.dialogue.moment import Moment
from bot.dialogue.reference_words import DEEDS, Asked
from bot.dialogue.references import Reference
from bot.dialogue.searching import Searching
from bot.dialogue.shelf import Shelf
from bot.dialogue.turn import Turn

# What a button says beside the place that it names.
_DEEDS: Mapping[Asked, str] = {
    Asked.SAVING: words.SAVING_IT,
    Asked.REMOVING: words.REMOVING_IT,
    Asked.LIKING: words.LIKING_IT,
}


class Pointing:
    """Answers what refers to the programs that were shown last."""

    def __init__(self, searching: Searching, shelf: Shelf) -> None:
        self._searching = searching
        self._shelf = shelf

    def answered(self, moment: Moment, reference: Reference) -> Turn:
        """Answer a reference; asks which program is meant where that is open."""
        shown = moment.running.shown if moment.running else ()
        if not shown:
            return moment.says(search_words.NOTHING_SHOWN, buttons.EXAMPLES)
        if any(place >= len(shown) for place in reference.places):
            return moment.says(words.only_so_many(len(shown)), _places(len(shown)))
        meant = _meant(moment, reference, shown)
        if len(meant) > 1 and reference.asked in DEEDS:
            return moment.says(
                words.WHICH_ONE, _places(len(shown), _DEEDS.get(reference.asked, ""))
            )
        return self._done(moment, reference.asked, meant)

    def _done(self, moment: Moment, asked: Asked, meant: tuple[str, ...]) -> Turn:
        match asked:
            case Asked.COMPARING:
                return self._shelf.compared(moment, meant)
            case Asked.SAVING:
                return self._shelf.save(moment, meant[0])
            case Asked.REMOVING:
                return self._shelf.remove(moment, meant[0])
            case Asked.LIKING:
                return self._searching.similar(moment, meant[0])
            case Asked.CONTENT:
                return self._shelf.details(moment, meant[0])
            case _:
                return self._shelf.told(moment, asked, meant)


def is_meant(moment: Moment, reference: Reference) -> bool:
    """Tell a reference from a word that stands for itself while nothing is shown."""
    is_shown = moment.running is not None and bool(moment.running.shown)
    return is_shown or reference.is_pointing or bool(reference.places)


def _meant(moment: Moment, reference: Reference, shown: tuple[str, ...]) -> tuple[str, ...]:
    """Return the programs that are meant: those named, the one spoken of last, or all shown."""
    if reference.places:
        return tuple(dict.fromkeys(shown[place] for place in reference.places))
    focus = moment.running.focus if moment.running else None
    return shown if focus is None else (shown[focus],)


def _places(count: int, deed: str = "") -> buttons.Buttons:
    return buttons.said(*(words.place(number, deed) for number in range(1, count + 1)))
